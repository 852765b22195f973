package htmltest

import (
	"context"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"syscall"
	"testing"
	"time"

	"github.com/copydesk/copydesk/internal/racetest"
)

const (
	// smallPage is the size of the smaller page of a growth test in bytes: large enough for work that is quadratic in the
	// number of elements to outweigh the rest.
	smallPage = 48 << 10

	// mostGrowth is how many times the work on a page may cost that on a quarter of it: 4 and some for noise. Quadratic
	// work costs 16 times as much.
	mostGrowth = 6
)

// Growth fails for each shape of page on which work costs more than six times as much if the page is four times as long, and again
// if it is four times as long as that. It measures the CPU time of the process, so that the test must not run in parallel with others.
func Growth(t *testing.T, work func(page string)) {
	t.Helper()
	racetest.Skip(t)
	large := Pages(4 * smallPage)
	for i, small := range Pages(smallPage) {
		ratio := growth(small.HTML, large[i].HTML, work)
		if ratio < mostGrowth {
			continue
		}
		// What no longer fits into a cache costs a step once; what grows faster than the page does so at any size.
		if larger := Pages(16 * smallPage)[i].HTML; growth(large[i].HTML, larger, work) >= mostGrowth {
			t.Errorf("%s: a page of %d bytes costs %.1f times one of %d", small.Name, len(large[i].HTML), ratio, len(small.HTML))
		}
	}
}

// growth is how many times as much as the small page the large one costs.
func growth(small, large string, work func(page string)) (ratio float64) {
	for range 12 { // a busy machine or a cold cache makes one try of a linear step look worse, and none of a quadratic one good
		if ratio = cost(large, work) / cost(small, work); ratio < mostGrowth {
			break
		}
	}
	return ratio
}

// cost is the least CPU time of three runs, without the garbage collector's, which runs for large pages only. Each run has the memory of
// the one before: the first touch of fresh memory costs more than the work on it, and small pages need hardly any.
func cost(page string, work func(page string)) float64 {
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	least := time.Duration(1 << 62)
	for range 3 {
		runtime.GC()
		start := cpuTime()
		work(page)
		least = min(least, cpuTime()-start)
	}
	return float64(max(least, 20*time.Microsecond))
}

func cpuTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// PeakHeap returns by how much the heap grew while work ran, at most, in bytes, with the garbage collector running often
// enough for garbage not to count for much.
func PeakHeap(work func()) int64 {
	defer debug.SetGCPercent(debug.SetGCPercent(10))
	runtime.GC()
	before := heap()
	peak, stop, done := before, make(chan struct{}), make(chan struct{})
	go func() {
		defer close(done)
		for {
			select {
			case <-stop:
				return
			case <-time.After(500 * time.Microsecond):
				peak = max(peak, heap())
			}
		}
	}()
	work()
	close(stop)
	<-done
	return max(peak, heap()) - before
}

func heap() int64 {
	s := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(s)
	return int64(s[0].Value.Uint64()) //nolint:gosec // bytes of a process
}

// Expiring returns a context that ends after a number of looks at it, so that work can be stopped anywhere.
func Expiring(looks int) context.Context {
	return &expiring{Context: context.Background(), left: looks}
}

type expiring struct {
	context.Context //nolint:containedctx // it is one

	left int
}

func (c *expiring) Err() error {
	if c.left--; c.left < 0 {
		return context.DeadlineExceeded
	}
	return nil
}

// LongestGap returns the longest CPU time of the process between two looks at the context that work is given, from the
// first to the return of work: how late work can notice that its context has ended.
func LongestGap(work func(ctx context.Context)) time.Duration {
	runtime.GC()
	defer debug.SetGCPercent(debug.SetGCPercent(-1)) // the collector's time is not that of work
	c := &timed{Context: context.Background(), last: cpuTime()}
	work(c)
	c.look()
	return c.longest
}

type timed struct {
	context.Context //nolint:containedctx // it is one

	last, longest time.Duration
}

func (c *timed) look() {
	now := cpuTime()
	c.longest = max(c.longest, now-c.last)
	c.last = now
}

func (c *timed) Err() error {
	c.look()
	return nil
}
