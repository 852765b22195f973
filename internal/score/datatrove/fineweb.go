package datatrove

import (
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
		lineCount:      {Name: "datatrove-fineweb.lines", Description: "lines, parted by line feeds, that are more than white space; the other ratios but one are theirs", Unit: "lines"},
		linePunctRatio: {Name: "datatrove-fineweb.line_punct_ratio", Description: "lines whose last character ends a sentence in some script, for each line", Unit: "ratio"},
		shortLineRatio: {Name: "datatrove-fineweb.short_line_ratio", Description: "lines of 30 characters or fewer, for each line", Unit: "ratio"},
		charDupRatio:   {Name: "datatrove-fineweb.char_dup_ratio", Description: "characters of lines that occurred before, for each character of the text but line feeds", Unit: "ratio"},
		listRatio:      {Name: "datatrove-fineweb.list_ratio", Description: "line feeds for each token", Unit: "ratio"},
	},
	Measure: measureFineweb,
	Places:  placeFineweb,
}

func measureFineweb(t *pytext.Text, v []float64) {
	s := newScratch()
	defer s.release()
	s.segments = appendNonBlank(s.segments[:0], t)
	v[lineCount] = float64(len(s.segments))
	if len(s.segments) == 0 {
		return
	}
	ended, short := 0, 0
	for _, l := range s.segments {
		if endsSentence(l.Of(t.S)) {
			ended++
		}
		if isShort(l.Of(t.S)) {
			short++
		}
	}
	feeds := len(t.Lines()) - 1
	v[linePunctRatio] = profile.Ratio(ended, len(s.segments))
	v[shortLineRatio] = profile.Ratio(short, len(s.segments))
	v[charDupRatio] = profile.Ratio(countLater(t, &s.seen, s.segments).chars, t.Runes-feeds)
	v[listRatio] = profile.Ratio(feeds, countTokens(t))
}

// appendNonBlank appends the lines of t that are more than white space to dst.
func appendNonBlank(dst []text.Span, t *pytext.Text) []text.Span {
	for _, l := range t.Lines() {
		if !isBlank(l.Of(t.S)) {
			dst = append(dst, l)
		}
	}
	return dst
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

func placeFineweb(t *pytext.Text, i, most int) []text.Span {
	lines := appendNonBlank(nil, t)
	switch i {
	case linePunctRatio:
		return spansLike(t, lines, most, func(l string) bool { return !endsSentence(l) })
	case shortLineRatio:
		return spansLike(t, lines, most, isShort)
	case charDupRatio:
		s := newScratch()
		defer s.release()
		return placeLater(t, &s.seen, lines, most)
	default:
		return nil
	}
}

// spansLike returns the spans of whose text like is true.
func spansLike(t *pytext.Text, spans []text.Span, most int, like func(string) bool) []text.Span {
	var places []text.Span
	for _, s := range spans {
		if len(places) == most {
			break
		}
		if like(s.Of(t.S)) {
			places = append(places, s)
		}
	}
	return places
}
