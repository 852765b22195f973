package layout

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/clean/reflow/breaks"
	"github.com/copydesk/copydesk/internal/text"
)

// maxRows is how many lines are looked at together: more than a page has.
const maxRows = 256

// splitter puts columns one after the other.
type splitter struct {
	in    string
	e     *text.Editor
	rows  []row
	cells []cell
}

// splitColumns puts the columns of each page of c one after the other.
func splitColumns(pace *text.Pace, c *text.Chain) error {
	in := c.Text()
	if strings.Count(in, "   ") < minSupport {
		return nil
	}
	s := splitter{in: in, e: c.Edit()}
	for at := 0; at < len(in); {
		next := s.readPage(at)
		if err := pace.Step((next - at) * 4); err != nil {
			return err
		}
		s.splitPage(s.rows)
		at = next
	}
	_, err := c.Apply(pace)
	return err
}

// maxSplits bounds how many places of a page are looked at.
const maxSplits = 4

// readPage reads rows from offset at up to a form feed, a line that no page has, or maxRows, and returns where it stopped.
func (s *splitter) readPage(at int) int {
	s.rows, s.cells = s.rows[:0], s.cells[:0]
	for at < len(s.in) && len(s.rows) < maxRows {
		if len(s.rows) > 0 && s.in[at] == '\f' {
			return at
		}
		r, next := readRow(s.in, at, &s.cells)
		if r.odd {
			return next
		}
		s.rows = append(s.rows, r)
		at = next
	}
	return at
}

// splitPage splits the longest stretch of rows that has columns, and then those after it.
func (s *splitter) splitPage(rows []row) {
	for range maxSplits {
		gutter := findGutter(rows, 0, maxColumn)
		if gutter == 0 {
			return
		}
		from, to := stretch(rows, gutter)
		if to <= from {
			return
		}
		if columns := s.divide(rows[from:to], 0, maxColumn+1, maxDepth); len(columns) > 1 && !s.isTable(columns) {
			s.write(rows[from:to], columns)
		}
		rows = rows[to:]
	}
}

// maxDepth bounds how often columns are divided: a page has up to 2 << maxDepth.
const maxDepth = 2

// column is one column of a stretch: for each row what is in it, empty where nothing is.
type column []cell

// divide returns the columns of running text between two columns of the page, from left to right; what cannot be divided is one.
func (s *splitter) divide(rows []row, from, to, depth int) []column {
	gutter := findGutter(rows, from, to)
	if depth > 0 && gutter > 0 && isClear(rows, gutter) && supports(rows, gutter) {
		columns := append(s.divide(rows, from, gutter, depth-1), s.divide(rows, gutter, to, depth-1)...)
		if !slices.ContainsFunc(columns, s.isNoProse) {
			return columns
		}
	}
	whole := make(column, len(rows))
	for i := range rows {
		whole[i] = rows[i].part(from, to)
	}
	return []column{whole}
}

func isClear(rows []row, gutter int) bool {
	return !slices.ContainsFunc(rows, func(r row) bool { return !r.clear(gutter) })
}

// write leaves the first column of rows where it is and puts the others after it.
func (s *splitter) write(rows []row, columns []column) {
	why := text.Change{Rule: Columns}
	var rest strings.Builder
	for _, c := range columns[1:] {
		rest.WriteString("\n\n")
		s.writeColumn(&rest, c)
	}
	first := columns[0]
	done, wide := nextCell(first, 0), width(first)
	for k := done + 1; k < len(rows); k++ {
		if !first[k].Empty() {
			s.e.Replace(text.Span{Start: first[done].End, End: first[k].Start}, s.between(first, done, k, wide), why)
			done = k
		}
	}
	s.e.Replace(text.Span{Start: first[done].End, End: rows[len(rows)-1].End}, rest.String(), why)
}

// nextCell returns the first row from i on in which c has text.
func nextCell(c column, i int) int {
	for i < len(c) && c[i].Empty() {
		i++
	}
	return i
}

// writeColumn writes the lines of c.
func (s *splitter) writeColumn(w *strings.Builder, c column) {
	wide := width(c)
	for i := nextCell(c, 0); i < len(c); {
		w.WriteString(c[i].Of(s.in))
		next := nextCell(c, i+1)
		if next < len(c) {
			w.WriteString(s.between(c, i, next, wide))
		}
		i = next
	}
}

// narrowest is the width from which on wrapped lines are joined later, with more care.
const narrowest = 40

// between returns what to write between two rows of c, a column of some width, that have no text between them: a line feed, two
// where other rows are between them. The lines of a narrow column are joined where they are full.
func (s *splitter) between(c column, i, next, width int) string {
	a, b := c[i], c[next]
	last, _ := utf8.DecodeLastRuneInString(a.Of(s.in))
	first, _ := utf8.DecodeRuneInString(b.Of(s.in))
	switch {
	case next > i+1:
		return "\n\n"
	case width >= narrowest || !s.isFull(a, b, width) || last == '-':
		return "\n"
	case breaks.IsSpaceless(last) && breaks.IsSpaceless(first):
		return ""
	default:
		return " "
	}
}
