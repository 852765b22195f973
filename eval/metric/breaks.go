package metric

import (
	"slices"
	"strings"
)

// Breaks measures paragraph breaks: the line ends between two neighbouring tokens that gold and answer share. What only
// one of them has, and so what was selected, does not count. The zero value has seen no page. It belongs to one goroutine.
type Breaks struct {
	found, spurious, missed int
	pages                   int // with a spurious one
}

// Add takes in the answer for one page. A page whose wanted text is a single line is passed over: in the benchmarks that
// is more often a text whose breaks were lost than a page of one paragraph.
func (b *Breaks) Add(gold, answer string) {
	want, wantBreaks := brokenTokens(gold)
	if !slices.Contains(wantBreaks[min(1, len(want)):], true) {
		return
	}
	got, gotBreaks := brokenTokens(answer)
	spurious := 0
	for _, m := range align(want, got) {
		for i := 1; i < m.n; i++ {
			switch w, g := wantBreaks[m.a+i], gotBreaks[m.b+i]; {
			case w && g:
				b.found++
			case w:
				b.missed++
			case g:
				spurious++
			}
		}
	}
	b.spurious += spurious
	if spurious > 0 {
		b.pages++
	}
}

// Precision returns the share of the answers' breaks that are wanted, over all pages.
func (b *Breaks) Precision() float64 {
	return ratio(float64(b.found), float64(b.found+b.spurious), 0)
}

// Recall returns the share of the wanted breaks that are in the answers, over all pages.
func (b *Breaks) Recall() float64 { return ratio(float64(b.found), float64(b.found+b.missed), 0) }

// F1 returns the harmonic mean of Precision and Recall.
func (b *Breaks) F1() float64 { return f1(b.Precision(), b.Recall()) }

// Spurious returns how many breaks are where none should be, and on how many pages.
func (b *Breaks) Spurious() (breaks, pages int) { return b.spurious, b.pages }

// brokenTokens returns the lower-cased tokens of s and before which of them a line ends.
func brokenTokens(s string) (tokens []string, broken []bool) {
	for line := range strings.Lines(strings.ToLower(s)) {
		for i, t := range Tokens(line) {
			tokens = append(tokens, t)
			broken = append(broken, i == 0)
		}
	}
	return tokens, broken
}
