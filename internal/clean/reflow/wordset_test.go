package reflow_test

import (
	"fmt"
	"strconv"
	"testing"

	"github.com/copydesk/copydesk/internal/clean/reflow"
)

func TestWordSet(t *testing.T) {
	t.Parallel()
	var words []string
	for i := range 2000 {
		words = append(words, fmt.Sprintf("word%d", i))
	}
	s, err := reflow.OpenWordSet(string(reflow.MakeWordSet(12, words)))
	if err != nil {
		t.Fatal(err)
	}
	wrong := 0
	for i := range 2000 {
		if !s.Has("WO", fmt.Sprintf("rd%d", i)) {
			t.Fatalf("word%d is missing", i)
		}
		if s.Has("other", strconv.Itoa(i)) {
			wrong++
		}
	}
	if wrong > 40 { // some 12 of 2,000 are expected
		t.Errorf("%d words too many", wrong)
	}
	for _, damaged := range []string{"", "abc"} {
		if _, err := reflow.OpenWordSet(damaged); err == nil {
			t.Errorf("%q is a set", damaged)
		}
	}
}
