// Package tagger finds the names of persons, organisations and places in English text with a linear-chain model: a weight
// for each feature of a word and label, a weight for each pair of neighbouring labels, and the best sequence of labels of a
// sentence by Viterbi search. Only words that may be in a name have features.
//
// It looks at every sentence of a document twice: the second time it takes into account what the first look found the same words
// to be elsewhere.
//
// Weights are whole numbers, read in place from the model file, so every machine gives the same result. A lexicon, read in place
// too, says which words stand between the same neighbours and how often they are in names.
package tagger
