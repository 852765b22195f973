// Package redpajama measures the quality signals of RedPajama-V2, as togethercomputer/RedPajama-Data computes them.
//
// It reads a text in two ways. The normalised text has no ASCII punctuation and is in lower case and in NFD; its words are
// counted, compared with block lists and searched for repeated n-grams. The tokens of the raw text are those of NLTK's
// WordPunctTokenizer, `\w+|[^\w\s]+`. Both depend on each word alone, so they are found once for each distinct word. Ratios are
// rounded to 8 decimal places, as in the reference. Everything is linear in the text.
package redpajama
