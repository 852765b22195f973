package redpajama

import (
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/score/measure"
)

// normal are the words of the normalised text.
type normal struct {
	measure.Sequence

	// kinds say what becomes of the raw words, by type.
	kinds []kind

	// chars is the sum of the words' lengths.
	chars int

	types measure.Interner
	buf   []byte
	ends  []int // of the normalised types in buf
	lower []byte
	flags []bool // of types
}

// kind is what becomes of a raw word.
type kind struct {
	id      int32 // the type of the normalised word; -1 where nothing is left of it
	numeric int32 // how many characters of the normalised word are numeric
	upper   int32 // how many characters of the raw word are capitals
}

var normals = measure.NewSlot(func() *normal { return new(normal) })

// text returns the characters of the normalised text: its words are parted by one space each.
func (n *normal) text() int { return n.chars + max(n.Len()-1, 0) }

// Find is of measure.Part.
func (n *normal) Find(t *measure.Text) {
	w := t.Words()
	for id := range w.Types() {
		n.kinds = append(n.kinds, n.normalise(w.Type(uint32(id)))) //nolint:gosec // a text has fewer words than 2^31
		n.ends = append(n.ends, len(n.buf))
	}
	n.intern(string(n.buf), w)
	for _, id := range w.IDs {
		if k := n.kinds[id].id; k >= 0 {
			n.IDs = append(n.IDs, uint32(k)) //nolint:gosec // as above
		}
	}
	n.chars = n.Chars()
}

// intern gives equal words equal types, in the order in which they first came. all are the normalised types on end.
func (n *normal) intern(all string, w *measure.Words) {
	start := 0
	for raw, end := range n.ends {
		word := all[start:end]
		start = end
		if word == "" {
			n.kinds[raw].id = -1
			continue
		}
		id := n.types.ID(word)
		n.kinds[raw].id = int32(id) //nolint:gosec // a text has fewer words than 2^31
		if int(id) == len(n.Counts) {
			n.Counts = append(n.Counts, 0)
			n.Lengths = append(n.Lengths, int32(utf8.RuneCountInString(word))) //nolint:gosec // as above
		}
		n.Counts[id] += w.Counts[raw]
	}
}

// Release is of measure.Part.
func (n *normal) Release() {
	n.Reset()
	n.kinds, n.buf, n.ends, n.chars = n.kinds[:0], n.buf[:0], n.ends[:0], 0
	n.types.Reset()
}

// normalise appends a word's normalised form to n.buf.
func (n *normal) normalise(word string) kind {
	var k kind
	for i := range len(word) {
		c := word[i]
		if c >= utf8.RuneSelf {
			return n.normaliseUnicode(word)
		}
		class := classes[c]
		if class&punctuation != 0 {
			continue
		}
		if class&capital != 0 {
			k.upper++
			c |= 0x20
		}
		k.numeric += int32(class & digit)
		n.buf = append(n.buf, c)
	}
	return k
}

func (n *normal) normaliseUnicode(word string) kind {
	var k kind
	start := 0
	if len(n.ends) > 0 {
		start = n.ends[len(n.ends)-1]
	}
	kept := n.buf[:start]
	for _, r := range word {
		if measure.IsUpper(r) {
			k.upper++
		}
		if r >= utf8.RuneSelf || classes[r]&punctuation == 0 {
			kept = utf8.AppendRune(kept, r)
		}
	}
	n.lower = measure.AppendLower(n.lower[:0], string(kept[start:]))
	n.buf = appendNFD(kept[:start], n.lower)
	for i := start; i < len(n.buf); {
		r, size := utf8.DecodeRune(n.buf[i:])
		if measure.IsNumeric(r) {
			k.numeric++
		}
		i += size
	}
	return k
}

// What an ASCII character is.
const (
	digit       = 1 << iota // 0 to 9; it is 1, so that the bit counts
	capital                 // A to Z
	small                   // a to z
	punctuation             // Python's string.punctuation: all else that is printed
)

// classes say what each ASCII character is.
var classes = func() (table [utf8.RuneSelf]uint8) {
	for c := rune('!'); c <= '~'; c++ {
		switch {
		case '0' <= c && c <= '9':
			table[c] = digit
		case 'A' <= c && c <= 'Z':
			table[c] = capital
		case 'a' <= c && c <= 'z':
			table[c] = small
		default:
			table[c] = punctuation
		}
	}
	return table
}()
