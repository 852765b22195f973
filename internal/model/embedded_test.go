package model_test

import (
	"testing"

	"github.com/copydesk/copydesk/internal/model"
)

func TestEmbedded(t *testing.T) {
	t.Parallel()
	e := model.Embedded{Name: "test", Data: []string{"a", "bc"}}
	// The test vector for "abc" of FIPS 180-2.
	if got := e.SHA256(); got != "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" {
		t.Errorf("SHA-256 is %s", got)
	}
	if e.Size() != 3 {
		t.Errorf("size is %d", e.Size())
	}
}
