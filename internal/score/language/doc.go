// Package language says which languages a text is written in, for how much of it, and how certain that is.
//
// Scripts come first: many languages are the only one of theirs. Between languages of one script a linear model decides. Its
// features are words as a whole, and the n-grams of 1 to 5 characters of a word, the boundaries of the word included; its
// weights are learnt by train/language. Words that are no words of a language (addresses, mentions, hashtags, mixtures of letters and
// digits) are passed over.
//
// Words are looked up as a whole first. Where these leave doubt, so are the n-grams of some that are spread over the text, and of others, until none
// is left: of close languages all are looked up.
//
// A text without a language (code, tables, keyboard noise, lists of names) is NoLanguage; one with too little evidence is
// Undetermined. Of long texts, pieces at even distances are read. Everything is safe for concurrent use.
package language
