package model_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/model"
)

func sample() string {
	return string(model.Make(
		model.Section{Name: "first", Data: []byte("one")},
		model.Section{Name: "sixteen-byte-key"},
		model.Section{Name: "last", Data: []byte{0xff, 0xfe, 1, 0, 0, 0}},
	))
}

func TestSections(t *testing.T) {
	t.Parallel()
	f, err := model.Open(sample())
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"first": "one", "sixteen-byte-key": "", "last": "\xff\xfe\x01\x00\x00\x00"} {
		got, err := f.Section(name)
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Errorf("%s: %v\n%s", name, err, diff)
		}
	}
	if _, err := f.Section("fir"); !errors.Is(err, model.ErrFormat) {
		t.Errorf("a section that is not there: %v", err)
	}
}

func TestViews(t *testing.T) {
	t.Parallel()
	if got := model.Int16("\x00\xfe\xff", 1); got != -2 {
		t.Errorf("Int16 is %d, want -2", got)
	}
	if got := model.Uint32("\x01\x02\x00\x80", 0); got != 0x80000201 {
		t.Errorf("Uint32 is %#x", got)
	}
}

// TestDamage cuts and changes a file everywhere: it must be refused or stay readable, never panic.
func TestDamage(t *testing.T) {
	t.Parallel()
	whole := sample()
	for i := range len(whole) {
		if _, err := model.Open(whole[:i]); !errors.Is(err, model.ErrFormat) {
			t.Errorf("cut to %d bytes: %v", i, err)
		}
	}
	for i := range len(whole) {
		f, err := model.Open(whole[:i] + "\xff" + whole[i+1:])
		if err != nil && !errors.Is(err, model.ErrFormat) {
			t.Errorf("byte %d changed: %v", i, err)
		}
		_, _ = f.Section("last")
	}
}

func FuzzOpen(f *testing.F) {
	f.Add(sample())
	f.Add("")
	f.Fuzz(func(_ *testing.T, s string) {
		file, err := model.Open(s)
		if err == nil {
			_, _ = file.Section("last")
		}
	})
}
