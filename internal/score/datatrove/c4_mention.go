package datatrove

import (
	"math/bits"
	"strings"
)

// mention is a phrase, in lower case, that decides a line's fate. At its anchor is a letter that is rare in English, by
// which it is looked for.
type mention struct {
	phrase string
	anchor int
	fate   fate
}

var mentions = [...]mention{
	{"lorem ipsum", 7, docLoremIpsum},
	{"javascript", 0, lineJavascript},
	{"{", 0, docCurlyBracket},
	{"terms of use", 7, linePolicy},
	{"privacy policy", 3, linePolicy},
	{"cookie policy", 3, linePolicy},
	{"uses cookies", 8, linePolicy},
	{"use of cookies", 10, linePolicy},
	{"use cookies", 7, linePolicy},
}

// anchors has, for each byte, the bits of the mentions that it can be the anchor of.
var anchors = func() (table [256]uint16) {
	for i, m := range mentions {
		table[m.phrase[m.anchor]] |= 1 << i
		table[upperASCII(m.phrase[m.anchor])] |= 1 << i
	}
	return table
}()

// kelvin is the one character outside ASCII whose lower case stands in a phrase.
const kelvin = "\u212a"

// mentioned returns the first fate, in the filter's order, that a phrase in the line brings about.
func mentioned(line string) fate {
	if i := strings.Index(line, kelvin); i >= 0 {
		line = strings.ReplaceAll(line, kelvin, "k")
	}
	first := lineKept
	for i := range len(line) {
		if candidates := anchors[line[i]]; candidates != 0 {
			first = earlier(first, mentionedAt(line, i, candidates))
		}
	}
	return first
}

// mentionedAt returns the fate that the candidates with their anchor at byte i bring about.
func mentionedAt(line string, i int, candidates uint16) fate {
	found := lineKept
	for ; candidates != 0; candidates &= candidates - 1 {
		m := &mentions[bits.TrailingZeros16(candidates)]
		start := i - m.anchor
		if start >= 0 && start+len(m.phrase) <= len(line) && foldsTo(line[start:start+len(m.phrase)], m.phrase) {
			found = earlier(found, m.fate)
		}
	}
	return found
}

// earlier returns which of two fates the filter asks for first.
func earlier(a, b fate) fate {
	if a == lineKept || b != lineKept && b < a {
		return b
	}
	return a
}

// foldsTo reports whether s, which is as long, is phrase but for the case of its ASCII letters.
func foldsTo(s, phrase string) bool {
	for i := range len(s) {
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		if c != phrase[i] {
			return false
		}
	}
	return true
}

func upperASCII(c byte) byte {
	if 'a' <= c && c <= 'z' {
		return c &^ 0x20
	}
	return c
}
