package general

import "github.com/copydesk/copydesk/internal/score/profile"

// Groups are the signals, by what they are measured on. No profile judges by them.
var Groups = []profile.Group{
	{Signals: characterSignals, Measure: measureCharacters},
	{Signals: wordSignals, Measure: measureWords, Places: wordPlaces},
	{Signals: readabilitySignals, Measure: measureReadability},
	{Signals: compressionSignals, Measure: measureCompression},
}

const prefix = "text."
