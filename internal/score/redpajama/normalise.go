package redpajama

import (
	"slices"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/score/pytext"
)

// normalise returns what becomes of a word of type id. If it is changed, it appends the outcome to n.buf.
func (n *normal) normalise(word string, id int32) kind {
	start := len(n.buf)
	n.buf = slices.Grow(n.buf, len(word))
	k, ok := n.normaliseASCII(word)
	if !ok {
		n.buf = n.buf[:start]
		k = n.normaliseUnicode(word)
	}
	k.id = changed
	switch made := n.buf[start:]; {
	case len(made) == 0:
		k.id = gone
	case string(made) == word:
		k.id = id
		n.buf = n.buf[:start]
	}
	return k
}

// normaliseASCII appends the normalised form of a word of ASCII characters and plain ones to n.buf. The second result is
// false where there are others.
func (n *normal) normaliseASCII(word string) (kind, bool) {
	var k kind
	for i := 0; i < len(word); i++ {
		c := word[i]
		if c >= utf8.RuneSelf {
			if !isPlain(word[i:]) {
				return k, false
			}
			n.buf = append(n.buf, word[i:i+plainLen]...)
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
		n.buf = append(n.buf, c)
	}
	return k, true
}

// normaliseUnicode does it for words of any characters.
func (n *normal) normaliseUnicode(word string) kind {
	var k kind
	start := len(n.buf)
	kept := n.buf
	for _, r := range word {
		if pytext.IsUpper(r) {
			k.upper++
		}
		if r >= utf8.RuneSelf || classes[r]&deleted == 0 {
			kept = utf8.AppendRune(kept, r)
		}
	}
	n.lower = pytext.AppendLower(n.lower[:0], string(kept[start:]))
	n.buf = appendNFD(kept[:start], n.lower)
	for i := start; i < len(n.buf); {
		r, size := utf8.DecodeRune(n.buf[i:])
		if pytext.IsNumeric(r) {
			k.numeric++
		}
		k.length++
		i += size
	}
	return k
}
