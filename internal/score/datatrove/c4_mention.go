package datatrove

import "strings"

// mention is a phrase, in lower case, that decides a line's fate.
type mention struct {
	phrase string
	fate   fate
}

// mentions are the phrases of more than one character. The shortest is stride-1 characters longer than a gram.
var mentions = [...]mention{
	{"lorem ipsum", docLoremIpsum},
	{"javascript", lineJavascript},
	{"terms of use", linePolicy},
	{"privacy policy", linePolicy},
	{"cookie policy", linePolicy},
	{"uses cookies", linePolicy},
	{"use of cookies", linePolicy},
	{"use cookies", linePolicy},
}

// Phrases are searched for by grams of four bytes, at one position in stride: wherever a phrase begins, one of its first stride
// grams is at such a position.
const (
	stride   = 7
	gramLen  = 4
	gramBits = 12 // of the hash of a gram
)

// gram is four bytes of a phrase.
type gram struct {
	bytes   uint32
	mention int
	offset  int // in the phrase
}

// grams are those by which phrases are found; isGram says which hashes any of them has.
var grams, isGram = func() (list []gram, hashes [1 << gramBits]bool) {
	for i, m := range mentions {
		for offset := range stride {
			g := foldedGram(m.phrase[offset:])
			list = append(list, gram{g, i, offset})
			hashes[gramHash(g)] = true
		}
	}
	return list, hashes
}()

// foldedGram returns the first four bytes of s, ASCII letters in lower case.
func foldedGram(s string) uint32 {
	_ = s[gramLen-1]
	return (uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24) | 0x20202020
}

// gramHash multiplies by 2^32 over the golden ratio, as Knuth has it.
func gramHash(g uint32) uint32 { return g * 2654435769 >> (32 - gramBits) }

// kelvin is the only character beyond ASCII whose lower case is in a phrase.
const kelvin = "\u212a"

// mentioned returns the first fate, in the filter's order, that a phrase or a curly bracket in the line leads to.
func mentioned(line string) fate {
	first := lineKept
	if strings.IndexByte(line, '{') >= 0 {
		first = docCurlyBracket
	}
	if i := strings.Index(line, kelvin); i >= 0 {
		line = strings.ReplaceAll(line, kelvin, "k")
	}
	for i := 0; i+gramLen <= len(line); i += stride {
		if g := foldedGram(line[i:]); isGram[gramHash(g)] {
			first = earlier(first, mentionedAround(line, i, g))
		}
	}
	return first
}

// mentionedAround returns the fate that phrases with gram g at byte i lead to.
func mentionedAround(line string, i int, g uint32) fate {
	found := lineKept
	for _, c := range grams {
		if c.bytes != g {
			continue
		}
		m := &mentions[c.mention]
		start := i - c.offset
		if start >= 0 && start+len(m.phrase) <= len(line) && foldsTo(line[start:start+len(m.phrase)], m.phrase) {
			found = earlier(found, m.fate)
		}
	}
	return found
}

// earlier returns the fate that the filter checks for first.
func earlier(a, b fate) fate {
	if a == lineKept || b != lineKept && b < a {
		return b
	}
	return a
}

// foldsTo reports whether s, of the same length, is phrase except for the case of its ASCII letters.
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
