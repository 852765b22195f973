package dclm

import (
	"strings"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

// Indices of the signals of characters.
const (
	alnumRatio = iota
	lineLength
	curlyBrackets
	loremIpsum
	keepAlnumRatio
	keepLineLength
	keepCurly
	keepLorem
)

// characters are the filters of DCLM's other configurations, for RedPajama's and C4's rules.
var characters = profile.Group{
	Signals: []profile.Signal{
		alnumRatio:    signal("alphanumeric_char_ratio", "letters and numbers to characters; 0 if there are none", "ratio"),
		lineLength:    signal("max_line_length", "length of the longest line as str.splitlines finds them", "characters"),
		curlyBrackets: signal("curly_brackets", `occurrences of "{"`, "characters"),
		loremIpsum:    signal("lorem_ipsum", `occurrences of "lorem ipsum" in any case`, "occurrences"),

		keepAlnumRatio: decision("alphanumeric_char_ratio", "alphanumeric_char_ratio is at least 0.25"),
		keepLineLength: decision("line_length_max", "max_line_length is at most 1000 and there is text"),
		keepCurly:      decision("c4_curly", "curly_brackets is 0"),
		keepLorem:      decision("c4_lorem", "lorem_ipsum is 0"),
	},
	Measure: measureCharacters,
	Places:  characterPlaces,
}

func measureCharacters(t *pytext.Text, v []float64) {
	v[alnumRatio] = 0
	if t.Runes > 0 {
		v[alnumRatio] = profile.Ratio(alnums(t), t.Runes)
	}
	longest := 0
	for _, line := range t.PythonLines() {
		if line.Len() > longest { // in bytes, of which no character has fewer than one
			longest = max(longest, t.Len(line))
		}
	}
	v[lineLength] = float64(longest)
	v[curlyBrackets] = float64(strings.Count(t.S, "{"))
	v[loremIpsum] = 0
	if hasLorem(t.Words()) {
		v[loremIpsum] = float64(len(lorems(t.S, len(t.S))))
	}

	v[keepAlnumRatio] = truth(v[alnumRatio] >= 0.25)
	v[keepLineLength] = truth(t.S != "" && v[lineLength] <= maxLine)
	v[keepCurly] = truth(v[curlyBrackets] == 0)
	v[keepLorem] = truth(v[loremIpsum] == 0)
}

const maxLine = 1000

// alnums counts letters and numbers, which are in words only.
func alnums(t *pytext.Text) (n int) {
	w := t.Words()
	for id := range w.Types() {
		n += alnumsIn(w.Type(uint32(id))) * int(w.Counts[id])
	}
	return n
}

func alnumsIn(word string) (n int) {
	for i := 0; i < len(word); {
		if c := word[i]; c < utf8.RuneSelf {
			n += int(kinds[c] & alnum)
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(word[i:])
		if pytext.IsAlnum(r) {
			n++
		}
		i += size
	}
	return n
}

const lorem = "lorem ipsum"

// hasLorem reports whether a word ends as the first of lorem does: few texts have to be searched for both.
func hasLorem(w *pytext.Words) bool {
	for id := range w.Types() {
		word := w.Type(uint32(id))
		if n := len(word) - len("lorem"); n >= 0 && word[len(word)-1]|0x20 == 'm' && strings.EqualFold(word[n:], "lorem") {
			return true
		}
	}
	return false
}

// lorems returns the first places of "lorem ipsum" in any case. No letter but those of ASCII is one of its own in lower case.
func lorems(s string, limit int) (spans []text.Span) {
	for i := 0; len(spans) < limit; {
		at := strings.Index(s[i:], " ")
		if at < 0 {
			break
		}
		i += at
		start, end := i-len("lorem"), i+len(" ipsum")
		if start >= 0 && end <= len(s) && s[i+1]|0x20 == 'i' && strings.EqualFold(s[start:end], lorem) && isASCIIOnly(s[start:end]) {
			spans = append(spans, text.Span{Start: start, End: end})
		}
		i++
	}
	return spans
}

// isASCIIOnly keeps out what EqualFold takes for the same: U+017F for "s".
func isASCIIOnly(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func characterPlaces(t *pytext.Text, i, limit int) (spans []text.Span) {
	switch i {
	case lineLength, keepLineLength:
		for _, line := range t.PythonLines() {
			if len(spans) < limit && line.Len() > maxLine && t.Len(line) > maxLine {
				spans = append(spans, line)
			}
		}
		return spans
	case curlyBrackets, keepCurly:
		return placesOf(t.S, []string{"{"}, limit)
	case loremIpsum, keepLorem:
		return lorems(t.S, limit)
	}
	return nil
}
