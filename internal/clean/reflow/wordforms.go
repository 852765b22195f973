package reflow

import (
	"unicode"
	"unicode/utf8"
)

// wordForms are hashes of the words of a text, in small letters and with the hyphens inside them. It is made when first
// asked, which most texts never do.
type wordForms struct {
	forms map[uint64]struct{}
}

// has reports whether text, which is always the same, has the word made of head and tail.
func (w *wordForms) has(text, head, tail string) bool {
	if w.forms == nil {
		w.read(text)
	}
	_, ok := w.forms[hashWord(hashWord(hashStart, head), tail)]
	return ok
}

// read takes in every word of text. The parts of a word that stands on both sides of a line end are no words.
func (w *wordForms) read(text string) {
	w.forms = map[uint64]struct{}{}
	h := uint64(hashStart)
	for i, r := range text {
		switch {
		case unicode.IsLetter(r), r == '-' && h != hashStart && !endsLine(text, i+1):
			h = hashRune(h, r)
		case h != hashStart:
			if r != '-' {
				w.forms[h] = struct{}{}
			}
			h = hashStart
		}
	}
	if h != hashStart {
		w.forms[h] = struct{}{}
	}
}

func endsLine(text string, at int) bool { return at == len(text) || text[at] == '\n' }

// FNV-1a, by character.
const (
	hashStart = 14695981039346656037
	hashPrime = 1099511628211
)

func hashWord(h uint64, s string) uint64 {
	for _, r := range s {
		h = hashRune(h, r)
	}
	return h
}

func hashRune(h uint64, r rune) uint64 {
	if r < utf8.RuneSelf {
		if 'A' <= r && r <= 'Z' {
			r |= 0x20
		}
	} else {
		r = unicode.ToLower(r)
	}
	return (h ^ uint64(r)) * hashPrime //nolint:gosec // a character is not negative
}
