package quote

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/pool"
	"github.com/copydesk/copydesk/internal/text"
)

// Finder finds stretches block by block. Its memory is used again by each document.
type Finder struct {
	stack  []opened
	closed []Stretch // of the block, in the order in which they end
	open   bool      // the block before ended inside a stretch
}

// opened is a mark that waits for its end.
type opened struct {
	at, inner int // offsets of the mark and after it, in the block
	mark      rune
}

// maxDepth is how many marks wait for their end at most. With more, the first was a fault.
const maxDepth = 16

// Size returns the number of bytes of memory that the finder holds.
func (f *Finder) Size() int { return pool.Size(f.stack) + pool.Size(f.closed) }

// Begin prepares for another document.
func (f *Finder) Begin() { f.open = false }

// Block appends to dst the stretches of the block with the given number, in order. A mark without an end opens a stretch only if it
// is the last of the block, and the next block, of which rest is the beginning, opens with a mark too: it goes on with the speech.
func (f *Finder) Block(dst []Stretch, clean string, block text.Span, number int32, rest string, pace *text.Pace) ([]Stretch, error) {
	s := block.Of(clean)
	resumes := f.open
	f.open = false
	f.stack, f.closed = f.stack[:0], f.closed[:0]
	for i := 0; i < len(s); {
		k := i
		for i < len(s) && !begins[s[i]] {
			i++
		}
		if err := pace.Step(i - k + markWork); err != nil {
			return dst, err
		}
		if i == len(s) {
			break
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if strings.ContainsRune(doubleMarks, r) {
			f.mark(s, i, n, r)
		}
		i += n
	}
	if n := len(f.stack); n > 0 && beginsWithMark(rest) {
		if last := f.stack[n-1]; len(f.closed) == 0 || f.closed[len(f.closed)-1].Start < last.at {
			f.stack = f.stack[:n-1]
			f.close(s, last, len(s), len(s))
			f.closed[len(f.closed)-1].Open = true
			f.open = true
		}
	}
	return f.list(dst, clean, block, number, resumes), nil
}

// manyStretches is from how many stretches of a block on memory for all of them is taken at once.
const manyStretches = 64

// list appends the stretches of the block that are in no other.
func (f *Finder) list(dst []Stretch, clean string, block text.Span, number int32, resumes bool) []Stretch {
	first := len(dst)
	if len(f.closed) > manyStretches {
		dst = slices.Grow(dst, len(f.closed))
	}
	for _, c := range f.closed {
		for len(dst) > first && dst[len(dst)-1].Start >= block.Start+c.Start { // inside c
			dst = dst[:len(dst)-1]
		}
		c.Start, c.End, c.Inner, c.Block = c.Start+block.Start, c.End+block.Start, c.Inner.Shift(block.Start), number
		dst = append(dst, c)
	}
	if len(dst) > first && resumes && strings.TrimSpace(clean[block.Start:dst[first].Start]) == "" {
		dst[first].Resumes = true
	}
	return dst
}

// begins says which bytes begin a mark, and some other characters.
var begins = func() (b [256]bool) {
	for _, r := range doubleMarks {
		b[string(r)[0]] = true
	}
	return b
}()

// markWork is what one mark counts in the bytes of text.Pace.
const markWork = 16

// beginsWithMark reports whether a block begins with a mark that opens.
func beginsWithMark(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	return closing[r] != "" && around(s, 0, n).canOpen(r)
}

// mark deals with the mark r of n bytes at offset i of block s.
func (f *Finder) mark(s string, i, n int, r rune) {
	c := around(s, i, n)
	undirected := r == '"' || r == '＂' || r == '”' || r == '“'
	for k := range slices.Backward(f.stack) {
		if !strings.ContainsRune(closing[f.stack[k].mark], r) {
			continue
		}
		if undirected && c.mustOpen() || r == '“' && f.stack[k].mark == '“' && !c.mustClose() {
			break
		}
		if r == '"' && unicode.IsDigit(c.before) && ofInches(s, i+n) {
			return
		}
		f.close(s, f.stack[k], i, i+n)
		f.stack = f.stack[:k]
		return
	}
	if closing[r] == "" || !c.canOpen(r) || r == '”' && !c.mustOpen() && c.before != edge || r == '»' && !c.mustOpen() {
		return
	}
	if len(f.stack) == maxDepth {
		f.stack = append(f.stack[:0], f.stack[1:]...)
	}
	f.stack = append(f.stack, opened{i, i + n, r})
}

// close lists the stretch from o to offset end, its mark included to offset next.
func (f *Finder) close(s string, o opened, end, next int) {
	inner := text.Span{Start: o.inner, End: end}
	for inner.Start < inner.End {
		r, n := utf8.DecodeRuneInString(s[inner.Start:inner.End])
		if !unicode.IsSpace(r) {
			break
		}
		inner.Start += n
	}
	for inner.Start < inner.End {
		r, n := utf8.DecodeLastRuneInString(s[inner.Start:inner.End])
		if !unicode.IsSpace(r) {
			break
		}
		inner.End -= n
	}
	if !inner.Empty() {
		f.closed = append(f.closed, Stretch{Inner: inner, Start: o.at, End: next})
	}
}

// maxInches is how far after a mark of inches inside a stretch its end is looked for, in bytes.
const maxInches = 300

// ofInches reports whether the straight mark after a digit that ends before offset i is one of inches: the next mark is one that
// closes.
func ofInches(s string, i int) bool {
	end := min(len(s), i+maxInches)
	k := strings.IndexByte(s[i:end], '"')
	if k < 0 {
		return false
	}
	after := around(s, i, 0).after
	return (after == ' ' || after == '-') && around(s, i+k, 1).mustClose()
}
