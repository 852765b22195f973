package fingerprint

import (
	"sync"

	"github.com/copydesk/copydesk/internal/score/pytext"
)

// simplified is a text as simplify_text leaves it, and its tokens.
type simplified struct {
	source     *pytext.Words
	simplifier simplifier
	tokenizer  tokenizer

	// What a type of word becomes is found once for all of its occurrences.
	wordForms, tokenForms forms
	words, split          sequence
}

// forms are what the types of words become, each any number of words with one space between them.
type forms struct {
	arena []byte
	of    []form
}

// form is a stretch of the arena that holds so many words.
type form struct{ start, end, words int32 }

// add appends a form of n words; arena is the arena with it at its end.
func (f *forms) add(arena []byte, n int) {
	f.of = append(f.of, form{int32(len(f.arena)), int32(len(arena)), int32(n)}) //nolint:gosec // texts are shorter than 2 GiB
	f.arena = arena
}

func (f *forms) reset() { f.arena, f.of = f.arena[:0], f.of[:0] }

func (f *forms) size() int { return cap(f.arena) + 12*cap(f.of) }

var pool = sync.Pool{New: func() any { return new(simplified) }}

// maxKept is how many bytes of buffers are kept for the next text.
const maxKept = 8 << 20

func simplify(t *pytext.Text) *simplified {
	s := pool.Get().(*simplified) //nolint:forcetypeassert // the pool holds nothing else
	s.source = t.Words()
	f := &s.wordForms
	for id := range s.source.Types() {
		f.add(s.simplifier.append(f.arena, s.source.Type(uint32(id))))
	}
	s.words.fill(s.source.IDs, f)
	return s
}

// tokens returns the words as spaCy's tokenizer for English splits them.
func (s *simplified) tokens() *sequence {
	words, same := string(s.wordForms.arena), true
	f := &s.tokenForms
	for id, w := range s.wordForms.of {
		f.add(s.tokenizer.append(f.arena, words[w.start:w.end]))
		t := f.of[id]
		same = same && t.words == w.words && string(f.arena[t.start:t.end]) == words[w.start:w.end]
	}
	if same {
		return &s.words
	}
	s.split.fill(s.source.IDs, f)
	return &s.split
}

func (s *simplified) release() {
	s.source = nil
	if s.wordForms.size()+s.tokenForms.size()+s.words.size()+s.split.size()+s.simplifier.size() > maxKept {
		return
	}
	s.wordForms.reset()
	s.tokenForms.reset()
	s.words.reset()
	s.split.reset()
	pool.Put(s)
}
