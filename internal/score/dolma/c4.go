package dolma

import (
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/score/wordlist"
	"github.com/copydesk/copydesk/internal/text"
)

var c4Signals = []profile.Signal{
	{
		Name:        "lines_with_no_ending_punctuation",
		Description: `Lines, stripped, that do not end in ".", "?", "!" or a straight double quote; blank ones among them.`,
		Unit:        "lines",
	},
	{Name: "lines_with_too_few_words", Description: "Lines of fewer than three words; blank ones among them.", Unit: "lines"},
	{
		Name: "has_naughty_word",
		Description: "1 if, in lower case, a word between white space is an entry of the English LDNOOBW list, or an entry of several " +
			"words is any part of the text.",
		Unit: "0 or 1",
	},
	{
		Name:        "has_javascript",
		Description: `1 if "javascript", in either case, is in the text: in v1 by itself between white space, in v2 as any part.`,
		Unit:        "0 or 1",
	},
	{Name: "has_lorem_ipsum", Description: `1 if "lorem ipsum", in either case, is in the text.`, Unit: "0 or 1"},
	{Name: "has_curly_brace", Description: `1 if "{" is in the text.`, Unit: "0 or 1"},
	{Name: "line_count", Description: "Pieces between line feeds.", Unit: "lines"},
}

// The signals' numbers within c4Signals; those of v2 follow those of v1.
const (
	unendedLines = iota
	shortLines
	naughtyWord
	javascript
	loremIpsum
	curlyBrace
	lineCount
)

// minWords is how many words a line must have.
const minWords = 3

func measureC4(t *pytext.Text, v []float64) {
	clear(v)
	v1, v2 := v[:len(c4Signals)], v[len(c4Signals):]
	for l := range t.Lines().All() {
		if isUnended(t.S, l) {
			v1[unendedLines]++
		}
		if isShort(l.Of(t.S)) {
			v1[shortLines]++
		}
	}
	v1[lineCount] = float64(t.Lines().Len())
	if strings.IndexByte(t.S, '{') >= 0 {
		v1[curlyBrace] = 1
	}
	copy(v2, v1)
	eachFound(t, func(signal int, _ text.Span) { v[signal] = 1 })
}

func isUnended(s string, l text.Span) bool {
	l = pytext.Strip(s, l)
	if l.Len() == 0 {
		return true
	}
	switch s[l.End-1] {
	case '.', '?', '!', '"':
		return false
	default:
		return true
	}
}

// isShort reports whether a line has too few words. It reads no further than the word that makes them enough.
func isShort(line string) bool {
	words, inWord := 0, false
	for _, r := range line {
		if pytext.IsSpace(r) {
			inWord = false
			continue
		}
		if !inWord {
			inWord = true
			if words++; words == minWords {
				return false
			}
		}
	}
	return true
}

// finder finds the English list, and what else the tagger looks for, in texts.
type finder struct {
	*wordlist.Automaton
	patterns []string
}

// others are searched for besides the list.
var others = []string{"javascript", "lorem ipsum"}

var newFinder = sync.OnceValue(func() finder {
	patterns := append(wordlist.List("en"), others...)
	return finder{wordlist.NewAutomaton(patterns), patterns}
})

// eachFound calls do with each place for which has_naughty_word, has_javascript or has_lorem_ipsum is 1, and the signal's number
// in the group. Places of a signal come in the order of their ends.
func eachFound(t *pytext.Text, do func(signal int, place text.Span)) {
	f := newFinder()
	lowered := wordlist.Lowered{S: t.S}
	if !t.ASCII {
		lowered = wordlist.LowerOf(t, t.S)
	}
	const v2 = lineCount + 1
	f.Scan(t, lowered.S, func(pattern, start, end int) {
		place := text.Span{Start: lowered.Offset(start), End: lowered.Offset(end)}
		switch p := f.patterns[pattern]; {
		case p == "javascript":
			do(v2+javascript, place)
			if between(lowered.S, start, end) {
				do(javascript, place)
			}
		case p == "lorem ipsum":
			do(loremIpsum, place)
			do(v2+loremIpsum, place)
		case strings.IndexByte(p, ' ') >= 0 || between(lowered.S, start, end):
			do(naughtyWord, place)
			do(v2+naughtyWord, place)
		}
	})
}

// between reports whether there is white space, or nothing, on both sides.
func between(s string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:start])
	after, _ := utf8.DecodeRuneInString(s[end:])
	return (start == 0 || pytext.IsSpace(before)) && (end == len(s) || pytext.IsSpace(after))
}
