package dclm

import (
	"strings"

	"github.com/clipperhouse/uax29/v2/words"

	"github.com/copydesk/copydesk/internal/text"
)

// class is the classes of UAX #29 of an ASCII character, as bits.
type class uint8

const (
	letter  class = 1 << iota // ALetter
	digit                     // Numeric
	joiner                    // ExtendNumLet
	midLet                    // between letters: MidNumLet, Single_Quote
	midNum                    // between digits: MidNum, MidNumLet, Single_Quote
	joining = letter | digit | joiner
)

// classes are those of the ASCII characters.
var classes = func() (c [128]class) {
	for b := byte('0'); b <= '9'; b++ {
		c[b] = digit
	}
	for b := byte('a'); b <= 'z'; b++ {
		c[b], c[b-'a'+'A'] = letter, letter
	}
	c['@'], c['_'] = letter, joiner
	c['.'], c['\''] = midLet|midNum, midLet|midNum
	c[','], c[';'] = midNum, midNum
	return c
}()

// cut adds the tokens of a word.
func (k *tokens) cut(word string) {
	if !text.IsASCII(word) {
		k.cutAny(word)
		return
	}
	for i := 0; i < len(word); {
		end := tokenEnd(word, i)
		k.add(word, i, end)
		i = end
	}
}

// tokenEnd returns where the token that begins at i ends, in an ASCII word.
func tokenEnd(word string, i int) int {
	last := classes[word[i]]
	for i++; i < len(word); i++ {
		c := classes[word[i]]
		switch {
		case c&joining != 0 && last&joining != 0:
		case i+1 < len(word) && last&letter != 0 && c&midLet != 0 && classes[word[i+1]]&letter != 0,
			i+1 < len(word) && last&digit != 0 && c&midNum != 0 && classes[word[i+1]]&digit != 0:
			i++
			c = classes[word[i]]
		default:
			return i
		}
		last = c
	}
	return len(word)
}

// asICU replaces each character that ICU classes otherwise than UAX #29 by one of ICU's class and the same length: "@" is a
// letter in ICU 72, and colons, which join the letters of Swedish abbreviations in UAX #29, do not join.
var asICU = strings.NewReplacer("@", "a", ":", "!", "\ufe55", "\ufe56", "\uff1a", "\uff1f")

// hasOtherInICU reports whether asICU may have something to replace in word. Two of the colons begin with 0xEF.
func hasOtherInICU(word string) bool {
	for i := range len(word) {
		if c := word[i]; c == '@' || c == ':' || c == 0xEF {
			return true
		}
	}
	return false
}

// cutAny cuts a word of any script.
func (k *tokens) cutAny(word string) {
	classed := word
	if hasOtherInICU(word) {
		classed = asICU.Replace(word)
	}
	cut := words.FromString(classed)
	for cut.Next() {
		k.add(word, cut.Start(), cut.End())
	}
}
