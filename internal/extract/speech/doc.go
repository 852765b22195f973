// Package speech finds who says the words between quotation marks, and whom pronouns and descriptions mean.
//
// It reads a Scene: the words, sentences, names and quotation marks of a document. ref.go finds in it all that can refer to
// somebody: names, pronouns, and descriptions such as "a spokeswoman for the ministry". For each stretch in marks,
// attribute.go ranks the references near it by a model of decision trees on the features of feature.go, and decides whether the
// stretch is somebody's words at all. antecedent.go ties pronouns and descriptions to names in the same way. The models are made by
// the command train/speakers and read in place.
package speech
