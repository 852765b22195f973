package reflow

import (
	"unicode"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/text"
)

// wordForms is the set of words of a text, in small letters and with the hyphens inside them, by their hashes. It is made
// when it is first needed, which is never for most texts.
type wordForms struct {
	forms map[uint64]struct{}
}

// has reports whether the text has the word made of head and tail.
func (w *wordForms) has(head, tail string) bool {
	_, ok := w.forms[hashWord(hashWord(hashStart, head), tail)]
	return ok
}

// read takes in every word of text, the first time that it is called. The halves of a word that is split at a line end do
// not count as words.
func (w *wordForms) read(in string, pace *text.Pace) error {
	if w.forms != nil {
		return nil
	}
	w.forms = map[uint64]struct{}{}
	h := uint64(hashStart)
	for i, r := range in {
		switch {
		case unicode.IsLetter(r), r == '-' && h != hashStart && !endsLine(in, i+1):
			h = hashRune(h, r)
		case h != hashStart:
			if r != '-' {
				w.forms[h] = struct{}{}
			}
			h = hashStart
			if err := pace.Step(wordCost); err != nil {
				return err
			}
		}
	}
	if h != hashStart {
		w.forms[h] = struct{}{}
	}
	return nil
}

// wordCost is what a look at a word costs, in bytes of ordinary work.
const wordCost = 16

func endsLine(in string, at int) bool { return at == len(in) || in[at] == '\n' }

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
