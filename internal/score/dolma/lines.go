package dolma

import (
	"strings"
	"sync"

	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

var lineSignals = []profile.Signal{
	{
		Name:        "fraction_of_lines_starting_with_bullet_point",
		Description: `Lines that begin with "*" or "-", white space not stripped, to all lines.`,
		Unit:        "ratio",
	},
	{Name: "fraction_of_lines_ending_with_ellipsis", Description: `Lines that end in "…", not stripped, to all lines.`, Unit: "ratio"},
	{
		Name: "fraction_of_duplicate_lines",
		Description: "Lines that occur more than once, the first occurrence among them, to all lines. v1 takes each piece between line " +
			"feeds for a line, so that blank lines are duplicates of each other; v2 takes a run of line feeds for one.",
		Unit: "ratio",
	},
	{
		Name:        "fraction_of_characters_in_duplicate_lines",
		Description: "Characters of those lines to the characters of all words, which can be more than 1.",
		Unit:        "ratio",
	},
}

// The places of lineSignals; those of v2 are behind them.
const (
	bulletFraction = iota
	ellipsisFraction
	duplicateFraction
	duplicateCharFraction
)

// lineTable counts equal lines.
type lineTable struct {
	types  pytext.Interner
	ids    []uint32 // of each line, in order
	counts []int    // by type
}

var lineTables = sync.Pool{New: func() any { return new(lineTable) }}

// newLineTable returns the table of t's lines, to be given back with release.
func newLineTable(t *pytext.Text) *lineTable {
	table := lineTables.Get().(*lineTable) //nolint:forcetypeassert // the pool holds nothing else
	table.ids, table.counts = table.ids[:0], table.counts[:0]
	for _, l := range t.Lines() {
		id := table.types.ID(l.Of(t.S))
		if int(id) == len(table.counts) {
			table.counts = append(table.counts, 0)
		}
		table.counts[id]++
		table.ids = append(table.ids, id)
	}
	return table
}

func (table *lineTable) release() {
	table.types.Reset()
	lineTables.Put(table)
}

func measureLines(t *pytext.Text, v []float64) {
	clear(v)
	if t.S == "" {
		return
	}
	table := newLineTable(t)
	defer table.release()
	bullets, ellipses := countMarked(t)
	chars := max(t.Words().Chars(), 1)
	blankV1, blankV2 := blankLines(t)
	full := len(table.ids) - blankV1
	duplicates, length := table.duplicates(t)
	for i, blank := range []int{blankV1, blankV2} {
		v := v[i*len(lineSignals):]
		lines := full + blank
		v[bulletFraction], v[ellipsisFraction] = over(bullets, lines), over(ellipses, lines)
		if blank < 2 {
			blank = 0
		}
		v[duplicateFraction] = over(duplicates+blank, lines)
		v[duplicateCharFraction] = over(length, chars)
	}
}

// countMarked counts the lines with a bullet in front and with an ellipsis behind.
func countMarked(t *pytext.Text) (bullets, ellipses int) {
	for _, l := range t.Lines() {
		line := l.Of(t.S)
		if isBullet(line) {
			bullets++
		}
		if strings.HasSuffix(line, "…") {
			ellipses++
		}
	}
	return bullets, ellipses
}

func isBullet(line string) bool { return line != "" && (line[0] == '*' || line[0] == '-') }

// blankLines counts the empty lines as either version has them: all, or those before a line feed that begins the text and
// behind one that ends it.
func blankLines(t *pytext.Text) (v1, v2 int) {
	lines := t.Lines()
	for i, l := range lines {
		if l.Len() > 0 {
			continue
		}
		v1++
		if i == 0 || i == len(lines)-1 {
			v2++
		}
	}
	return v1, v2
}

// duplicates counts the lines that occur more than once, blank ones left out, and their characters.
func (table *lineTable) duplicates(t *pytext.Text) (lines, chars int) {
	for id, n := range table.counts {
		if line := table.types.Text(uint32(id)); n > 1 && line != "" {
			lines += n
			chars += n * runes(t, line)
		}
	}
	return lines, chars
}

// placesOfLines returns the lines that a signal counts, each with its line feed.
func placesOfLines(t *pytext.Text, i, most int) []text.Span {
	ofV2 := i >= len(lineSignals)
	table := newLineTable(t)
	defer table.release()
	_, blankV2 := blankLines(t)
	var places []text.Span
	for k, l := range t.Lines() {
		if len(places) == most {
			break
		}
		line := l.Of(t.S)
		var is bool
		switch i % len(lineSignals) {
		case bulletFraction:
			is = isBullet(line)
		case ellipsisFraction:
			is = strings.HasSuffix(line, "…")
		default:
			is = table.counts[table.ids[k]] > 1
			if line == "" && ofV2 {
				is = blankV2 > 1 && (k == 0 || k == len(table.ids)-1)
			}
		}
		if whole := withFeed(t.S, l); is && whole.Len() > 0 {
			places = append(places, whole)
		}
	}
	return places
}

// withFeed returns l with the line feed behind it, if there is one.
func withFeed(s string, l text.Span) text.Span {
	l.End = min(l.End+1, len(s))
	return l
}
