package boilerplate

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/fnv"
)

// class is a set of what a word is known for.
type class uint16

const (
	speech    class = 1 << iota // reports what somebody said: the mark of prose
	agency                      // takes or sells pictures
	crediting                   // occurs in credits beside names
	network                     // a social network
	button                      // labels buttons that share
	asking                      // a verb that asks the reader to do something
	past                        // for these see proseWords
	stating
	subordinate
	guiding
	addressing
	beside
)

func (c class) has(d class) bool { return c&d != 0 }

// dictionary numbers the words that the rules know. It is not changed after start-up.
type dictionary struct {
	slots   []slot          // open addressing, a power of two long, at most half full
	sieve   [1 << 10]uint64 // a bit for the last 16 bits of each key: most words of prose fall through
	classes []class

	copyrightSign, email, protected, via, us               uint16
	the, a, and, then, before, we, you, your, our, cookies uint16
}

type slot struct {
	key uint64
	id  uint16 // 0: empty
}

// lexicon holds the words of all phrases and classes.
var lexicon = newDictionary()

func newDictionary() *dictionary {
	d := &dictionary{slots: make([]slot, 1<<13), classes: make([]class, 1)}
	d.copyrightSign, d.email, d.protected = d.number("©"), d.number("email"), d.number("protected")
	d.via, d.us = d.number("via"), d.number("us")
	d.the, d.a, d.and, d.then, d.before = d.number("the"), d.number("a"), d.number("and"), d.number("then"), d.number("before")
	d.cookies = d.number("cookies")
	d.we, d.you, d.your, d.our = d.number("we"), d.number("you"), d.number("your"), d.number("our")
	for _, list := range classWords {
		for w := range strings.FieldsSeq(list.words) {
			d.classes[d.number(w)] |= list.class
		}
	}
	return d
}

// look returns the number of a word in whatever case, 0 if it is not known.
func (d *dictionary) look(w string) uint16 {
	h := wordKey(w)
	if d.sieve[h>>6&(1<<10-1)]>>(h&63)&1 == 0 {
		return 0
	}
	return d.slot(h).id
}

// number returns the number of a word in lower case, which is new if the word is.
func (d *dictionary) number(w string) uint16 {
	h := wordKey(w)
	s := d.slot(h)
	if s.id == 0 {
		*s = slot{h, uint16(len(d.classes))} //nolint:gosec // some thousand words
		d.classes = append(d.classes, 0)
		d.sieve[h>>6&(1<<10-1)] |= 1 << (h & 63)
	}
	return s.id
}

// slot returns the place of the word with a key, which is empty if it is not known.
func (d *dictionary) slot(h uint64) *slot {
	for i := h >> 16; ; i++ {
		if s := &d.slots[i&uint64(len(d.slots)-1)]; s.key == h || s.id == 0 { //nolint:gosec // a length
			return s
		}
	}
}

// wordKey returns the same number for words that differ in case, or in the form of an apostrophe, only. Which marks other
// bytes fold to does not matter, as long as it is the same each time.
func wordKey(w string) uint64 {
	h := fnv.Start64
	for i := range len(w) {
		if w[i] >= utf8.RuneSelf {
			return wideKey(w)
		}
		h = fnv.Add64(h, uint64(w[i]|0x20))
	}
	return h
}

// smallLetters holds the lower case of the characters of the alphabets of Europe and the Near East.
var smallLetters = func() (t [0x600]rune) {
	for r := range t {
		t[r] = unicode.ToLower(rune(r))
	}
	return t
}()

// wideKey is wordKey for words with characters beyond ASCII.
func wideKey(w string) uint64 {
	h := fnv.Start64
	for _, r := range w {
		switch {
		case r == '’':
			r = '\''
		case r < utf8.RuneSelf:
			r |= 0x20
		case int(r) < len(smallLetters):
			r = smallLetters[r]
		case r < 0x2E80 || 0xA640 <= r && r < 0xAC00 || 0xD7A4 <= r: // neither Han, kana nor Hangul, which have no case
			r = unicode.ToLower(r)
		}
		h = fnv.Add64(h, uint64(r))
	}
	return h
}
