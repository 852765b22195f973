package text_test

import (
	"context"
	"errors"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/copydesk/copydesk/internal/text"
)

// apply applies the last edit of c, which must not fail.
func apply(t testing.TB, c *text.Chain) bool {
	t.Helper()
	changed, err := c.Apply(text.NewPace(t.Context()))
	if err != nil {
		t.Fatal(err)
	}
	return changed
}

func compose(t testing.TB, p, q text.Provenance) text.Provenance {
	t.Helper()
	composed, err := p.Compose(text.NewPace(t.Context()), q)
	if err != nil {
		t.Fatal(err)
	}
	return composed
}

// TestChainIsCompose holds a chain to what composing the same steps one by one gives, with buffers that were used
// before.
func TestChainIsCompose(t *testing.T) {
	t.Parallel()
	for seed := range uint64(2000) {
		r := rand.New(rand.NewPCG(seed, 3))
		source := strings.Repeat("abcdefghij", r.IntN(6))
		c := text.NewChain(source)
		want, p := source, text.Identity(len(source))
		for range r.IntN(5) {
			e, plain := c.Edit(), text.NewEditor(want)
			for range r.IntN(4) {
				from := e.At() + r.IntN(len(want)-e.At()+1)
				to := from + r.IntN(min(8, len(want)-from)+1)
				with := strings.Repeat("é", r.IntN(3))
				e.Replace(text.Span{Start: from, End: to}, with, text.Change{Rule: "step"})
				plain.Replace(text.Span{Start: from, End: to}, with, text.Change{Rule: "step"})
			}
			next, q := plain.Done()
			if changed := apply(t, c); changed != (next != want) {
				t.Fatalf("seed %d: Apply reports %v", seed, changed)
			}
			if next != want {
				want, p = next, compose(t, p, q)
			}
			if c.Text() != want {
				t.Fatalf("seed %d: text is %q, want %q", seed, c.Text(), want)
			}
		}
		got, account := c.Done()
		if got != want {
			t.Fatalf("seed %d: got %q, want %q", seed, got, want)
		}
		checkTiles(t, source, got, account)
		if diff := cmp.Diff(p, account, cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("seed %d (-composed +chain):\n%s", seed, diff)
		}
	}
}

// TestApplyGivesUp tests that joining the accounts of two steps with very many changes ends soon after its context.
func TestApplyGivesUp(t *testing.T) {
	t.Parallel()
	c := text.NewChain(strings.Repeat("a\r", 1<<16))
	defer c.Close()
	for _, with := range []string{"\n", " "} {
		e := c.Edit()
		for at := 1; at < len(c.Text()); at += 2 {
			e.Replace(text.Span{Start: at, End: at + 1}, with, text.Change{Rule: "step"})
		}
		if with == "\n" {
			apply(t, c)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := c.Apply(text.NewPace(ctx)); !errors.Is(err, context.Canceled) {
		t.Errorf("error is %v", err)
	}
}

// BenchmarkChain edits a text in three steps: allocation is what the result needs, not what the steps need.
func BenchmarkChain(b *testing.B) {
	source := strings.Repeat("some words in a line of text\n", 4000)
	b.SetBytes(int64(len(source)))
	b.ReportAllocs()
	for b.Loop() {
		c := text.NewChain(source)
		for range 3 {
			e := c.Edit()
			e.Drop(text.Span{Start: 100, End: 110}, text.Change{Rule: "step"})
			apply(b, c)
		}
		c.Done()
	}
}
