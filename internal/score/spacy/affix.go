package spacy

import (
	_ "embed"
	"strings"
	"unicode/utf8"
)

// unitData are the units of measure, the currencies and the plus sign: what is cut off the end after a digit.
//
//go:embed data/units.txt
var unitData string

var units, longestUnit = newUnits(unitData)

func newUnits(data string) (set map[string]bool, longest int) {
	set = map[string]bool{}
	for line := range strings.Lines(data) {
		unit := strings.TrimSuffix(line, "\n")
		set[unit] = true
		longest = max(longest, len(unit))
	}
	return set, longest
}

// prefixLen returns the length of what the prefix rules cut off the front of s, or 0.
func prefixLen(s string) int {
	switch r, n, c := after(s); {
	case c&prefix != 0:
		return n
	case r == '+':
		if next, _, _ := after(s[1:]); digit(next) {
			return 0
		}
		return n
	case r == '.':
		return dots(s)
	case r == 'U' && strings.HasPrefix(s, "US$"):
		return len("US$")
	case (r == 'C' || r == 'A') && strings.HasPrefix(s[1:], "$"):
		return len("C$")
	}
	return 0
}

// dots returns the length of the run of two or more full stops that s begins with, or 0.
func dots(s string) int {
	n := len(s) - len(strings.TrimLeft(s, "."))
	if n < 2 {
		return 0
	}
	return n
}

// suffixLen returns the length of what the suffix rules cut off the end of s, or 0: the longest, which is what a search from
// the left finds. has is the shape of s, or of what s is part of.
func suffixLen(s string, has shape) int {
	if s == "" {
		return 0
	}
	r, c := before(s)
	if r == '.' {
		return stopLen(s)
	}
	n := 0
	if has&hasDigit != 0 {
		n = unitLen(s)
	}
	if c&suffix != 0 {
		n = max(n, utf8.RuneLen(r))
	}
	switch r {
	case '…':
		if strings.HasSuffix(s, "……") {
			n = len("……")
		}
	case 's', 'S':
		n = max(n, possessive(s))
	}
	return n
}

// possessive returns the length of an apostrophe and s at the end of s, or 0.
func possessive(s string) int {
	for _, apostrophe := range []string{"'", "’"} {
		if strings.HasSuffix(s[:len(s)-1], apostrophe) {
			return len(apostrophe) + 1
		}
	}
	return 0
}

// unitLen returns the length of a unit at the end of s after an ASCII digit, or 0. No unit has a digit in it.
func unitLen(s string) int {
	for i := len(s) - 1; i >= 0 && i >= len(s)-1-longestUnit; i-- {
		if digit(rune(s[i])) {
			if units[s[i+1:]] {
				return len(s) - i - 1
			}
			return 0
		}
	}
	return 0
}

// stopLen returns how many full stops are cut off the end of s, which ends with one: all of several, or the one where it ends
// a word, a number or a unit rather than an abbreviation of one capital.
func stopLen(s string) int {
	rest := strings.TrimRight(s, ".")
	if n := len(s) - len(rest); n > 1 {
		return n
	}
	r, c := before(rest)
	if c&stop != 0 {
		return 1
	}
	rest = rest[:len(rest)-max(0, utf8.RuneLen(r))*min(1, len(rest))]
	previous, p := before(rest)
	if c&upper != 0 && p&upper != 0 || previous == '°' && strings.ContainsRune("FfCcKk", r) {
		return 1
	}
	return 0
}
