package render_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/clean/html/render"
	"github.com/copydesk/copydesk/internal/text"
)

// TestReasons holds the reason for texts that are left out: of a run of them that of the likeliest content.
func TestReasons(t *testing.T) {
	t.Parallel()
	tree, err := dom.Parse(t.Context(), "<p>menu<p>teaser<p>text<p>more text<p>related")
	if err != nil {
		t.Fatal(err)
	}
	parts := []dom.Part{dom.LeaveOut, dom.LeaveOut, dom.Keep, dom.Keep, dom.LeaveOut}
	r, err := render.Render(t.Context(), tree, parts, render.Chances{Of: []float32{.1, .3, .9, .8, .7}, Threshold: .4})
	if err != nil {
		t.Fatal(err)
	}
	var got []text.Change
	for s := range r.Provenance.Segments() {
		if s.Change != nil && s.Rule == "html.boilerplate" {
			got = append(got, *s.Change)
		}
	}
	want := []text.Change{
		{Rule: "html.boilerplate", Confidence: .7, Threshold: .6},
		{Rule: "html.boilerplate", Detail: "stretch", Confidence: .3, Threshold: .6},
	}
	near := cmp.Comparer(func(a, b float32) bool { return a-b < .001 && b-a < .001 })
	if diff := cmp.Diff(want, got, near); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
