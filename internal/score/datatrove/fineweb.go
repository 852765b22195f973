package datatrove

import (
	"iter"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

// The signals of the FineWeb quality filter, by their place in its group.
const (
	lineCount = iota
	linePunctRatio
	shortLineRatio
	charDupRatio
	listRatio
)

// shortLine is the length in characters up to which a line is short.
const shortLine = 30

var finewebGroup = profile.Group{
	Signals: []profile.Signal{
		lineCount:      {Name: "datatrove-fineweb.lines", Description: "lines between line feeds that are more than white space; all but the last ratio are of these", Unit: "lines"},
		linePunctRatio: {Name: "datatrove-fineweb.line_punct_ratio", Description: "lines whose last character ends a sentence in some script, for each line", Unit: "ratio"},
		shortLineRatio: {Name: "datatrove-fineweb.short_line_ratio", Description: "lines of 30 characters or fewer, for each line", Unit: "ratio"},
		charDupRatio:   {Name: "datatrove-fineweb.char_dup_ratio", Description: "characters of lines that occurred before, for each character of the text but line feeds", Unit: "ratio"},
		listRatio:      {Name: "datatrove-fineweb.list_ratio", Description: "line feeds for each token", Unit: "ratio"},
	},
	Measure: measureFineweb,
	Find:    findFinewebPlaces,
}

func measureFineweb(t *pytext.Text, v []float64) {
	ended, short := 0, 0
	lines := countLater(t, func(yield func(text.Span) bool) {
		for l := range nonBlank(t) {
			if endsSentence(l.Of(t.S)) {
				ended++
			}
			if isShort(l.Of(t.S)) {
				short++
			}
			yield(l)
		}
	})
	v[lineCount] = float64(lines.all)
	if lines.all == 0 {
		return
	}
	feeds := t.Lines().Len() - 1
	v[linePunctRatio] = profile.Ratio(ended, lines.all)
	v[shortLineRatio] = profile.Ratio(short, lines.all)
	v[charDupRatio] = profile.Ratio(lines.laterChars, t.Runes-feeds)
	v[listRatio] = profile.Ratio(feeds, countTokens(t))
}

// nonBlank yields the lines of t that are more than white space.
func nonBlank(t *pytext.Text) iter.Seq[text.Span] {
	return func(yield func(text.Span) bool) {
		for l := range t.Lines().All() {
			if !isBlank(l.Of(t.S)) && !yield(l) {
				return
			}
		}
	}
}

func isBlank(s string) bool {
	for _, r := range s {
		if !pytext.IsSpace(r) {
			return false
		}
	}
	return true
}

func endsSentence(line string) bool {
	r, _ := utf8.DecodeLastRuneInString(line)
	return terminal.has(r)
}

func isShort(line string) bool {
	if len(line) <= shortLine {
		return true
	}
	return len(line) <= shortLine*utf8.UTFMax && utf8.RuneCountInString(line) <= shortLine
}

func findFinewebPlaces(t *pytext.Text, i int, p *profile.Places) {
	if i == charDupRatio {
		findLater(t, nonBlank(t), p)
		return
	}
	for l := range nonBlank(t) {
		line := l.Of(t.S)
		if i == linePunctRatio && !endsSentence(line) || i == shortLineRatio && isShort(line) {
			p.Add(l)
		}
	}
}
