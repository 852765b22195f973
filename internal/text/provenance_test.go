package text_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/text"
)

// edit applies n random edits to in.
func edit(r *rand.Rand, in string, n int, rule text.Rule) (string, text.Provenance) {
	e := text.NewEditor(in)
	for range n {
		from := e.At() + r.IntN(len(in)-e.At()+1)
		to := from + r.IntN(min(8, len(in)-from)+1)
		with := strings.Repeat("é", r.IntN(3))
		e.Replace(text.Span{Start: from, End: to}, with, text.Change{Rule: rule})
	}
	return e.Done()
}

// checkTiles fails unless p covers source and clean without a gap and replays exactly.
func checkTiles(t *testing.T, source, clean string, p text.Provenance) {
	t.Helper()
	at := text.Span{}
	for s := range p.Segments() {
		if s.Source.Start != at.Start || s.Clean.Start != at.End {
			t.Fatalf("segment %+v does not begin at %+v", s, at)
		}
		if s.Copied() && s.Source.Of(source) != s.Clean.Of(clean) {
			t.Fatalf("segment %+v is not a copy", s)
		}
		at = text.Span{Start: s.Source.End, End: s.Clean.End}
	}
	if at.Start != len(source) || at.End != len(clean) {
		t.Fatalf("segments end at %+v, want %d, %d", at, len(source), len(clean))
	}
	got := p.Replay(source, func(s text.Segment) string { return s.Clean.Of(clean) })
	if diff := cmp.Diff(clean, got); diff != "" {
		t.Fatalf("replay differs (-clean +replayed):\n%s", diff)
	}
}

func TestComposeReplays(t *testing.T) {
	t.Parallel()
	for seed := range uint64(2000) {
		r := rand.New(rand.NewPCG(seed, 1))
		source := strings.Repeat("abcdefghij", 1+r.IntN(6))
		clean, p := edit(r, source, r.IntN(6), "first")
		for range 1 + r.IntN(3) {
			next, q := edit(r, clean, r.IntN(6), "next")
			clean, p = next, compose(t, p, q)
		}
		checkTiles(t, source, clean, p)
	}
}

func TestProjectionsStayInRange(t *testing.T) {
	t.Parallel()
	for seed := range uint64(500) {
		r := rand.New(rand.NewPCG(seed, 2))
		source := strings.Repeat("abcdefghij", 1+r.IntN(4))
		clean, p := edit(r, source, r.IntN(6), "rule")
		for range 20 {
			start := r.IntN(len(clean) + 1)
			s := text.Span{Start: start, End: start + r.IntN(len(clean)-start+1)}
			from := p.ToSource(s)
			if from.Start < 0 || from.Start > from.End || from.End > len(source) {
				t.Fatalf("seed %d: ToSource(%v) = %v of %d bytes", seed, s, from, len(source))
			}
			for g := range p.Segments() {
				if !s.Empty() && g.Clean.Overlaps(s) && !g.Copied() && !from.Contains(g.Source) {
					t.Fatalf("seed %d: ToSource(%v) = %v lacks %v", seed, s, from, g.Source)
				}
			}
		}
	}
}

func TestProjectionIsExactInCopies(t *testing.T) {
	t.Parallel()
	source := "one  two three"
	e := text.NewEditor(source)
	e.Replace(text.Span{Start: 3, End: 5}, " ", text.Change{Rule: "space"})
	clean, p := e.Done()
	two := text.Span{Start: 4, End: 7}
	if got := two.Of(clean); got != "two" {
		t.Fatalf("clean text is %q", clean)
	}
	want := text.Span{Start: 5, End: 8}
	if diff := cmp.Diff(want, p.ToSource(two)); diff != "" {
		t.Errorf("ToSource (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(two, p.ToClean(want)); diff != "" {
		t.Errorf("ToClean (-want +got):\n%s", diff)
	}
}

func TestNoEditCopiesNothing(t *testing.T) {
	t.Parallel()
	clean, p := text.NewEditor("same").Done()
	if clean != "same" || !cmp.Equal(p, text.Identity(4)) {
		t.Errorf("got %q, %v", clean, p)
	}
}

func FuzzIndex(f *testing.F) {
	f.Add("plain ASCII")
	f.Add("déjà vu — 😀 日本語")
	f.Add(strings.Repeat("aé😀", 300))
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "\uFFFD")
		for _, unit := range []text.Unit{text.UTF8, text.UTF16, text.UTF32} {
			checkIndex(t, s, unit)
		}
	})
}

func checkIndex(t *testing.T, s string, unit text.Unit) {
	t.Helper()
	x := text.NewIndex(s, unit)
	want := 0
	for at, r := range s {
		if got := x.Offset(at); got != want {
			t.Fatalf("unit %d: Offset(%d) = %d, want %d", unit, at, got, want)
		}
		switch {
		case unit == text.UTF8:
			want += utf8.RuneLen(r)
		case unit == text.UTF16 && r > 0xFFFF:
			want += 2
		default:
			want++
		}
	}
	if got := x.Offset(len(s)); got != want {
		t.Fatalf("unit %d: Offset(%d) = %d, want %d", unit, len(s), got, want)
	}
}

// TestComposeTellsBoth holds that of two changes to one place neither is forgotten.
func TestComposeTellsBoth(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name          string
		first, second text.Change
		want          text.Change
	}{
		{
			"layers of one kind", text.Change{Rule: "a", Detail: "x", Confidence: .9}, text.Change{Rule: "a", Detail: "y"},
			text.Change{Rule: "a", Detail: "x + y", Confidence: .9},
		},
		{
			"two kinds", text.Change{Rule: "a", Detail: "x"}, text.Change{Rule: "b", Confidence: .8},
			text.Change{Rule: "b", Detail: "a x", Confidence: .8},
		},
		{"two kinds without detail", text.Change{Rule: "a"}, text.Change{Rule: "b"}, text.Change{Rule: "b", Detail: "a"}},
		{"one kind without detail", text.Change{Rule: "a"}, text.Change{Rule: "a"}, text.Change{Rule: "a"}},
		{
			"too long to tell", text.Change{Rule: "a", Detail: strings.Repeat("x", 150)}, text.Change{Rule: "a", Detail: strings.Repeat("y", 150)},
			text.Change{Rule: "a", Detail: strings.Repeat("x", 150)},
		},
	}
	for _, tt := range tests {
		c := text.NewChain("one")
		c.Edit().Replace(text.Span{Start: 1, End: 2}, "m", tt.first)
		apply(t, c)
		c.Edit().Replace(text.Span{Start: 1, End: 2}, "l", tt.second)
		apply(t, c)
		_, p := c.Done()
		if diff := cmp.Diff(tt.want, *slices.Collect(p.Segments())[1].Change); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

// TestDenseEdits holds the account of very many edits to being exact: one segment for each edit and one for each copy.
func TestDenseEdits(t *testing.T) {
	t.Parallel()
	const n = 1 << 17
	source := strings.Repeat("ab", n)
	e := text.NewEditor(source)
	for i := 1; i < len(source); i += 2 {
		e.Replace(text.Span{Start: i, End: i + 1}, "é", text.Change{Rule: "step"})
	}
	clean, p := e.Done()
	checkTiles(t, source, clean, p)
	if p.Len() != 2*n {
		t.Errorf("%d segments, want %d", p.Len(), 2*n)
	}
}
