package fingerprint

import (
	"strings"

	"github.com/copydesk/copydesk/internal/score/spacy"
)

// tokenizer splits simplified words as spaCy's tokenizer for English does, to which datatrove passes the simplified text. Few of
// its rules matter then: contractions written without an apostrophe ("dont", "cannot"), units after a number ("0km"), and
// symbols that simplification keeps ("£0").
type tokenizer struct {
	splitter spacy.Splitter
	cuts     []spacy.Token
}

// append appends the tokens of words, which have one space between them, to dst with one space between them, and returns how
// many there are. Empty words have none: datatrove drops tokens of white space.
func (t *tokenizer) append(dst []byte, words string) ([]byte, int) {
	n := 0
	for len(words) > 0 {
		word, rest, _ := strings.Cut(words, " ")
		words = rest
		if word == "" {
			continue
		}
		t.cuts = t.splitter.Append(t.cuts[:0], word)
		for _, c := range t.cuts {
			if n++; n > 1 {
				dst = append(dst, ' ')
			}
			dst = append(dst, word[c.Start:c.End]...)
		}
	}
	return dst, n
}
