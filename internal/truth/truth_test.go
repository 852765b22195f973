package truth_test

import (
	"testing"

	"github.com/copydesk/copydesk/internal/truth"
)

func TestTruth(t *testing.T) {
	t.Parallel()
	if truth.Int(true) != 1 || truth.Int(false) != 0 || truth.Float(true) != 1 || truth.Float(false) != 0 {
		t.Error("true is not 1, or false is not 0")
	}
}
