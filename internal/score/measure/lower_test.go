package measure_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/score/measure"
)

func TestAppendLower(t *testing.T) {
	for s, want := range map[string]string{
		"":               "",
		"Quay 9":         "quay 9",
		"ÄÖ":             "äö",
		"İ":              "i\u0307",
		"ẞ":              "ß",
		"Ǆ":              "ǆ",
		"Σ":              "σ",
		"ΟΔΟΣ":           "οδος",
		"ΟΔΟΣ ΣΑ":        "οδος σα",
		"ΣΣ":             "σς",
		"ΑΣ.Β":           "ασ.β",
		"ΑΣ.":            "ας.",
		"Α\u0301Σ\u0301": "α\u0301ς\u0301",
		"1Σ":             "1σ",
	} {
		if got := string(measure.AppendLower([]byte("kept "), s)); got != "kept "+want {
			t.Errorf("%q becomes %q, want %q", s, got, want)
		}
	}
}

func TestRunes(t *testing.T) {
	const all = "aé–🙂 ab\u0301cdefgh"
	for end := range all {
		s := strings.Repeat(all[:end], 3)
		m := measure.New(s)
		if want := utf8.RuneCountInString(s); m.Runes != want {
			t.Errorf("%q has %d characters, want %d", s, m.Runes, want)
		}
		m.Release()
	}
}

// counted is a part that counts how often it is made, found and released.
type counted struct{ found, released int }

func (c *counted) Find(*measure.Text) { c.found++ }
func (c *counted) Release()           { c.released++ }

func TestParts(t *testing.T) {
	slot := measure.NewSlot(func() *counted { return new(counted) })
	m := measure.New("text")
	c := slot.Of(m)
	if again := slot.Of(m); again != c || c.found != 1 || c.released != 0 {
		t.Errorf("%+v, %+v", c, again)
	}
	m.Release()
	if c.found != 1 || c.released != 1 {
		t.Errorf("released: %+v", c)
	}
}

func TestFind(t *testing.T) {
	m := measure.New("one two one")
	defer m.Release()
	if id, ok := m.Words().Find("two"); !ok || m.Words().Type(id) != "two" {
		t.Errorf("two is %d, %v", id, ok)
	}
	if _, ok := m.Words().Find("three"); ok {
		t.Error("three is found")
	}
	empty := measure.New("")
	defer empty.Release()
	if _, ok := empty.Words().Find("one"); ok {
		t.Error("one is found in nothing")
	}
}
