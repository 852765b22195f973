package repair

import (
	"strings"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/text"
)

// isLaidOut reports whether the blanks of line are layout: it is indented, as code and verse are, has tabs or drawing characters,
// or columns. Those are two gaps, or one that ends where a gap of the line before or after does; one of the two is wider than
// justifying a line makes it.
func (b *blanks) isLaidOut(line text.Span) bool {
	s := strings.TrimRight(line.Of(b.in), " \t")
	if s == "" || s[0] == ' ' || s[0] == '\t' {
		return true
	}
	gaps, wide, drawn := gapsOf(s)
	return drawn || wide && gaps.count > 1 || gaps.meet(b.gapsBefore(line.Start)) || gaps.meet(b.gapsAfter(line.End))
}

// gaps are the first gaps of a line: the columns at which they end, and whether they are wide.
type gaps struct {
	ends  [maxGaps]int
	wide  [maxGaps]bool
	count int
}

// maxGaps is how many gaps of a line are compared: lines of justified text have more.
const maxGaps = 6

// meet reports whether a gap of each ends at the same column, and one of these is wide.
func (g *gaps) meet(other gaps) bool {
	for i, a := range g.ends[:min(g.count, maxGaps)] {
		for k, b := range other.ends[:min(other.count, maxGaps)] {
			if a == b && (g.wide[i] || other.wide[k]) {
				return true
			}
		}
	}
	return false
}

const (
	// widest is the width of a gap that justifying a line makes, after which a gap is wide.
	widest = 2

	// longestRow is the length in bytes of the longest line that is a row of a layout.
	longestRow = 400
)

// gapsOf returns the gaps of line: two spaces and more that are not the wide space after a sentence. wide reports whether one of them is
// more than two spaces, drawn whether tabs, bars or drawing characters are in the line.
func gapsOf(line string) (g gaps, wide, drawn bool) {
	column := 0
	for i := 0; i < len(line); i++ {
		column++
		switch c := line[i]; {
		case c == '\t' || c == '|':
			return g, wide, true
		case c >= utf8.RuneSelf:
			r, n := utf8.DecodeRuneInString(line[i:])
			if kindOf(r) == box {
				return g, wide, true
			}
			i += n - 1
		case c == ' ' && i+1 < len(line) && line[i+1] == ' ':
			n := len(line[i:]) - len(strings.TrimLeft(line[i:], " "))
			if i > 0 && strings.IndexByte(".!?:;,\"')", line[i-1]) < 0 || n > widest+1 {
				wide = wide || n > widest
				g.add(column+n, n > widest)
			}
			i, column = i+n-1, column+n-1
		}
	}
	return g, wide, false
}

func (g *gaps) add(end int, wide bool) {
	if g.count < maxGaps {
		g.ends[g.count], g.wide[g.count] = end, wide
	}
	g.count++
}

// gapsBefore and gapsAfter return the gaps of the line that ends before offset at, and of that which begins after it; if it is blank, of the
// next in that direction.
func (b *blanks) gapsBefore(at int) gaps {
	s := strings.TrimRight(b.in[max(0, at-longestRow):at], " \n")
	start := strings.LastIndexByte(s, '\n')
	if start < 0 && at > longestRow {
		return gaps{}
	}
	return gapsOfRow(s[start+1:])
}

func (b *blanks) gapsAfter(at int) gaps {
	s := strings.TrimLeft(b.in[at:min(len(b.in), at+longestRow)], "\n")
	s, _, whole := strings.Cut(s, "\n")
	if !whole && len(b.in)-at > longestRow {
		return gaps{}
	}
	return gapsOfRow(s)
}

func gapsOfRow(line string) gaps {
	g, _, _ := gapsOf(strings.TrimRight(line, " \t"))
	return g
}
