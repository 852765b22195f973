// Package fingerprint gives digests of a text by which copies and near copies are found: a hash that is equal for texts that
// differ only in case, spacing, punctuation, accents and figures; a SimHash, which differs in few bits where texts differ
// little; and the MinHash signature of datatrove 0.10.1, bit for bit.
//
// All three are made from the text as datatrove's simplify_text leaves it. They are the same on every machine. Time is linear
// in the text.
package fingerprint
