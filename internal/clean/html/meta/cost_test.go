package meta_test

import (
	"context"
	"errors"
	"testing"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/clean/html/htmltest"
	"github.com/copydesk/copydesk/internal/clean/html/linked"
	"github.com/copydesk/copydesk/internal/clean/html/meta"
)

const address = "https://h.example/a"

func readPage(ctx context.Context, page string) (meta.Result, error) {
	tree, err := dom.Parse(ctx, page)
	if err != nil {
		return meta.Result{}, err
	}
	data, err := linked.Read(ctx, tree)
	if err != nil {
		return meta.Result{}, err
	}
	return meta.Read(ctx, tree, data, address)
}

//nolint:paralleltest // measures the CPU time of the process
func TestGrowth(t *testing.T) {
	htmltest.Growth(t, func(page string) {
		if _, err := readPage(t.Context(), page); err != nil {
			t.Error(err)
		}
	})
}

// TestShapes checks what must hold for any page on pages that are all of one shape.
func TestShapes(t *testing.T) {
	t.Parallel()
	for _, p := range htmltest.Pages(4_000) {
		t.Run(p.Name, func(t *testing.T) {
			t.Parallel()
			check(t, p.HTML, address)
		})
	}
}

// TestDeadline ends the context after every number of looks at it, until the work is done.
func TestDeadline(t *testing.T) {
	t.Parallel()
	for _, p := range htmltest.Pages(140_000) {
		for looks := 0; ; looks = 4*looks + 1 {
			_, err := readPage(htmltest.Expiring(looks), p.HTML)
			if err == nil {
				break
			}
			if !errors.Is(err, context.DeadlineExceeded) {
				t.Fatalf("%s: %v", p.Name, err)
			}
		}
	}
}
