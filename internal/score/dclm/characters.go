package dclm

import (
	"strings"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
	"github.com/copydesk/copydesk/internal/truth"
)

// Numbers of the signals of characters.
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

// characters are the filters of DCLM's other configurations, after RedPajama's and C4's rules.
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
	Find:    findCharacters,
}

func measureCharacters(t *pytext.Text, v []float64) {
	v[alnumRatio] = 0
	if t.Runes > 0 {
		v[alnumRatio] = profile.Ratio(alnums(t), t.Runes)
	}
	longest := 0
	for line := range t.PythonLines().All() {
		if line.Len() > longest { // in bytes, of which each character has at least one
			longest = max(longest, t.Len(line))
		}
	}
	v[lineLength] = float64(longest)
	v[curlyBrackets] = float64(strings.Count(t.S, "{"))
	v[loremIpsum] = 0
	if hasLorem(t.Words()) {
		eachLorem(t, func(text.Span) { v[loremIpsum]++ })
	}

	v[keepAlnumRatio] = truth.Float(v[alnumRatio] >= 0.25)
	v[keepLineLength] = truth.Float(t.S != "" && v[lineLength] <= maxLine)
	v[keepCurly] = truth.Float(v[curlyBrackets] == 0)
	v[keepLorem] = truth.Float(v[loremIpsum] == 0)
}

const maxLine = 1000

// alnums counts letters and numbers, all of which are in words.
func alnums(t *pytext.Text) (n int) {
	w := t.Words()
	for id, word := range w.All() {
		n += alnumsIn(t, word) * int(w.Counts[id])
	}
	return n
}

func alnumsIn(t *pytext.Text, word string) (n int) {
	for i := 0; i < len(word); {
		if c := word[i]; c < utf8.RuneSelf {
			n += int(kinds[c] & alnum)
			i++
			continue
		}
		t.Tick(4)
		r, size := utf8.DecodeRuneInString(word[i:])
		if pytext.IsAlnum(r) {
			n++
		}
		i += size
	}
	return n
}

const lorem = "lorem ipsum"

// hasLorem reports whether a word ends in the first word of lorem: few texts have to be searched for both words.
func hasLorem(w *pytext.Words) bool {
	for _, word := range w.All() {
		if n := len(word) - len("lorem"); n >= 0 && word[len(word)-1]|0x20 == 'm' && strings.EqualFold(word[n:], "lorem") {
			return true
		}
	}
	return false
}

// eachLorem calls do with the places of "lorem ipsum" in any case. Of the characters beyond ASCII none has one of its letters as
// lower case.
func eachLorem(t *pytext.Text, do func(s text.Span)) {
	s := t.S
	for i := 0; ; i++ {
		at := strings.IndexByte(s[i:], ' ')
		if at < 0 {
			return
		}
		i += at
		t.Tick(4)
		start, end := i-len("lorem"), i+len(" ipsum")
		if start >= 0 && end <= len(s) && s[i+1]|0x20 == 'i' && strings.EqualFold(s[start:end], lorem) && isASCIIOnly(s[start:end]) {
			do(text.Span{Start: start, End: end})
		}
	}
}

// isASCIIOnly excludes what else EqualFold finds equal: U+017F to "s".
func isASCIIOnly(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func findCharacters(t *pytext.Text, i int, p *profile.Places) {
	switch i {
	case lineLength, keepLineLength:
		for line := range t.PythonLines().All() {
			if line.Len() > maxLine && t.Len(line) > maxLine {
				p.Add(line)
			}
		}
	case curlyBrackets, keepCurly:
		findMarks(t, p, []string{"{"})
	case loremIpsum, keepLorem:
		eachLorem(t, p.Add)
	}
}
