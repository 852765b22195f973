package wall_test

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/clean/html/htmltest"
	"github.com/copydesk/copydesk/internal/clean/html/wall"
	"github.com/copydesk/copydesk/internal/text"
)

// wallCase is a page and the kind of wall that it is, 0 for none.
type wallCase struct {
	Name, Page string
	Kind       text.PageKind
	Incomplete bool
	Has, Lacks string // what the kept text has, and lacks
	Known      string // why the answer is not what it should be
}

func cases(t testing.TB) []wallCase {
	t.Helper()
	b, err := os.ReadFile("testdata/cases.json")
	if err != nil {
		t.Fatal(err)
	}
	var list []wallCase
	if err := json.Unmarshal(b, &list); err != nil {
		t.Fatal(err)
	}
	return list
}

// detect takes all text of a page outside navigation and forms for its content.
func detect(ctx context.Context, page string) (text.Page, string, error) {
	tree, err := dom.Parse(ctx, page)
	if err != nil {
		return text.Page{}, "", err
	}
	parts := make([]dom.Part, len(tree.Texts))
	for i := range parts {
		if tree.Nodes[tree.Texts[i].Parent].In&(dom.Nav|dom.Footer|dom.Header|dom.Form) == 0 {
			parts[i] = dom.Keep
		}
	}
	found, err := wall.Detect(ctx, tree, parts)
	var kept []string
	for i, p := range parts {
		if p.Written() {
			kept = append(kept, tree.Span(int32(i)).Of(page))
		}
	}
	return found, strings.Join(kept, " "), err
}

func TestCases(t *testing.T) {
	t.Parallel()
	for _, c := range cases(t) {
		t.Run(c.Name, func(t *testing.T) {
			t.Parallel()
			got, kept, err := detect(t.Context(), c.Page)
			if err != nil {
				t.Fatal(err)
			}
			if got.Kind != c.Kind || got.Incomplete != c.Incomplete {
				t.Errorf("kind %d, incomplete %v (%+v), want %d, %v", got.Kind, got.Incomplete, got.Evidence, c.Kind, c.Incomplete)
			}
			if !strings.Contains(kept, c.Has) || c.Lacks != "" && strings.Contains(kept, c.Lacks) {
				t.Errorf("kept %q", kept)
			}
			if got.Kind.IsWall() != (len(got.Evidence) > 0) || got.Kind.IsWall() != (got.Confidence >= .9) {
				t.Errorf("confidence %v, evidence %+v", got.Confidence, got.Evidence)
			}
			for _, e := range got.Evidence {
				if !strings.HasPrefix(e.Source.Of(c.Page), e.Text) || len(e.Text) > 256 || e.Rule == "" {
					t.Errorf("evidence %+v", e)
				}
			}
		})
	}
}

//nolint:paralleltest // measures the CPU time of the process
func TestGrowth(t *testing.T) {
	htmltest.Growth(t, func(page string) {
		if _, _, err := detect(t.Context(), page); err != nil {
			t.Error(err)
		}
	})
}

func TestDeadline(t *testing.T) {
	t.Parallel()
	for _, p := range htmltest.Pages(140_000) {
		tree, err := dom.Parse(t.Context(), p.HTML)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := wall.Detect(htmltest.Expiring(0), tree, make([]dom.Part, len(tree.Texts))); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("%s: %v", p.Name, err)
		}
	}
}

// FuzzDetect holds that any page is read without harm, and the same each time.
func FuzzDetect(f *testing.F) {
	for _, c := range cases(f) {
		f.Add(c.Page)
	}
	f.Fuzz(func(t *testing.T, s string) {
		page := strings.ToValidUTF8(s, "\uFFFD")
		first, _, err := detect(t.Context(), page)
		if err != nil {
			t.Fatal(err)
		}
		second, _, err := detect(t.Context(), page)
		if diff := cmp.Diff(first, second); err != nil || diff != "" {
			t.Fatal(err, diff)
		}
	})
}
