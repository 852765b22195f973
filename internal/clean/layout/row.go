package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/text"
)

// row is a line of a page: cells that gaps of two spaces and more separate.
type row struct {
	text.Span // without the line break

	cells []cell
	odd   bool // no line of columns: too long, or with tabs
}

// cell is a piece of a row; from and to are its columns, half-open. A wide East Asian character takes two.
type cell struct {
	text.Span

	from, to int
}

// maxColumn is the column from which on a line is no line of a page.
const maxColumn = 320

// minGap is the least number of spaces between two cells.
const minGap = 2

// readRow reads the line of in that begins at offset at. Its cells are appended to cells. It also returns where the next line begins.
func readRow(in string, at int, cells *[]cell) (row, int) {
	end, next := lineEnd(in, at)
	r := row{Span: text.Span{Start: at, End: end}}
	if end-at > 3*maxColumn || strings.IndexByte(in[at:end], '\t') >= 0 {
		r.odd = true
		return r, next
	}
	first, column, blanks := len(*cells), 0, minGap
	for i := at; i < end; {
		c, size := utf8.DecodeRuneInString(in[i:end])
		if c == ' ' || c == '\f' {
			blanks += btoi(c == ' ')
			column += btoi(c == ' ')
			i++
			continue
		}
		if blanks >= minGap {
			*cells = append(*cells, cell{Span: text.Span{Start: i}, from: column})
		}
		last := &(*cells)[len(*cells)-1]
		blanks, column, i = 0, column+columnsOf(c), i+size
		last.End, last.to = i, column
	}
	r.cells, r.odd = (*cells)[first:], column > maxColumn
	return r, next
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// lineEnd returns where the line of in that begins at offset at ends, and where the next begins.
func lineEnd(in string, at int) (end, next int) {
	end = strings.IndexByte(in[at:], '\n')
	if end < 0 {
		return len(in), len(in)
	}
	end += at
	if next = end + 1; end > at && in[end-1] == '\r' {
		end--
	}
	return end, next
}

// columnsOf returns how many columns r takes.
func columnsOf(r rune) int {
	switch {
	case r < 0x1100:
		return 1
	case isWide(r):
		return 2
	default:
		return 1
	}
}

func isWide(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) || 0x3000 <= r && r <= 0x303f || 0xff00 <= r && r <= 0xff60
}

// blank reports whether nothing is on the line.
func (r *row) blank() bool { return len(r.cells) == 0 && !r.odd }

// part returns what is on the line between two columns, as one cell; an empty one at the line's start if nothing is.
func (r *row) part(from, to int) cell {
	p := cell{Span: text.Span{Start: r.Start, End: r.Start}}
	for _, c := range r.cells {
		if c.from < from || c.from >= to {
			continue
		}
		if p.Empty() {
			p = c
		}
		p.End, p.to = c.End, c.to
	}
	return p
}

// gap returns how many spaces are before column gutter, where a cell of the line begins after another; 0 if none does.
func (r *row) gap(gutter int) int {
	for k := 1; k < len(r.cells); k++ {
		if r.cells[k].from == gutter {
			return gutter - r.cells[k-1].to
		}
	}
	return 0
}

// clear reports whether nothing is in the columns before gutter, where a gap would be.
func (r *row) clear(gutter int) bool {
	for _, c := range r.cells {
		if c.from < gutter && c.to > gutter-minGap {
			return false
		}
	}
	return true
}
