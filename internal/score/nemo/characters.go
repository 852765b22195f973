package nemo

import (
	"strings"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

var characterSignals = []profile.Signal{
	{Name: prefix + "alpha_numeric", Description: "characters other than ASCII letters, ASCII digits, line feeds and ? ! , . / length; 1 if empty", Unit: "ratio"},
	{Name: prefix + "numbers_ratio", Description: "ASCII digits / length; 1 if empty", Unit: "ratio"},
	{Name: prefix + "white_space", Description: "tabs, line feeds, carriage returns, backspaces and spaces / length; 1 if empty", Unit: "ratio"},
	{Name: prefix + "parentheses_ratio", Description: "{ } [ ] ( ) ⟨ ⟩ / length; 1 if empty", Unit: "ratio"},
}

// The classes of characters, in the order of characterSignals. The first is counted, and its signal is of all others.
const (
	alphaNumeric = iota
	digit
	whiteSpace
	parenthesis
	classes
)

// lane is the width in bits of one class's counter: the counters of all four are kept in one word, and a byte adds to
// those of its classes at once.
const (
	lane    = 16
	laneMax = 1<<lane - 1
)

// byteClasses are the classes of each byte, a 1 in the lane of each. Bytes of longer characters have none.
var byteClasses = func() (table [256]uint64) {
	for c := range byte(utf8.RuneSelf) {
		table[c] = classesOf(rune(c))
	}
	return table
}()

// classesOf returns the classes of r, a 1 in the lane of each. Digits are those of ASCII: so takes the reference's regex
// module its [[:digit:]], though not its [[:alpha:]].
func classesOf(r rune) uint64 {
	var c uint64
	if r < utf8.RuneSelf && (pytext.IsAlnum(r) || strings.ContainsRune("\n?!,.", r)) {
		c |= 1 << (lane * alphaNumeric)
	}
	if '0' <= r && r <= '9' {
		c |= 1 << (lane * digit)
	}
	if strings.ContainsRune("\t\n\r\b ", r) {
		c |= 1 << (lane * whiteSpace)
	}
	if strings.ContainsRune("{}[]()⟨⟩", r) {
		c |= 1 << (lane * parenthesis)
	}
	return c
}

func measureCharacters(t *pytext.Text, v []float64) {
	counts := countASCII(t.S)
	if !t.ASCII {
		counts[parenthesis] += strings.Count(t.S, "⟨") + strings.Count(t.S, "⟩")
	}
	for c, n := range counts {
		v[c] = ratio(n, t.Runes)
	}
	v[alphaNumeric] = ratio(t.Runes-counts[alphaNumeric], t.Runes)
}

// countASCII counts the ASCII characters of each class.
func countASCII(s string) (counts [classes]int) {
	for len(s) > 0 {
		part := s[:min(len(s), laneMax)] // more could overflow a lane
		s = s[len(part):]
		var sum uint64
		for i := range len(part) {
			sum += byteClasses[part[i]]
		}
		for c := range counts {
			counts[c] += int(sum >> (lane * c) & laneMax)
		}
	}
	return counts
}

// characterPlaces returns the runs of the characters that signal i counts.
func characterPlaces(t *pytext.Text, i, most int) []text.Span {
	var places []text.Span
	for at, r := range t.S {
		if in := classesOf(r)>>(lane*i)&1 != 0; in == (i == alphaNumeric) {
			continue
		}
		end := at + utf8.RuneLen(r)
		if n := len(places); n > 0 && places[n-1].End == at {
			places[n-1].End = end
			continue
		}
		if len(places) == most {
			break
		}
		places = append(places, text.Span{Start: at, End: end})
	}
	return places
}
