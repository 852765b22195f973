package lines

import "strings"

// class is a set of what a word is known for.
type class uint8

const (
	abbreviation class = 1 << iota // its full stop need not end a sentence
	speech                         // reports what somebody said: the mark of prose
	agency                         // takes or sells pictures
	crediting                      // stands in credits beside names
)

func (c class) has(d class) bool { return c&d != 0 }

// The hash of a word is FNV-1a over its bytes in lower case.
const (
	hashBasis = 0xcbf29ce484222325
	hashPrime = 0x100000001b3
)

// dictionary numbers the words that the rules know. It is not changed after start-up.
type dictionary struct {
	slots   []slot // open addressing, a power of two long, at most half full
	classes []class

	copyrightSign, email, protected, via uint16
}

type slot struct {
	hash uint64
	id   uint16 // 0: empty
}

// lexicon holds the words of all phrases and classes.
var lexicon = newDictionary()

func newDictionary() *dictionary {
	d := &dictionary{slots: make([]slot, 1<<13), classes: make([]class, 1)}
	d.copyrightSign, d.email, d.protected, d.via = d.number("©"), d.number("email"), d.number("protected"), d.number("via")
	for _, list := range classWords {
		for w := range strings.FieldsSeq(list.words) {
			id := d.number(w)
			d.classes[id] |= list.class
		}
	}
	return d
}

// look returns the number of the word with a hash, 0 if it is not known.
func (d *dictionary) look(hash uint64) uint16 {
	for i := hash ^ hash>>32; ; i++ {
		s := &d.slots[i&uint64(len(d.slots)-1)]
		if s.hash == hash || s.id == 0 {
			return s.id
		}
	}
}

// number returns the number of a word in lower case, which is new if the word is.
func (d *dictionary) number(w string) uint16 {
	hash := uint64(hashBasis)
	for i := range len(w) {
		hash = (hash ^ uint64(w[i])) * hashPrime
	}
	for i := hash ^ hash>>32; ; i++ {
		s := &d.slots[i&uint64(len(d.slots)-1)]
		switch {
		case s.id == 0:
			*s = slot{hash, uint16(len(d.classes))} //nolint:gosec // some thousand words
			d.classes = append(d.classes, 0)
			return s.id
		case s.hash == hash:
			return s.id
		}
	}
}
