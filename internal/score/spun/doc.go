// Package spun finds English texts in which a program replaced words by synonyms that do not fit ("Wall Avenue Journal",
// "electricity-sharing"), and the words.
//
// For each word that its neighbours do not make likely it looks for another of like meaning, or one that is used alike, that would go
// better with them. Boosted trees weigh this evidence for each word, and others the evidence of all words together, beside how
// surprising the text is as a whole. No substitution is memorised: the words of like meaning are those of a thesaurus and of the
// language model itself, and what counts is how much better they fit. train/spun makes the model.
//
// The words that are most likely to be in the place of others come first: a text of which they say that it is plain is judged by them alone,
// since to look at other words takes most of the time.
package spun
