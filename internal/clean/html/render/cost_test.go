package render_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/clean/html/htmltest"
	"github.com/copydesk/copydesk/internal/clean/html/render"
	"github.com/copydesk/copydesk/internal/racetest"
)

// write parses a page and renders all of it.
func write(ctx context.Context, page string) (render.Result, error) {
	tree, err := dom.Parse(ctx, page)
	if err != nil {
		return render.Result{}, err
	}
	chosen := make([]dom.Part, len(tree.Texts))
	for i := range chosen {
		chosen[i] = dom.Keep
	}
	return render.Render(ctx, tree, chosen, render.Chances{})
}

//nolint:paralleltest // measures the CPU time of the process
func TestGrowth(t *testing.T) {
	htmltest.Growth(t, func(page string) {
		if _, err := write(t.Context(), page); err != nil {
			t.Error(err)
		}
	})
}

// TestShapes checks what must hold for any page, and the bounds on what one is made into, on pages that are all of one
// shape.
func TestShapes(t *testing.T) {
	t.Parallel()
	for _, p := range htmltest.Pages(4_000) {
		t.Run(p.Name, func(t *testing.T) {
			t.Parallel()
			if r := run(t, p.HTML, choose); len(r.Text) > 4*len(p.HTML)+8192 {
				t.Errorf("%d bytes of text from %d", len(r.Text), len(p.HTML))
			}
		})
	}
}

// TestManyBlocks checks pages of more blocks than are kept: the others belong to the block before.
func TestManyBlocks(t *testing.T) {
	t.Parallel()
	for _, p := range htmltest.Pages(1 << 20) {
		switch p.Name {
		case "paragraphs", "list of items", "table with code":
			r := run(t, p.HTML, choose)
			if most := 1<<15 + len(p.HTML)/32 + 1; len(r.Blocks) > most || len(r.Blocks) < most/2 {
				t.Errorf("%s: %d blocks, want at most %d", p.Name, len(r.Blocks), most)
			}
		}
	}
}

// TestDeadline ends the context after every number of looks at it, until the work is done.
func TestDeadline(t *testing.T) {
	t.Parallel()
	for _, p := range htmltest.Pages(140_000) {
		for looks := 0; ; looks = 4*looks + 1 {
			_, err := write(htmltest.Expiring(looks), p.HTML)
			if err == nil {
				break
			}
			if !errors.Is(err, context.DeadlineExceeded) {
				t.Fatalf("%s: %v", p.Name, err)
			}
		}
	}
}

// TestTimely holds what happens between two looks at the context to 100 ms of CPU time on a page of 16 MB, 25 on one of 4.
//
//nolint:paralleltest // measures the CPU time of the process
func TestTimely(t *testing.T) {
	racetest.Skip(t)
	const most = 25 * time.Millisecond
	for _, p := range htmltest.Pages(4 << 20) {
		switch p.Name {
		case "attributes", "character references", "one formula", "less-than signs", "one row", "scripts that hide their ends":
			gap := most
			for range 4 {
				gap = min(gap, htmltest.LongestGap(func(ctx context.Context) {
					if _, err := write(ctx, p.HTML); err != nil {
						t.Error(err)
					}
				}))
				if gap < most {
					break
				}
			}
			if gap >= most {
				t.Errorf("%s: more than %v without a look at the context", p.Name, gap)
			}
		}
	}
}
