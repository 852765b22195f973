package boilerplate_test

import (
	"context"
	"errors"
	"runtime"
	"strings"
	"testing"

	"github.com/copydesk/copydesk/internal/clean/boilerplate"
	"github.com/copydesk/copydesk/internal/text"
)

// hostile are units of which texts are made that have many lines, many lines to drop or much to look at in one line.
var hostile = map[string]string{
	"one-letter lines":       "x\n",
	"blank lines":            "\n",
	"short dropped lines":    "ad\n",
	"lines of marks":         "--\n",
	"dropped lines that end": "Read more about Tom\n",
	"suffixes":               "Read more. ",
	"beginnings of prompts":  strings.Repeat("Sign up. Follow Tom Ellery on Get our free daily. ", 11) + "\n",
	"names":                  "Follow Tom Ellery Ann Cole Ned Farrow Ruth Adeyemi Ines Vidal Ana Brock at\n",
	"repeated paragraph":     paragraph,
	"Russian":                "Мы долго ждали поезда, но он так и не пришёл.\n",
	"Chinese":                "火车一大早就离开了车站，没有人赶上。\n",
}

// countdown is a context that ends at a look.
type countdown struct {
	context.Context //nolint:containedctx // it is a context
	looks, end      int
}

func (c *countdown) Err() error {
	c.looks++
	if c.looks >= c.end {
		return context.DeadlineExceeded
	}
	return nil
}

// TestDeadline holds Run to looking at its deadline at least once in 128 KiB, within a line too if endings are cut off it one
// by one, and to giving up at once when it has ended.
func TestDeadline(t *testing.T) {
	t.Parallel()
	const size, between = 1 << 19, 128 << 10
	rules := text.NewRuleSet(boilerplate.Rules, nil, nil)
	for name, unit := range hostile {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			in := "T" + strings.Repeat(unit, size/len(unit))
			runUntil := func(end int) (int, error) {
				c := text.NewChain(in)
				defer c.Close()
				ctx := &countdown{Context: t.Context(), end: end}
				_, err := boilerplate.Run(ctx, c, boilerplate.Balanced, rules)
				return ctx.looks, err
			}
			looks, err := runUntil(1 << 30)
			if least := size / between; err != nil || looks < least {
				t.Errorf("%d looks, error %v, want %d looks at least", looks, err, least)
			}
			for _, end := range []int{1, max(looks/2, 1), looks} {
				if got, err := runUntil(end); !errors.Is(err, context.DeadlineExceeded) || got > end {
					t.Errorf("a context that ends at look %d of %d: looked at %d times, error %v", end, looks, got, err)
				}
			}
		})
	}
}

// TestMemory bounds what is allocated in all, and so the peak. The most is needed by a text of short lines that all go: their
// list costs 40 bytes a line, up to MaxDropped lines.
func TestMemory(t *testing.T) { //nolint:paralleltest // others would be counted too
	const size, most, list = 1 << 20, 10, boilerplate.MaxDropped * 40 * 5 // a slice that grows is allocated five times over
	rules := text.NewRuleSet(boilerplate.Rules, nil, nil)
	for name, unit := range hostile {
		in := strings.Repeat(unit, size/len(unit))
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		c := text.NewChain(in)
		dropped, err := boilerplate.Run(t.Context(), c, boilerplate.Balanced, rules)
		if err != nil {
			t.Fatal(err)
		}
		runtime.ReadMemStats(&after)
		c.Close()
		if n := int(after.TotalAlloc - before.TotalAlloc); n > most*size+list {
			t.Errorf("%s: %.1f bytes are allocated for each byte", name, float64(n)/size)
		}
		if len(dropped) > boilerplate.MaxDropped {
			t.Errorf("%s: %d lines are listed", name, len(dropped))
		}
	}
}
