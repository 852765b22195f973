// Package textstats measures how a text uses characters and words, whatever its language: the entropy of both, how well it
// compresses, capitals and scripts.
//
// Words are those of str.split, as in the other packages of score. Values depend on the text alone.
package textstats

import "github.com/copydesk/copydesk/internal/score/profile"

// Groups are the signals, by the unit of text that they count. No profile judges by them.
var Groups = []profile.Group{
	{Signals: characterSignals, Measure: measureCharacters},
	{Signals: wordSignals, Measure: measureWords, Find: findWords},
	{Signals: compressionSignals, Measure: measureCompression},
	{Signals: confusableSignals, Measure: measureConfusable, Find: findConfusable},
}

const prefix = "text."
