package redpajama

import (
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/score/pytext"
)

// normalise returns what becomes of a word of type id.
func (n *normal) normalise(word string, id uint32) kind {
	k, ok := n.normaliseASCII(word)
	if !ok {
		k = n.normaliseUnicode(word)
	}
	switch {
	case len(n.made) == 0:
		k.id = gone
	case string(n.made) == word:
		k.id = int32(id) //nolint:gosec // a text has fewer words than 2^31
	default:
		k.id = int32(n.words.NumberOf(n.made)) //nolint:gosec // a text has fewer words than 2^31
	}
	return k
}

// normaliseASCII makes the normalised form of a word of ASCII characters and plain ones. The second result is false if there are
// others.
func (n *normal) normaliseASCII(word string) (kind, bool) {
	var k kind
	n.made = n.made[:0]
	for i := 0; i < len(word); i++ {
		c := word[i]
		if c >= utf8.RuneSelf {
			if !isPlain(word[i:]) {
				return k, false
			}
			n.made = append(n.made, word[i:i+plainLen]...)
			k.length++
			i += plainLen - 1
			continue
		}
		class := classes[c]
		if class&deleted != 0 {
			continue
		}
		if class&capital != 0 {
			k.upper++
			c |= 0x20
		}
		k.numeric += int32(class & digit)
		k.length++
		n.made = append(n.made, c)
	}
	return k, true
}

// normaliseUnicode makes the normalised form of a word of any characters.
func (n *normal) normaliseUnicode(word string) kind {
	var k kind
	kept := n.made[:0]
	for r := range n.t.Chars(word) {
		if pytext.IsUpper(r) {
			k.upper++
		}
		if r >= utf8.RuneSelf || classes[r]&deleted == 0 {
			kept = utf8.AppendRune(kept, r)
		}
	}
	n.lower = n.t.AppendLower(n.lower[:0], string(kept))
	n.made = appendNFD(kept[:0], n.lower, n.t.Tick)
	for i := 0; i < len(n.made); {
		n.t.Tick(8)
		r, size := utf8.DecodeRune(n.made[i:])
		if pytext.IsNumeric(r) {
			k.numeric++
		}
		k.length++
		i += size
	}
	return k
}
