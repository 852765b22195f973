package render_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/clean/html/render"
	"github.com/copydesk/copydesk/internal/text"
)

// marks in a test page choose what is written: texts in an element with class "out" are left out, those in one with class
// "reply" are a reader's, all others are content.
func choose(tree *dom.Tree) []dom.Part {
	chosen := make([]dom.Part, len(tree.Texts))
	for i := range chosen {
		chosen[i] = dom.Keep
	}
	for i := range tree.Nodes {
		n := &tree.Nodes[i]
		as, ok := map[string]dom.Part{"out": dom.LeaveOut, "reply": dom.Reply}[tree.Raw(int32(i), dom.Class)]
		for k := n.FirstText; ok && k < n.EndText; k++ {
			chosen[k] = as
		}
	}
	return chosen
}

func run(t *testing.T, page string, choose func(*dom.Tree) []dom.Part) render.Result {
	t.Helper()
	tree, err := dom.Parse(t.Context(), page)
	if err != nil {
		t.Fatal(err)
	}
	r, err := render.Render(t.Context(), tree, choose(tree), render.Chances{})
	if err != nil {
		t.Fatal(err)
	}
	checkInvariants(t, page, r)
	return r
}

// checkInvariants fails unless the account of r is exact and what it says of the text is in order.
func checkInvariants(t *testing.T, page string, r render.Result) {
	t.Helper()
	if utf8.ValidString(page) && !utf8.ValidString(r.Text) {
		t.Fatalf("not UTF-8: %q", r.Text)
	}
	checkAccount(t, page, r)
	end := 0
	for _, b := range r.Blocks {
		if b.Span.Empty() || strings.TrimSpace(r.Text[end:b.Span.Start]) != "" || b.Kind == 0 {
			t.Fatalf("block %+v after %d of %q", b, end, r.Text)
		}
		end = b.Span.End
	}
	if end != len(r.Text) {
		t.Fatalf("blocks end at %d of %q", end, r.Text)
	}
	checkSpans(t, r)
}

func checkAccount(t *testing.T, page string, r render.Result) {
	t.Helper()
	at := text.Span{}
	for s := range r.Provenance.Segments() {
		if s.Source.Start != at.Start || s.Clean.Start != at.End || s.Source.End < s.Source.Start {
			t.Fatalf("segment %+v does not begin at %+v of %q", s, at, page)
		}
		if s.Copied() && s.Source.Of(page) != s.Clean.Of(r.Text) {
			t.Fatalf("segment %+v is not a copy in %q", s, page)
		}
		at = text.Span{Start: s.Source.End, End: s.Clean.End}
	}
	if at.Start != len(page) || at.End != len(r.Text) {
		t.Fatalf("segments end at %+v, want %d, %d; page %q", at, len(page), len(r.Text), page)
	}
}

func checkSpans(t *testing.T, r render.Result) {
	t.Helper()
	end := 0
	for _, x := range r.Inlines {
		if x.Span.Start < end || x.Span.Empty() || x.Span.End > len(r.Text) {
			t.Fatalf("inline %+v after %d of %q", x, end, r.Text)
		}
		end = x.Span.End
	}
	end = 0
	for _, x := range r.Anchors {
		if x.Span.Start < end || x.Span.Empty() || x.Span.End > len(r.Text) {
			t.Fatalf("link %+v after %d of %q", x, end, r.Text)
		}
		end = x.Span.End
	}
	at := 0
	for _, x := range r.Images {
		if x.At < at || x.At > len(r.Text) {
			t.Fatalf("image %+v after %d of %q", x, at, r.Text)
		}
		at = x.At
	}
}

// expectation is one case of testdata.
type expectation struct {
	Name, Page, Text string
	Blocks           []string // kind, and what else is set
	Links            []string
	Images           []string
	Inlines          []string
	Known            string // why the text is not what it should be
}

func cases(t *testing.T) []expectation {
	t.Helper()
	files, err := filepath.Glob("testdata/*.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	var all []expectation
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		var more []expectation
		if err := json.Unmarshal(b, &more); err != nil {
			t.Fatalf("%s: %v", f, err)
		}
		all = append(all, more...)
	}
	return all
}

func TestRender(t *testing.T) {
	t.Parallel()
	for _, tt := range cases(t) {
		t.Run(tt.Name, func(t *testing.T) {
			t.Parallel()
			r := run(t, tt.Page, choose)
			if diff := cmp.Diff(tt.Text, r.Text); diff != "" {
				t.Errorf("text (-want +got):\n%s", diff)
			}
			if tt.Blocks == nil {
				return
			}
			if diff := cmp.Diff(tt.Blocks, blocks(r)); diff != "" {
				t.Errorf("blocks (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(tt.Links, links(r)); diff != "" {
				t.Errorf("links (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(tt.Images, images(r)); diff != "" {
				t.Errorf("images (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(tt.Inlines, inlines(r)); diff != "" {
				t.Errorf("inlines (-want +got):\n%s", diff)
			}
		})
	}
}
