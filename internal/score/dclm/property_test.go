package dclm_test

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/score/dclm"
	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

// pieces are what made texts consist of: what the rules look for, and what is easily got wrong.
var pieces = []string{
	"the", "quay", "Boat", "3.5", "don't", "a:b", "@you", "me@example.org", "…", "...", ". . .", "#", "{", "lorem ipsum", "Read more...", "Sign-in",
	"items in cart", "12 likes", "7\u212a views", "CAPS", "42", "²³", "[1]", "[edit]", "İ", "Σ", "ſ", "\u0301", "\u200d", "👩‍👩‍👧", "🇩🇪🇩", "א\"ב", "カタ", "日本", "ไทย",
	"\u202f", "\u203f", "\u00a0", "\u2028", "\u0085", "\x1c", "\x00", "\u00ad", "-", "•", "●", " ", " ", "\n", "\n", "\n\n", "\n\n\n\n", "\r\n", "\t", "\v", "_x", "'",
}

// made returns a text of pieces.
func made(seed uint64) string {
	r := rand.New(rand.NewPCG(seed, 7))
	var b strings.Builder
	few := 1 + r.IntN(len(pieces))
	for range r.IntN(120) {
		b.WriteString(pieces[r.IntN(few)])
		if r.IntN(3) > 0 {
			b.WriteString(" \n"[r.IntN(2):][:1])
		}
	}
	return b.String()
}

func TestMadeTexts(t *testing.T) {
	t.Parallel()
	for seed := range uint64(250) {
		check(t, made(seed))
	}
}

func FuzzMeasure(f *testing.F) {
	for seed := range uint64(20) {
		f.Add(made(seed))
	}
	for _, p := range pieces {
		f.Add(p)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if utf8.ValidString(s) {
			check(t, s)
		}
	})
}

// check checks what is measured of s against what must be true of any text.
func check(t *testing.T, s string) {
	t.Helper()
	values := valuesOf(s)
	checkValues(t, s, values)
	checkPlaces(t, s)
	checkTokens(t, s)
	m := pytext.New(s)
	defer m.Release()
	for _, p := range append(dclm.Modifiers, dclm.Profiles...) {
		checkEdits(t, s, p.Edit(m))
	}
	last := 0.0
	for _, r := range dclm.Profiles[0].Rules {
		if v := values[r.Signal]; strings.HasPrefix(r.Signal, "dclm.characters_after:") && !math.IsNaN(v) {
			last = v
		}
	}
	if left := dclm.LineModifiers(m).Apply(s); utf8.RuneCountInString(left) != int(last) {
		t.Errorf("%q: %v characters are to be left, but %q is", s, last, left)
	}
}

// checkValues holds values to be the same again and finite, and the profile's rules to fail the same without spare line
// feeds: which step leaves nothing may differ, as one blank line is nothing and two are not.
func checkValues(t *testing.T, s string, values map[string]float64) {
	t.Helper()
	for name, v := range valuesOf(s) {
		if math.IsInf(v, 0) || v != values[name] && !math.IsNaN(v) {
			t.Errorf("%q: %s is %v, then %v", s, name, values[name], v)
		}
	}
	m := pytext.New(s)
	defer m.Release()
	fewer := valuesOf(dclm.Modifiers[0].Edit(m).Apply(s))
	if diff := cmp.Diff(failing(values), failing(fewer)); diff != "" {
		t.Errorf("%q: rules that fail (-as it is +without spare line feeds):\n%s", s, diff)
	}
}

// failing returns the rules that fail, all steps that leave nothing as one.
func failing(values map[string]float64) map[string]bool {
	fails := map[string]bool{}
	for _, r := range dclm.Profiles[0].Rules {
		if step := r.ID; r.Fails(values[r.Signal]) {
			if strings.HasPrefix(r.Signal, "dclm.characters_after:") {
				step = "nothing left"
			}
			fails[step] = true
		}
	}
	return fails
}

func checkPlaces(t *testing.T, s string) {
	t.Helper()
	const limit = 3
	m := pytext.New(s)
	defer m.Release()
	for _, g := range dclm.Groups {
		for i, signal := range g.Signals {
			places := g.Places(m, i, limit).Spans
			if len(places) > limit {
				t.Errorf("%q: %d places of %s", s, len(places), signal.Name)
			}
			checkSpans(t, s, places)
		}
	}
}

// checkEdits holds edits to be in order and apart, and to leave nothing that is not UTF-8.
func checkEdits(t *testing.T, s string, edits *profile.Edits) {
	t.Helper()
	var spans []text.Span
	for e := range edits.All() {
		spans = append(spans, e.Span())
	}
	checkSpans(t, s, spans)
	if !utf8.ValidString(edits.Apply(s)) {
		t.Errorf("%q: edited into %q", s, edits.Apply(s))
	}
}

func checkSpans(t *testing.T, s string, spans []text.Span) {
	t.Helper()
	end := 0
	for _, p := range spans {
		if p.Start < end || p.End <= p.Start || p.End > len(s) {
			t.Fatalf("%q: spans %v", s, spans)
		}
		end = p.End
	}
}

// checkTokens checks the tokens, found type by type, against those of the text as a whole.
func checkTokens(t *testing.T, s string) {
	t.Helper()
	var want []string
	for cut := words.FromString(dclm.AsICU(s)); cut.Next(); {
		word := s[cut.Start():cut.End()]
		if r, _ := utf8.DecodeRuneInString(word); pytext.IsAlnum(r) {
			want = append(want, word)
		}
	}
	if diff := cmp.Diff(want, dclm.Tokens(s)); diff != "" {
		t.Errorf("%q: tokens (-want +got):\n%s", s, diff)
	}
}
