//go:build unix

package growth_test

import (
	"context"
	"sync"
	"testing"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"github.com/copydesk/copydesk/internal/fnv"
	"github.com/copydesk/copydesk/internal/hostile"
	"github.com/copydesk/copydesk/internal/racetest"
)

// maxLate is how much may be computed after the end of a context, on a machine on which the yardstick takes usualYardstick.
const (
	maxLate        = 100 * time.Millisecond
	usualYardstick = 20 * time.Millisecond
)

// yardstick returns the CPU time of a fixed calculation. Limits are multiples of it, since the same work takes two or three times as
// long on another processor, or beside other programs that use its caches.
func yardstick() time.Duration {
	best := time.Duration(1 << 62)
	for range 5 {
		start := cpuTime()
		h := fnv.Start64
		for i := range uint64(16 << 20) {
			h = fnv.Add64(h, i)
		}
		if took := cpuTime() - start; h != 0 {
			best = min(best, took)
		}
	}
	return best
}

// shortDocuments are those of which the ordinary run tests the deadline, each slow in a step of its own.
var shortDocuments = []string{
	"ordinary text", "ordinary page", "list items", "one-letter paragraphs", "prose with mojibake", "carriage returns", "he said", "one word",
	"div in div with text", "list in list", "table rows", "links", "JSON-LD with a long body",
}

// TestDeadline tests that no operation computes for long without a look at its context: what it computes between two looks is
// what it would still compute after the end. A long run takes documents of 16 MB, for which the promise is made. The ordinary
// run takes smaller ones, and allows in proportion; the constant is for steps of a fixed size, garbage collection and noise.
func TestDeadline(t *testing.T) {
	racetest.Skip(t)
	size, allowed := 256<<10, yardstick()
	if *long {
		size, allowed = 16<<20, time.Duration(float64(maxLate)*max(1, float64(allowed)/float64(usualYardstick)))
	}
	s := newService()
	defer quietHeap()()
	list := operations(s, false)
	warmUp(t, s, list)
	k := readKnown(t, knownFile)
	for _, name := range shortDocuments {
		d, ok := hostile.Named(name)
		if !ok {
			t.Fatalf("there is no document %q", name)
		}
		content := d.Build(size)
		for _, op := range list {
			if d.Form != hostile.Text && !op.pages {
				continue
			}
			t.Run(d.Name+"/"+op.name, func(t *testing.T) {
				longest := time.Duration(1 << 62)
				for n := 0; n < 8 && longest > allowed; n++ { // a disturbance makes a gap longer, never shorter
					w := watch(context.Background())
					_, err := op.call(w, s, request(d.Form, content))
					if code := status.Code(err); err != nil && code != codes.InvalidArgument {
						t.Fatal(err)
					}
					longest = min(longest, w.end())
				}
				k.check(t, nameOf(d.Name, op.name, "deadline"), longest > allowed, longest > allowed/2,
					"computes for "+longest.String()+" without a look at its context, "+allowed.String()+" allowed")
			})
		}
	}
}

// TestEnded tests that a request whose context has ended is answered with its error and not with half a result.
func TestEnded(t *testing.T) {
	s := newService()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for _, d := range hostile.Documents()[:2] {
		for _, op := range operations(s, false) {
			if _, err := op.call(ctx, s, request(d.Form, d.Build(minSize))); status.Code(err) != codes.Canceled {
				t.Errorf("%s, %s: %v, want %v", d.Name, op.name, err, codes.Canceled)
			}
		}
	}
}

// A watcher that missed looks, or the time between them, would let every operation pass.
func TestWatcher(t *testing.T) {
	w := watch(context.Background())
	for start := cpuTime(); cpuTime()-start < 30*time.Millisecond; {
		if w.Err() != nil {
			t.Fatal("the context has ended")
		}
	}
	if got := w.end(); got > 15*time.Millisecond {
		t.Errorf("%v between looks that follow one another", got)
	}
	w = watch(context.Background())
	for start := cpuTime(); cpuTime()-start < 30*time.Millisecond; {
		continue
	}
	if got := w.end(); got < 30*time.Millisecond {
		t.Errorf("%v without a look, at least 30 ms were", got)
	}
}

// watcher is a context that never ends and measures what is computed between two looks at it.
type watcher struct {
	context.Context //nolint:containedctx // it is itself a context

	mu      sync.Mutex
	last    time.Duration
	longest time.Duration
}

func watch(parent context.Context) *watcher { return &watcher{Context: parent, last: cpuTime()} }

func (w *watcher) look() {
	w.mu.Lock()
	defer w.mu.Unlock()
	now := cpuTime()
	w.longest = max(w.longest, now-w.last)
	w.last = now
}

// Err counts as a look, as does Done.
func (w *watcher) Err() error {
	w.look()
	return w.Context.Err()
}

func (w *watcher) Done() <-chan struct{} {
	w.look()
	return w.Context.Done()
}

// end returns the longest time between two looks, and to the end.
func (w *watcher) end() time.Duration {
	w.look()
	return w.longest
}
