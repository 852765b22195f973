package profile_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

func TestRules(t *testing.T) {
	t.Parallel()
	got := profile.Rules("tool-quality", "tool", profile.Reject("too_short", "words", profile.Below, 50), profile.Reject("url", "urls", profile.AtLeast, 1))
	want := []profile.Rule{
		{ID: "tool-quality.too_short", Signal: "tool.words", Comparison: profile.Below, Threshold: 50},
		{ID: "tool-quality.url", Signal: "tool.urls", Comparison: profile.AtLeast, Threshold: 1},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestFails(t *testing.T) {
	t.Parallel()
	for c, want := range map[profile.Comparison][3]bool{ // of a value below, at and above the threshold
		profile.Below: {true, false, false}, profile.AtMost: {true, true, false}, profile.AtLeast: {false, true, true}, profile.Above: {false, false, true}, 0: {},
	} {
		r := profile.Rule{Comparison: c, Threshold: .9}
		if got := [3]bool{r.Fails(.8), r.Fails(.9), r.Fails(1)}; got != want {
			t.Errorf("comparison %d: %v, want %v", c, got, want)
		}
		if r.Fails(profile.Undefined) {
			t.Errorf("comparison %d: fails for an undefined value", c)
		}
	}
}

// TestEdits compares with a plain removal of bytes, over more edits than a chunk has.
func TestEdits(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 1))
	s := strings.Repeat("abcdefghij", 4000)
	edits, want := new(profile.Edits), strings.Builder{}
	for at := 0; at < len(s); {
		keep, drop := r.IntN(3), r.IntN(4)
		end := min(at+keep, len(s))
		want.WriteString(s[at:end])
		at = min(end+drop, len(s))
		edits.Drop(text.Span{Start: end, End: at}, r.IntN(2))
	}
	if edits.Len() < 5000 {
		t.Fatalf("only %d edits", edits.Len())
	}
	if diff := cmp.Diff(want.String(), edits.Apply(s)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	last := profile.Edit{Start: -1}
	for i := range edits.Len() {
		one := *edits.At(i)
		if one.Start < last.End || one.Start == last.End && one.Rule == last.Rule && i > 0 {
			t.Fatalf("edit %v after %v", one, last)
		}
		last = one
	}
	n := edits.Len()
	edits.Pop()
	edits.Append(profile.Edit{Start: last.Start, End: last.End, LineFeed: true})
	if edits.Len() != n || !strings.HasSuffix(edits.Apply(s), "\n"+s[last.End:]) {
		t.Error("the last edit was not replaced")
	}
}

func TestPlaces(t *testing.T) {
	t.Parallel()
	g := profile.Group{Find: func(t *pytext.Text, _ int, p *profile.Places) {
		for k := range t.Words().Len() {
			p.Add(t.Words().Span(k))
		}
		p.AddStretches(pytext.Stretches{List: [][2]int32{{0, 2}}, Count: 3}, t.Words().Cover)
	}}
	m := pytext.New("one two three")
	defer m.Release()
	p := g.Places(m, 0, 2)
	if diff := cmp.Diff(profile.Places{Spans: []text.Span{{Start: 0, End: 3}, {Start: 4, End: 7}}, Most: 2, Omitted: 4}, p); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if p := (profile.Group{}).Places(m, 0, 2); p.Spans != nil {
		t.Errorf("a group without places has %v", p.Spans)
	}
}
