package markdown

import (
	"strings"

	"github.com/copydesk/copydesk/internal/text"
)

// table writes rows of cells that are separated by tabs as a pipe table whose first row is its head. Rows between bars are
// written as they are. Empty cells before the first cell with text belong to the table, though not to its block.
func (w *writer) table(s text.Span) {
	clean := w.d.Clean
	if !w.page && clean[s.Start] == '|' {
		w.lines(s.Of(clean), false)
		return
	}
	for s.Start > 0 && clean[s.Start-1] == '\t' {
		s.Start--
	}
	columns := columnsOf(s.Of(clean))
	for at, row := s.Start, 0; at < s.End && w.err == nil; row++ {
		end := lineEnd(clean, at, s.End)
		cells := w.row(text.Span{Start: at, End: end})
		if row == 0 {
			w.put(strings.Repeat("  |", columns-cells) + w.newline + "|" + strings.Repeat(" --- |", columns))
		}
		if at = end + 1; at < s.End {
			w.put(w.newline)
		}
	}
}

// columnsOf returns how many cells the longest row has.
func columnsOf(body string) int {
	most, n := 1, 1
	for i := range len(body) {
		switch body[i] {
		case '\t':
			n++
			most = max(most, n)
		case '\n':
			n = 1
		}
	}
	return most
}

// lineEnd returns where the line that begins at offset at ends, at most end.
func lineEnd(s string, at, end int) int {
	if n := strings.IndexByte(s[at:end], '\n'); n >= 0 {
		return at + n
	}
	return end
}

// row writes one row and returns how many cells it has. Only the head is filled up to the number of columns: if all rows
// were, one long row would make every other as long.
func (w *writer) row(s text.Span) int {
	w.put("|")
	n := 0
	for at := s.Start; at <= s.End && w.err == nil; n++ {
		end := s.End
		if k := strings.IndexByte(w.d.Clean[at:s.End], '\t'); k >= 0 {
			end = at + k
		}
		w.put(" ")
		w.inCell = true
		w.flow(text.Span{Start: at, End: end})
		w.inCell = false
		w.put(" |")
		at = end + 1
	}
	return n
}
