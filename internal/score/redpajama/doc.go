// Package redpajama measures the quality signals of RedPajama-V2, as togethercomputer/RedPajama-Data computes them.
//
// It reads a text in two ways. The normalised text has its ASCII punctuation deleted and is in lower case and in NFD; its
// words are counted, compared with block lists and searched for repeated n-grams. The tokens of the raw text are those of
// NLTK's WordPunctTokenizer, `\w+|[^\w\s]+`. Both can be had word by word, so each is found once for each distinct word.
// Ratios are rounded to 8 decimal places, as there. Everything is linear in the text.
package redpajama
