package breaks

import (
	"fmt"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/model"
)

// Usage says how a word is used in running text, in steps of 1/250 from 1; 0 means that the word is unknown. Its class is known in either case.
type Usage struct {
	// Closing is how often a mark follows the word: hardly ever "the", often "here".
	Closing uint8

	// Capital is how often it begins with a capital inside a sentence: names do, and all German nouns.
	Capital uint8

	// Opening is how often it begins a sentence: often "However", hardly ever "road".
	Opening uint8

	// Class is its class: see Follows.
	Class uint8
}

// slotLen is the length in bytes of an entry: a check byte, the three shares and the class.
const slotLen = 5

// Lexicon knows how the common words of several languages are used. It is a hash table without probing, read in place; the
// zero value knows no word. It is safe for concurrent use.
type Lexicon struct {
	// Follows says which words follow which.
	Follows Follows

	slots string
	mask  uint32
}

// OpenLexicon reads a table that MakeLexicon made; Follows is left to the caller. Errors wrap model.ErrFormat.
func OpenLexicon(section string) (Lexicon, error) {
	n := len(section) / slotLen
	if n == 0 || n&(n-1) != 0 || len(section)%slotLen != 0 {
		return Lexicon{}, fmt.Errorf("%w: a lexicon of %d bytes", model.ErrFormat, len(section))
	}
	return Lexicon{slots: section, mask: uint32(n - 1)}, nil //nolint:gosec // sections are below 4 GiB
}

// Usage returns how word is used, in any case; of a word that is not known, the class of its form alone.
func (l *Lexicon) Usage(word string) Usage {
	if l.slots == "" || word == "" {
		return Usage{}
	}
	h := hashFold(word)
	e := l.slots[h&l.mask*slotLen:][:slotLen]
	if e[0] != check(h) {
		return Usage{Class: ClassOfForm(word)}
	}
	u := Usage{Closing: e[1], Capital: e[2], Opening: e[3], Class: e[4]}
	if u.IsTitle(word) {
		u.Class = ClassTitle
	}
	return u
}

// Entry is a word to be put in a lexicon, and how it is used.
type Entry struct {
	Word  string
	Usage Usage
}

// MakeLexicon returns a table of 2^bits slots with entries; of those that share a slot the first is kept.
func MakeLexicon(bits int, entries []Entry) []byte {
	table := make([]byte, slotLen<<bits)
	for _, e := range entries {
		h := hashFold(e.Word)
		slot := table[h&(1<<bits-1)*slotLen:][:slotLen]
		if slot[0] == 0 {
			slot[0], slot[1], slot[2], slot[3], slot[4] = check(h), e.Usage.Closing, e.Usage.Capital, e.Usage.Opening, e.Usage.Class
		}
	}
	return table
}

// check returns the byte of h that distinguishes the words of one slot; 0 marks an empty slot.
func check(h uint32) byte { return byte(h>>24) | 1 }

// hashFold is FNV-1a of word in small letters, mixed so that its low bits depend on all others.
func hashFold(word string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(word); {
		r, n := rune(word[i]), 1
		switch {
		case 'A' <= r && r <= 'Z':
			r |= 0x20
		case r >= utf8.RuneSelf:
			r, n = utf8.DecodeRuneInString(word[i:])
			r = unicode.ToLower(r)
		}
		h = (h ^ uint32(r)) * 16777619 //nolint:gosec // a character is not negative
		i += n
	}
	return h ^ h>>15
}
