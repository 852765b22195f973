package fingerprint

import (
	"bytes"
	"slices"

	"github.com/copydesk/copydesk/internal/score/pytext"
)

// sequence is a text as words with one space between them.
type sequence struct {
	t      *pytext.Text // bounds the work
	text   []byte
	starts []int32 // where the words begin
}

// fill sets the sequence to the forms of the types. Empty words at its end are left out.
func (s *sequence) fill(t *pytext.Text, types []uint32, f *forms) {
	s.t = t
	s.starts, s.text = slices.Grow(s.starts, len(types)), slices.Grow(s.text, len(t.S)+1)
	for _, id := range types {
		t.Tick(4)
		w := f.of[id]
		s.append(f.arena[w.start:w.end], int(w.words))
	}
	s.text = bytes.TrimRight(s.text, " ")
	for len(s.starts) > 0 && int(s.starts[len(s.starts)-1]) >= len(s.text) {
		s.starts = s.starts[:len(s.starts)-1]
	}
}

// append appends n words that have one space between them.
func (s *sequence) append(words []byte, n int) {
	for ; n > 1; n-- {
		s.t.Tick(4)
		end := bytes.IndexByte(words, ' ')
		s.appendWord(words[:end])
		words = words[end+1:]
	}
	if n == 1 {
		s.appendWord(words)
	}
}

func (s *sequence) appendWord(word []byte) {
	if len(s.text) == 0 && len(word) == 0 {
		return
	}
	s.starts = append(s.starts, int32(len(s.text))) //nolint:gosec // texts are shorter than 2 GiB
	s.text = append(append(s.text, word...), ' ')
}

// run returns words first to last-1 and the spaces between them.
func (s *sequence) run(first, last int) []byte {
	if last < len(s.starts) {
		return s.text[s.starts[first] : s.starts[last]-1]
	}
	return s.text[s.starts[first]:]
}

func (s *sequence) reset() { s.t, s.text, s.starts = nil, s.text[:0], s.starts[:0] }

func (s *sequence) size() int { return cap(s.text) + 4*cap(s.starts) }
