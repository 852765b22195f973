package boilerplate

import (
	"encoding/binary"
	"math/bits"
	"strings"
)

// class is a set of what a word is known for.
type class uint8

const (
	abbreviation class = 1 << iota // its full stop need not end a sentence
	speech                         // reports what somebody said: the mark of prose
	agency                         // takes or sells pictures
	crediting                      // stands in credits beside names
	network                        // a social network
	button                         // stands on buttons that share
	asking                         // a verb that asks the reader to do something
)

func (c class) has(d class) bool { return c&d != 0 }

// dictionary numbers the words that the rules know. It is not changed after start-up.
type dictionary struct {
	slots   []slot          // open addressing, a power of two long, at most half full
	sieve   [1 << 10]uint64 // a bit for the first 16 bits of each hash: most words of prose fall through
	classes []class

	copyrightSign, email, protected, via, us uint16
}

type slot struct {
	hash uint64
	id   uint16 // 0: empty
}

// lexicon holds the words of all phrases and classes.
var lexicon = newDictionary()

func newDictionary() *dictionary {
	d := &dictionary{slots: make([]slot, 1<<13), classes: make([]class, 1)}
	d.copyrightSign, d.email, d.protected = d.number("©"), d.number("email"), d.number("protected")
	d.via, d.us = d.number("via"), d.number("us")
	for _, list := range classWords {
		for w := range strings.FieldsSeq(list.words) {
			d.classes[d.number(w)] |= list.class
		}
	}
	return d
}

// look returns the number of a word in whatever case, 0 if it is not known.
func (d *dictionary) look(w string) uint16 {
	h := hash(w)
	if d.sieve[h>>54]>>(h>>48&63)&1 == 0 {
		return 0
	}
	return d.slot(h).id
}

// number returns the number of a word in lower case, which is new if the word is. An apostrophe stands for either form.
func (d *dictionary) number(w string) uint16 {
	s := d.slot(hash(w))
	if s.id == 0 {
		id := uint16(len(d.classes)) //nolint:gosec // some thousand words
		d.classes = append(d.classes, 0)
		d.enter(w, id)
		d.enter(strings.ReplaceAll(w, "'", "’"), id)
	}
	return s.id
}

func (d *dictionary) enter(w string, id uint16) {
	h := hash(w)
	d.sieve[h>>54] |= 1 << (h >> 48 & 63)
	*d.slot(h) = slot{h, id}
}

// slot returns the place of the word with a hash, which is empty if it is not known.
func (d *dictionary) slot(h uint64) *slot {
	for i := h; ; i++ {
		if s := &d.slots[i&uint64(len(d.slots)-1)]; s.hash == h || s.id == 0 { //nolint:gosec // a length
			return s
		}
	}
}

const (
	// small makes small letters of eight capital ones at once. It leaves digits and the marks within words as they are, or
	// apart from one another; letters beyond ASCII it folds as it happens, which only has to be the same each time.
	small = 0x2020202020202020

	hashFactor = 0x9E3779B97F4A7C15
)

// hash returns the same number for words that differ in case only.
func hash(w string) uint64 {
	h := uint64(len(w))
	for ; len(w) > 8; w = w[8:] {
		h = mix(h, binary.LittleEndian.Uint64([]byte(w[:8])))
	}
	switch n := len(w); {
	case n >= 4:
		return mix(h, uint64(binary.LittleEndian.Uint32([]byte(w[:4])))|uint64(binary.LittleEndian.Uint32([]byte(w[n-4:])))<<32)
	case n > 0:
		return mix(h, uint64(w[0])|uint64(w[n/2])<<8|uint64(w[n-1])<<16)
	default:
		return h
	}
}

func mix(h, w uint64) uint64 {
	hi, lo := bits.Mul64(h^(w|small), hashFactor)
	return hi ^ lo
}
