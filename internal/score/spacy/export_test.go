package spacy

// SentencesOfTokens counts sentences from all tokens.
var SentencesOfTokens = tokenSentences
