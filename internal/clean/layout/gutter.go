package layout

// The least number of rows in which a column begins: one with wide gaps before it, or with narrow ones, which text
// that was justified with spaces has by chance.
const minSupport, minNarrow = 4, 8

// wideGap is the width of a gap that justifying a line hardly makes.
const wideGap = 3

// findGutter returns the column, between two others, at which most cells begin that are not the first there; 0 if too few do.
func findGutter(rows []row, from, to int) int {
	var begin [maxColumn + 1]int
	best := 0
	for i := range rows {
		inside := false
		for _, c := range rows[i].cells {
			if c.from < from || c.from >= to {
				continue
			}
			if inside {
				if begin[c.from]++; begin[c.from] > begin[best] {
					best = c.from
				}
			}
			inside = true
		}
	}
	if begin[best] < minSupport {
		return 0
	}
	return best
}

// maxBlanks is the greatest number of blank lines inside a page's columns.
const maxBlanks = 3

// stretch returns the rows, half-open, around which a gutter runs through most lines without being interrupted.
func stretch(rows []row, gutter int) (from, to int) {
	best := 0
	for start := 0; start < len(rows); {
		end, first, last, support := run(rows, start, gutter)
		if support > best {
			best, from, to = support, first, tail(rows, last+1, gutter)
		}
		start = max(end, start+1)
	}
	return from, to
}

// run reads the rows from start on for which gutter is clear. It returns where they end, which of them first and last have cells on
// both sides, and how many do.
func run(rows []row, start, gutter int) (end, first, last, support int) {
	blanks := 0
	for end = start; end < len(rows) && rows[end].clear(gutter) && blanks <= maxBlanks; end++ {
		if blanks++; !rows[end].blank() {
			blanks = 0
		}
		if rows[end].gap(gutter) == 0 {
			continue
		}
		if last = end; support == 0 {
			first = end
		}
		support++
	}
	return end, first, last, support
}

// tail returns the end of the rows from i on with text on one side of gutter: the rest of the longer column.
func tail(rows []row, i, gutter int) int {
	for i < len(rows) && !rows[i].blank() && rows[i].clear(gutter) {
		i++
	}
	return i
}

// supports reports whether enough of rows have a cell that begins at gutter after a gap.
func supports(rows []row, gutter int) bool {
	all, wide, lines := 0, 0, 0
	for i := range rows {
		gap := rows[i].gap(gutter)
		all += btoi(gap > 0)
		wide += btoi(gap >= wideGap)
		lines += btoi(!rows[i].blank())
	}
	return 2*all >= lines && (all >= minNarrow || all >= minSupport && 2*wide >= all)
}
