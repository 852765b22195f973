// Package lexis says what part a word of English plays in a sentence: whether it is a preposition or an auxiliary, how often it is a
// verb that introduces somebody's words, how often a noun that speaks. The small closed classes are written down in closed.go; the
// rest is counted in news by the command train/speakers and read in place from lexis.model.
package lexis
