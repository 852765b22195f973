// Package score measures a document and judges it by the published rule sets of the field, with every failing rule,
// its value, threshold, margin and places.
//
// The rules are those of huggingface/datatrove (Gopher of Rae et al. 2021, C4 of Raffel et al. 2020, FineWeb of Penedo et
// al. 2024) with its thresholds. Tokens are the segments between the word boundaries of Unicode Standard Annex 29 that are
// not white space, where datatrove takes spaCy's for English: values that count tokens differ where the two split otherwise (contractions, addresses), and citations such
// as [1] are not taken out before C4's rules. Agreement with datatrove has not been measured.
//
// Every value is finite; a signal that is not defined for a document is absent. Time is linear in the text. Everything is
// safe for concurrent use.
package score
