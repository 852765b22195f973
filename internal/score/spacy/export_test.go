package spacy

import "github.com/copydesk/copydesk/internal/score/pytext"

// SentencesOfTokens counts sentences from all tokens.
func SentencesOfTokens(s string) int {
	t := pytext.New(s)
	defer t.Release()
	return tokenSentences(t, s)
}
