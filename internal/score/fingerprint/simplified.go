package fingerprint

import (
	"sync"

	"github.com/copydesk/copydesk/internal/score/measure"
)

// simplified is a text as simplify_text leaves it, and as spaCy's English tokenizer splits that.
type simplified struct {
	words, tokens sequence

	// Every type of word is simplified once, and split once. Its forms are stretches of the arena.
	arena    []byte
	forms    []form
	simplify simplifier
}

// form is what a type of word becomes: any number of words with one space between them.
type form struct{ start, end, words int32 }

var pool = sync.Pool{New: func() any { return new(simplified) }}

// maxKept is how many bytes of buffers are kept for the next text.
const maxKept = 8 << 20

func simplify(t *measure.Text) *simplified {
	s := pool.Get().(*simplified) //nolint:forcetypeassert // the pool holds nothing else
	words := t.Words()
	for id := range words.Types() {
		start := len(s.arena)
		var n int
		s.arena, n = s.simplify.append(s.arena, words.Type(uint32(id)))              //nolint:gosec // types are counted in 32 bits
		s.forms = append(s.forms, form{int32(start), int32(len(s.arena)), int32(n)}) //nolint:gosec // texts are shorter than 2 GiB
	}
	for _, id := range words.IDs {
		f := s.forms[id]
		s.words.append(s.arena[f.start:f.end], int(f.words))
	}
	s.words.finish()
	s.tokens = s.words
	return s
}

func (s *simplified) release() {
	if cap(s.words.text)+4*cap(s.words.starts)+cap(s.arena)+12*cap(s.forms) > maxKept {
		return
	}
	s.words.reset()
	s.arena, s.forms = s.arena[:0], s.forms[:0]
	pool.Put(s)
}
