// Package spacy splits text into the tokens that spaCy 3.8's tokenizer for English makes, which datatrove's filters count,
// and counts the sentences of spaCy's sentencizer.
//
// Of returns the tokens of a text as a pytext.Sequence, found once for all that ask:
//
//	k := spacy.Of(t)          // *Tokens, valid until the text's units are released
//	k.IDs, k.Counts, k.Repeats(3)
//	k.Type(id), k.Span(i)     // a type's text, a token's place in the text
//
// White-space tokens, which datatrove drops, are left out. Sentences counts the sentences of a line.
//
// The rules are spaCy's: affixes are cut off a chunk between white space one after the other, unless what is left is an
// exception; what remains is one token if it is a URL, or else is cut at infixes; at last exceptions that the affix rules
// cut up are put together again. In place of spaCy's regular expressions there are matchers here, each of which looks at a
// character a bounded number of times. A chunk's tokens depend on its neighbours in one case only: see special.go.
package spacy
