// Package tagger finds the names of persons, organisations and places in English text with a linear-chain model: a weight
// for each feature of a word and label, a weight for each pair of neighbouring labels, and the best sequence of labels of a
// sentence by Viterbi search.
//
// Weights are whole numbers, read in place from the model file, so every machine gives the same result.
package tagger
