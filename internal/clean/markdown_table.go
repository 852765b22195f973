package clean

import (
	"strings"

	"github.com/copydesk/copydesk/internal/text"
)

// table writes rows of cells, parted by tabs, as a pipe table whose first row is its head. Rows between bars are marked up
// already. Empty cells before the first one with text are no part of the block, but of the table.
func (m *markdown) table(s text.Span) string {
	clean := m.d.Clean
	if !m.page && clean[s.Start] == '|' {
		return s.Of(clean)
	}
	for s.Start > 0 && clean[s.Start-1] == '\t' {
		s.Start--
	}
	columns := columnsOf(s.Of(clean))
	var b strings.Builder
	for at, row := s.Start, 0; at < s.End; row++ {
		end := lineEnd(clean, at, s.End)
		m.row(&b, text.Span{Start: at, End: end}, columns)
		if row == 0 {
			b.WriteString("\n|" + strings.Repeat(" --- |", columns))
		}
		if at = end + 1; at < s.End {
			b.WriteByte('\n')
		}
	}
	return b.String()
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

// lineEnd returns where the line that begins at offset at ends, not behind end.
func lineEnd(s string, at, end int) int {
	if n := strings.IndexByte(s[at:end], '\n'); n >= 0 {
		return at + n
	}
	return end
}

// row writes one row. Only the head is filled up to the number of columns: the others end with their last cell, lest a
// single long row make all others as long.
func (m *markdown) row(b *strings.Builder, s text.Span, columns int) {
	b.WriteString("|")
	head := b.Len() == 1
	n := 0
	for at := s.Start; at <= s.End; n++ {
		end := s.End
		if k := strings.IndexByte(m.d.Clean[at:s.End], '\t'); k >= 0 {
			end = at + k
		}
		cell := strings.ReplaceAll(m.flow(text.Span{Start: at, End: end}), "|", "\\|")
		b.WriteString(" " + cell + " |")
		at = end + 1
	}
	if head {
		b.WriteString(strings.Repeat("  |", columns-n))
	}
}
