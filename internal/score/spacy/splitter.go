package spacy

import "github.com/copydesk/copydesk/internal/score/pytext"

// Splitter splits chunks that do not stand in a text. It uses its memory again; the zero value is ready for use, by one
// goroutine at a time.
type Splitter struct {
	split splitter
	raw   []Token
}

// SetText sets the text whose context bounds the work, nil for none.
func (s *Splitter) SetText(t *pytext.Text) { s.split.setText(t) }

// Append appends the tokens of chunk, which has no white space in it and is not empty, to dst, as they are if it stands
// alone.
func (s *Splitter) Append(dst []Token, chunk string) []Token {
	s.raw = s.split.raw(s.raw[:0], chunk, 0, words)
	return s.split.match.restore(dst, s.raw, chunk)
}
