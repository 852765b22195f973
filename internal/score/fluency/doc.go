// Package fluency measures how surprising an English text is to a language model: the cost of each token, and the perplexity
// of a text, its paragraphs and its lines.
//
// The model is of trigrams with modified Kneser-Ney smoothing (Chen and Goodman 1998), pruned, with costs in whole sixteenths of a
// nat, so that sums are the same on every machine. It is read in place: see model.go for the file. Tokens are the words of package text
// in small letters, split at hyphens; a mark inside a sentence; the end of a sentence. train/fluency makes the model.
package fluency
