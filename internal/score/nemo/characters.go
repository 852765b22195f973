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

// The classes of characters, in the order of characterSignals. The signal of the first counts all characters not in it.
const (
	alphaNumeric = iota
	digit
	whiteSpace
	parenthesis
	classes
)

// lane is the width in bits of the counter of one class: the counters of all four are in one word, and a byte adds to those of its
// classes at once.
const (
	lane    = 16
	laneMax = 1<<lane - 1
)

// byteClasses are the classes of each byte, with a 1 in the lane of each. Bytes of characters beyond ASCII have none.
var byteClasses = func() (table [256]uint64) {
	for c := range byte(utf8.RuneSelf) {
		table[c] = classesOf(rune(c))
	}
	return table
}()

// classesOf returns the classes of r, a 1 in the lane of each. Digits are those of ASCII: that is what [[:digit:]] means in the
// reference's regex module, unlike [[:alpha:]].
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

// findCharacters adds the runs of the characters that signal i counts.
func findCharacters(t *pytext.Text, i int, p *profile.Places) {
	run := text.Span{End: -1}
	for at, r := range t.S {
		t.Tick(1)
		if in := classesOf(r)>>(lane*i)&1 != 0; in == (i == alphaNumeric) {
			continue
		}
		if run.End != at {
			if run.End >= 0 {
				p.Add(run)
			}
			run.Start = at
		}
		run.End = at + utf8.RuneLen(r)
	}
	if run.End >= 0 {
		p.Add(run)
	}
}
