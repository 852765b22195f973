//go:build unix

package score_test

import (
	"context"
	"errors"
	"math/rand/v2"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/copydesk/copydesk/internal/racetest"
	"github.com/copydesk/copydesk/internal/score"
	"github.com/copydesk/copydesk/internal/text"
)

// randomWords returns words of a few letters in a random order: few of them repeat in a row.
func randomWords(size, letters, length int, separator string) string {
	r := rand.New(rand.NewPCG(1, 1))
	var b strings.Builder
	for b.Len() < size {
		for range length {
			b.WriteByte("abcdefghijklmnopqrstuvwxyz0123456789"[r.IntN(letters)])
		}
		b.WriteString(separator)
	}
	return b.String()
}

// shapes are texts of about so many bytes that are large in one respect.
var shapes = map[string]func(size int) string{
	"prose":                func(n int) string { return strings.Repeat(prose+"\n\n", n/len(prose)) },
	"one-letter lines":     func(n int) string { return strings.Repeat("x\n", n/2) },
	"blank lines":          func(n int) string { return strings.Repeat("\n", n) },
	"one line":             func(n int) string { return strings.Repeat("word after word ", n/16) },
	"one word":             func(n int) string { return strings.Repeat("x", n) },
	"one word of parts":    func(n int) string { return strings.Repeat("a.b,", n/4) },
	"one word of capitals": func(n int) string { return strings.Repeat("ÉA", n/3) },
	"marks":                func(n int) string { return strings.Repeat("\u0301\u0323", n/4) },
	"emoji":                func(n int) string { return strings.Repeat("🙂", n/4) },
	"one-letter words":     func(n int) string { return randomWords(n, 26, 1, " ") },
	"distinct words":       func(n int) string { return randomWords(n, 36, 4, " ") },
	"words with stops":     func(n int) string { return randomWords(n, 26, 2, ". ") },
	"edits":                func(n int) string { return strings.Repeat("a b c\nx\n", n/8) },
	"items in cart":        func(n int) string { return strings.Repeat("items in cart\n", n/14) },
}

// asked is everything but lines, whose number is bounded.
func asked() score.Options { return score.Options{Features: score.All, Spans: true, Edits: true} }

// TestHeap checks the heap of everything at once against thirty times the text, with a margin for pools and for what the collector has not seen.
// The package comment of score promises it for any text.
func TestHeap(t *testing.T) {
	racetest.Skip(t)
	run(t, prose, everything()) // tables that are made once
	defer debug.SetGCPercent(debug.SetGCPercent(25))
	const size = 256 << 10
	for _, name := range []string{"prose", "one-letter lines", "one-letter words", "distinct words", "words with stops", "one word of parts", "edits"} {
		d := document(shapes[name](size))
		if peak, limit := peakHeap(t, d), 30*size+(8<<20); peak > limit {
			t.Errorf("%s: %d bytes on the heap for %d, more than %d", name, peak, len(d.Clean), limit)
		}
	}
}

// peakHeap returns the most bytes on the heap while d is scored, beyond what was there before.
func peakHeap(t *testing.T, d *text.Document) int {
	t.Helper()
	runtime.GC()
	before, peak := heapBytes(), 0
	stop, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		for {
			peak = max(peak, heapBytes())
			select {
			case <-stop:
				return
			case <-time.After(200 * time.Microsecond):
			}
		}
	}()
	if _, err := score.Run(t.Context(), d, asked()); err != nil {
		t.Error(err)
	}
	close(stop)
	<-stopped
	return peak - before
}

func heapBytes() int {
	s := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(s)
	return int(s[0].Value.Uint64())
}

// watched is a context that notes how much this process computed between two looks at it.
type watched struct {
	context.Context //nolint:containedctx // it is one

	last, longest time.Duration
	where         []uintptr
	looks, end    int // at which look it ends; 0 for never
}

var errEnded = errors.New("ended")

func (w *watched) Err() error {
	now := cpuTime()
	if gap := now - w.last; w.looks > 0 && gap > w.longest {
		w.longest = gap
		w.where = w.where[:runtime.Callers(2, w.where[:cap(w.where)])]
	}
	w.last = now
	if w.looks++; w.looks == w.end {
		return errEnded
	}
	return nil
}

func cpuTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err) // fails for a wrong argument only
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// TestDeadline checks the work between two looks at the context against what is 100 ms for a text of 16 MB: everything that is not
// interrupted takes time in proportion to the text.
func TestDeadline(t *testing.T) {
	racetest.Skip(t)
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	const size = 128 << 10
	const limit = 100*time.Millisecond*size/(16<<20) + time.Millisecond // for what is done between two looks in any text
	for name, shape := range shapes {
		d := document(shape(size))
		var w *watched
		for range 4 {
			runtime.GC()
			w = &watched{Context: t.Context(), where: make([]uintptr, 16)}
			if _, err := score.Run(w, d, asked()); err != nil {
				t.Fatal(err)
			}
			if w.longest <= limit {
				break
			}
		}
		if w.longest > limit {
			t.Errorf("%s: %v of work between two looks at the context, more than %v, before\n%s", name, w.longest, limit, frames(w.where))
		}
	}
}

func frames(pcs []uintptr) string {
	var b strings.Builder
	for f := runtime.CallersFrames(pcs); ; {
		frame, more := f.Next()
		b.WriteString(frame.Function[strings.LastIndexByte(frame.Function, '/')+1:] + "\n")
		if !more {
			return b.String()
		}
	}
}

// TestEnded ends the context at one look after the other, until a run has none left.
func TestEnded(t *testing.T) {
	d := document(strings.Repeat(prose+"\n\n", 10))
	for end := 1; ; end += 1 + end/4 {
		w := &watched{Context: t.Context(), where: make([]uintptr, 16), end: end}
		r, err := score.Run(w, d, everything())
		if err == nil {
			if w.looks < 20 {
				t.Errorf("only %d looks at the context", w.looks)
			}
			return
		}
		if !errors.Is(err, errEnded) || r != nil {
			t.Fatalf("look %d: %v", end, err)
		}
	}
}

// TestGrowth checks that four times the text takes less than six times the work, for texts that a careless rule reads again and
// again.
func TestGrowth(t *testing.T) {
	racetest.Skip(t)
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	for _, piece := range []string{
		"a", "a b ", "aa ab ", "x\n", "a b c.\n", " ", " \n", ".", ". ", "a.", ":", "http://", "[", "[1", "[edit]", "{", "#", "“", "•\n", "- ", "…", "\u00a0",
		"\u0301", "\u202f", "a\u202f", "🇩", "a:", "@", "Σ", "Σ'", "İ\n", "1,", "lorem ipsum ", "terms ", "privacy\n\n", "items in cart\n", "Sign-in",
		"Read more...", "12 likes\n", "AB\n", "jkpvf", "sex ", ":) ", "'s", "性", "a@b.", "1.2.3.4@", "a:80/", "x:( (", "9km", "..a", "°C.",
	} {
		runtime.GC()
		ratio := 10.0
		for range 5 {
			short, long := cost(t, strings.Repeat(piece, 2048/len(piece))), cost(t, strings.Repeat(piece, 4*2048/len(piece)))
			ratio = min(ratio, float64(long)/float64(short))
			if ratio < 6 {
				break
			}
		}
		if ratio >= 6 {
			t.Errorf("%q: four times the text takes %.1f times the work", piece, ratio)
		}
	}
}

func cost(t *testing.T, s string) time.Duration {
	t.Helper()
	d, start := document(s), cpuTime()
	if _, err := score.Run(t.Context(), d, everything()); err != nil {
		t.Fatal(err)
	}
	return cpuTime() - start
}
