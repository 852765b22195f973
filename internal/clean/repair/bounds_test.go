package repair_test

import (
	"context"
	"errors"
	"runtime"
	"strings"
	"testing"

	"github.com/copydesk/copydesk/internal/clean/repair"
	"github.com/copydesk/copydesk/internal/text"
)

// hostile are units of which texts are made that take long or have many changes, and the passes that walk over such a text
// at least, with the first look and the last.
var hostile = []struct {
	name, unit string
	walks      int
}{
	{"one line", "The ferry left late. ", 1},
	{"one-letter lines", "x\n", 1},
	{"blank lines", "\n", 1},
	{"gaps of blank lines", "x\n\n\n", 2},
	{"spaces", " ", 1},
	{"gaps in lines", "a    b ", 2},
	{"carriage returns", "a\r", 2},
	{"controls", "a\x00", 2},
	{"terminal escapes", "\x1b[1m", 2},
	{"soft hyphens", "\u00ad", 2},
	{"C1 controls", "a\u0092a", 3},
	{"no-break spaces", "\u00a0", 2},
	{"no-break spaces in words", "a\u00a0b ", 3},
	{"ligatures", "ﬁ", 2},
	{"decomposed letters", "e\u0301", 2},
	{"marks of one letter", "\u0301\u0323", 4},
	{"entities", "&amp;x", 2},
	{"an entity escaped again and again", "amp;", 1},
	{"tags", "<&amp;", 2},
	{"mojibake", "Ã©", 3},
	{"mojibake in words", "cafÃ© ", 3},
	{"lost bytes", "â€", 3},
	{"lost bytes in words", "â€ ", 3},
	{"doubtful mojibake", "Ã’", 2},
	{"mojibake in lower case", "ã¢", 1},
	{"Han", "火车一大早", 1},
}

func hostileText(unit string, size int) string {
	return "&e" + strings.Repeat(unit, size/len(unit)) + "a"
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

// TestDeadline holds every pass to looking at its deadline at least once in 128 KiB, also on one line, in one cluster and in
// one run of marks, and to giving up at once when it has ended.
func TestDeadline(t *testing.T) {
	t.Parallel()
	const size, between = 1 << 19, 128 << 10
	rules := text.NewRuleSet(repair.Rules, nil, nil)
	for _, h := range hostile {
		t.Run(h.name, func(t *testing.T) {
			t.Parallel()
			in := hostileText(h.unit, size)
			repairUntil := func(end int) (int, error) {
				c := text.NewChain(in)
				defer c.Close()
				ctx := &countdown{Context: t.Context(), end: end}
				err := repair.Run(ctx, c, rules)
				return ctx.looks, err
			}
			looks, err := repairUntil(1 << 30)
			if least := h.walks * size / between; err != nil || looks < least {
				t.Errorf("%d looks, error %v, want %d looks at least", looks, err, least)
			}
			for _, end := range []int{1, looks / 2, looks} {
				if got, err := repairUntil(end); !errors.Is(err, context.DeadlineExceeded) || got > end {
					t.Errorf("a context that ends at look %d of %d: looked at %d times, error %v", end, looks, got, err)
				}
			}
		})
	}
}

// TestMemory bounds what is allocated in all, and so the peak. The most is needed where every other character is changed.
func TestMemory(t *testing.T) { //nolint:paralleltest // others would be counted too
	const size, most = 1 << 19, 30
	rules := text.NewRuleSet(repair.Rules, nil, nil)
	for _, h := range hostile {
		in := hostileText(h.unit, size)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		c := text.NewChain(in)
		if err := repair.Run(t.Context(), c, rules); err != nil {
			t.Fatal(err)
		}
		runtime.ReadMemStats(&after)
		c.Close()
		if n := after.TotalAlloc - before.TotalAlloc; n > most*size {
			t.Errorf("%s: %.1f bytes are allocated for each byte, want %d at most", h.name, float64(n)/size, most)
		}
	}
}
