package fingerprint

import (
	"github.com/copydesk/copydesk/internal/pool"
	"github.com/copydesk/copydesk/internal/score/pytext"
)

// simplified is a text as simplify_text leaves it, and its tokens.
type simplified struct {
	t          *pytext.Text
	source     *pytext.Words
	simplifier simplifier
	tokenizer  tokenizer

	// What a type of word becomes is found once for all of its occurrences.
	wordForms, tokenForms forms
	words, split          sequence
}

// forms are what the types of words become, each any number of words with a space between them.
type forms struct {
	arena []byte
	of    []form
}

// form is a range of the arena that has so many words.
type form struct{ start, end, words int32 }

// add appends a form of n words, with which the new arena ends.
func (f *forms) add(arena []byte, n int) {
	f.of = append(f.of, form{int32(len(f.arena)), int32(len(arena)), int32(n)}) //nolint:gosec // texts are shorter than 2 GiB
	f.arena = arena
}

func (f *forms) reset() { f.arena, f.of = f.arena[:0], f.of[:0] }

func (f *forms) size() int { return cap(f.arena) + 12*cap(f.of) }

var simplifiedPool pool.Of[simplified]

func simplify(t *pytext.Text) *simplified {
	s := simplifiedPool.Get()
	s.t, s.source = t, t.Words()
	s.simplifier.t = t
	s.tokenizer.splitter.SetText(t)
	f := &s.wordForms
	for _, word := range s.source.All() {
		f.add(s.simplifier.append(f.arena, word))
	}
	s.words.fill(t, s.source.IDs, f)
	return s
}

// tokens returns the words as spaCy's tokenizer for English splits them.
func (s *simplified) tokens() *sequence {
	same := true
	f := &s.tokenForms
	for id, w := range s.wordForms.of {
		word := string(s.wordForms.arena[w.start:w.end])
		s.t.Tick(len(word) + 4)
		f.add(s.tokenizer.append(f.arena, word))
		t := f.of[id]
		same = same && t.words == w.words && string(f.arena[t.start:t.end]) == word
	}
	if same {
		return &s.words
	}
	s.split.fill(s.t, s.source.IDs, f)
	return &s.split
}

func (s *simplified) release() {
	s.t, s.source, s.simplifier.t = nil, nil, nil
	s.tokenizer.splitter.SetText(nil)
	s.wordForms.reset()
	s.tokenForms.reset()
	s.words.reset()
	s.split.reset()
	simplifiedPool.Put(s, s.wordForms.size()+s.tokenForms.size()+s.words.size()+s.split.size()+s.simplifier.size())
}
