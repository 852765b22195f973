package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/text"
)

// heads are the lines of one kind, alike but for a number, that may run on the pages of a text.
type heads struct {
	count, inOrder, inside int // how many there are, that follow the one before by number, that are inside a sentence or at a form feed
	number                 int // the last one's
	first, last            int // where the first and the last one begin
}

const (
	// minPages is the least number of pages, maxStep the greatest difference between two numbers in order, and pageSize the least
	// number of bytes between two heads, on average.
	minPages, maxStep, pageSize = 3, 4, 300

	// maxKinds bounds the kinds of lines that are looked at.
	maxKinds = 1 << 12
)

// running reports whether the lines are of the pages and not of the text.
func (h *heads) running() bool {
	return h.count >= minPages && 3*h.inOrder >= 2*(h.count-1) && h.inside > 0 && 4*h.inside >= h.count &&
		h.last-h.first >= pageSize*(h.count-1)
}

func (h *heads) add(at, number int, inside bool) {
	if h.count++; h.count == 1 {
		h.first = at
	}
	h.inOrder += btoi(h.count > 1 && number > h.number && number <= h.number+maxStep)
	h.inside += btoi(inside)
	h.number, h.last = number, at
}

// pages finds what is of the pages in a text.
type pages struct {
	in       string
	numbered map[uint64]*heads
	beside   map[string]int // how often a line without a number is beside one that runs
	counting bool           // these are being counted
}

// dropRunningLines drops page numbers and running heads, and with notes moves footnotes out of sentences.
func dropRunningLines(pace *text.Pace, c *text.Chain, notes bool) error {
	p := pages{in: c.Text(), numbered: map[uint64]*heads{}, beside: map[string]int{}, counting: true}
	if err := p.find(pace); err != nil || len(p.numbered) == 0 {
		return err
	}
	if err := p.eachGap(pace, p.countNeighbours); err != nil {
		return err
	}
	p.counting = false
	d := dropper{pages: &p, e: c.Edit(), notes: notes}
	if err := p.eachGap(pace, d.drop); err != nil {
		return err
	}
	d.placeWithin(len(p.in), false)
	_, err := c.Apply(pace)
	return err
}

// find finds the kinds of lines that run.
func (p *pages) find(pace *text.Pace) error {
	for at := 0; at < len(p.in); {
		end, next := lineEnd(p.in, at)
		if err := pace.Step(next - at); err != nil {
			return err
		}
		if end-at > maxColumn {
			at = next
			continue
		}
		if key, number, ok := numbered(trimmed(p.in[at:end])); ok {
			h := p.numbered[key]
			if h == nil && len(p.numbered) < maxKinds {
				h = &heads{}
				p.numbered[key] = h
			}
			if h != nil {
				h.add(at, number, p.isInside(at, next))
			}
		}
		at = next
	}
	for key, h := range p.numbered {
		if !h.running() {
			delete(p.numbered, key)
		}
	}
	return nil
}

// isInside reports whether the line from at to next is inside a sentence that goes on after the end of a page, or beside a form feed,
// by itself or with the short lines beside it.
func (p *pages) isInside(at, next int) bool {
	for _, all := range [...]bool{false, true} {
		if g := p.gapAround(at, next, func(string) bool { return all }); g.fed || g.splits {
			return true
		}
	}
	return false
}

// runs reports whether line is one that runs on the pages.
func (p *pages) runs(line string) bool {
	key, _, ok := numbered(line)
	return ok && p.numbered[key] != nil
}

// countNeighbours counts the lines without a number that are beside one that runs.
func (p *pages) countNeighbours(g gap) {
	for _, line := range g.lines {
		if !p.runs(line) {
			p.beside[line]++
		}
	}
}

// trimmed returns line without white space and form feeds around it.
func trimmed(line string) string { return strings.TrimSpace(line) }

// longestBeside is the length in bytes of the longest head without a number.
const longestBeside = 60

// isShort reports whether line may be a running head: it is short and ends no sentence.
func isShort(line string) bool {
	r, _ := utf8.DecodeRuneInString(line)
	return len(line) <= longestBeside && !endsSentence(line) && (unicode.IsUpper(r) || unicode.IsDigit(r) || !unicode.IsLetter(r))
}

func endsSentence(line string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(line, `"'”’»)]`))
	return strings.ContainsRune(".!?:。！？：…", r)
}

// unfinished reports whether a sentence goes on after line, which is wrapped.
func unfinished(line string) bool {
	r, _ := utf8.DecodeLastRuneInString(line)
	return len(line) >= minFull && (unicode.IsLetter(r) || r == ',' || r == '-')
}

// minFull is the least length in bytes of a wrapped line.
const minFull = 30

// goesOn reports whether line goes on with a sentence.
func goesOn(line string) bool {
	r, _ := utf8.DecodeRuneInString(line)
	return unicode.IsLower(r) || isWide(r)
}
