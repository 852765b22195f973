package dolma

import (
	"strings"

	"github.com/copydesk/copydesk/internal/pool"
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
		Description: "Lines that occur more than once, the first occurrence among them, to all lines. v1 counts each piece between line " +
			"feeds as a line, so that blank lines are duplicates of each other; v2 treats a run of line feeds as one.",
		Unit: "ratio",
	},
	{
		Name:        "fraction_of_characters_in_duplicate_lines",
		Description: "Characters of those lines to the characters of all words, which can be more than 1.",
		Unit:        "ratio",
	},
}

// The signals' numbers within lineSignals; those of v2 follow those of v1.
const (
	bulletFraction = iota
	ellipsisFraction
	duplicateFraction
	duplicateCharFraction
)

// lineTable counts equal lines.
type lineTable struct {
	types  pytext.Interner
	counts []int32 // by type
}

var lineTables pool.Of[lineTable]

// newLineTable returns the table of t's lines, to be given back with release.
func newLineTable(t *pytext.Text) *lineTable {
	table := lineTables.Get()
	table.types.Reset(t.S)
	table.counts = table.counts[:0]
	for l := range t.Lines().All() {
		id := table.types.Part(l.Start, l.End)
		if int(id) == len(table.counts) {
			table.counts = append(table.counts, 0)
		}
		table.counts[id]++
	}
	return table
}

func (table *lineTable) release() {
	table.types.Reset("")
	lineTables.Put(table, pool.Size(table.counts))
}

// repeats reports whether a line of the text occurs more than once.
func (table *lineTable) repeats(l text.Span) bool {
	return table.counts[table.types.Part(l.Start, l.End)] > 1
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
	full := t.Lines().Len() - blankV1
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

// countMarked counts the lines that begin with a bullet and those that end with an ellipsis.
func countMarked(t *pytext.Text) (bullets, ellipses int) {
	for l := range t.Lines().All() {
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

// blankLines counts the empty lines as each version has them: all, or those before a line feed that begins the text and after
// one that ends it.
func blankLines(t *pytext.Text) (v1, v2 int) {
	for l := range t.Lines().All() {
		if l.Len() > 0 {
			continue
		}
		v1++
		if l.Start == 0 || l.End == len(t.S) {
			v2++
		}
	}
	return v1, v2
}

// duplicates counts the lines that occur more than once, without blank ones, and their characters.
func (table *lineTable) duplicates(t *pytext.Text) (lines, chars int) {
	for id, n := range table.counts {
		t.Tick(4)
		if line := table.types.Text(uint32(id)); n > 1 && line != "" {
			lines += int(n)
			chars += int(n) * runes(t, line)
		}
	}
	return lines, chars
}

// findCountedLines adds the lines that a signal counts, each with its line feed.
func findCountedLines(t *pytext.Text, i int, p *profile.Places) {
	ofV2 := i >= len(lineSignals)
	table := newLineTable(t)
	_, blankV2 := blankLines(t)
	for l := range t.Lines().All() {
		line := l.Of(t.S)
		var is bool
		switch i % len(lineSignals) {
		case bulletFraction:
			is = isBullet(line)
		case ellipsisFraction:
			is = strings.HasSuffix(line, "…")
		default:
			is = table.repeats(l)
			if line == "" && ofV2 {
				is = blankV2 > 1 && (l.Start == 0 || l.End == len(t.S))
			}
		}
		if whole := withFeed(t.S, l); is && whole.Len() > 0 {
			p.Add(whole)
		}
	}
	table.release()
}

// withFeed returns l with the line feed after it, if there is one.
func withFeed(s string, l text.Span) text.Span {
	l.End = min(l.End+1, len(s))
	return l
}
