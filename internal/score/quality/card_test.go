package quality_test

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/copydesk/copydesk/internal/score/quality"
)

// TestCard holds that the card of the model is of this one.
func TestCard(t *testing.T) {
	t.Parallel()
	m := quality.Models()[0]
	card, err := os.ReadFile("../../../docs/models/quality.md")
	if err != nil {
		t.Fatal(err)
	}
	s := strings.ReplaceAll(string(card), ",", "")
	for _, want := range []string{m.SHA256(), strconv.Itoa(m.Size()) + " bytes", strconv.Itoa(len(quality.Inputs)) + " signals"} {
		if !strings.Contains(s, want) {
			t.Errorf("the card lacks %s", want)
		}
	}
	if m.Size() > 100_000 {
		t.Errorf("%d bytes", m.Size())
	}
}
