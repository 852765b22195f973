package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"golang.org/x/term"
)

// bar shows how far a run is, on a terminal only and not more often than the eye can follow: how much of the input is done if
// its size is known, the rate, and the time left.
type bar struct {
	out   io.Writer // nil: no terminal
	total int64     // bytes of input; 0: not known
	from  int64     // where this run began
	at    int64     // what is done, in bytes of input
	began time.Time
	shown time.Time
	open  bool // the line on the terminal is the bar's
}

func newBar(stderr, in any) bar {
	b := bar{began: time.Now()}
	if file, ok := stderr.(*os.File); ok && term.IsTerminal(int(file.Fd())) {
		b.out = file
	}
	if file, ok := in.(*os.File); ok {
		if info, err := file.Stat(); err == nil && info.Mode().IsRegular() {
			b.total = info.Size()
		}
	}
	return b
}

// start notes that everything before at was done by an earlier run.
func (b *bar) start(at int64) { b.from, b.at, b.began = at, at, time.Now() }

const barEvery = 200 * time.Millisecond

func (b *bar) show(c counts, last bool) {
	if b.out == nil || !last && time.Since(b.shown) < barEvery {
		return
	}
	b.shown = time.Now()
	fmt.Fprintf(b.out, "\r\x1b[K%s", b.text(c, time.Since(b.began), last))
	b.open = !last
	if last {
		fmt.Fprintln(b.out)
	}
}

// clear makes room for a line of another kind.
func (b *bar) clear() {
	if b.open {
		fmt.Fprint(b.out, "\r\x1b[K")
		b.open = false
	}
}

// text is what the bar says after so long.
func (b *bar) text(c counts, elapsed time.Duration, last bool) string {
	text := fmt.Sprintf("%d documents, %d failed", c.done, c.failed)
	if c.left > 0 {
		text += fmt.Sprintf(", %d left out", c.left)
	}
	if seconds := elapsed.Seconds(); seconds > 0 {
		text += fmt.Sprintf(", %.0f/s", float64(c.done)/seconds)
	}
	if b.total <= 0 || last {
		return text
	}
	text = fmt.Sprintf("%3d %%  %s", 100*b.at/b.total, text)
	if done := b.at - b.from; done > 0 {
		left := time.Duration(float64(elapsed) * float64(b.total-b.at) / float64(done))
		text += fmt.Sprintf(", %s left", left.Round(time.Second))
	}
	return text
}
