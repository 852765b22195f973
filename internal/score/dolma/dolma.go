package dolma

import (
	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
)

// The names of the taggers, with which the names of their signals begin, and of the profile made of the second c4 tagger.
const (
	gopherV1 = "dolma-gopher-v1"
	gopherV2 = "dolma-gopher-v2"
	c4V1     = "dolma-c4-v1"
	c4V2     = "dolma-c4-v2"
	c4       = "dolma-c4"
)

// Groups are the signals of all taggers.
var Groups = []profile.Group{
	{Signals: both(gopherV1, gopherV2, wordSignals), Measure: measureWords, Find: halved(len(wordSignals), findWords)},
	{Signals: both(gopherV1, gopherV2, lineSignals), Measure: measureLines, Find: findCountedLines},
	{Signals: both(gopherV1, gopherV2, gramSignals), Measure: measureGrams, Find: halved(len(gramSignals), findGrams)},
	{Signals: both(c4V1, c4V2, c4Signals), Measure: measureC4, Find: findC4Places},
}

// both returns the definitions of the signals of two versions of a tagger, first those of one, then those of the other.
func both(v1, v2 string, defined []profile.Signal) []profile.Signal {
	all := make([]profile.Signal, 0, 2*len(defined))
	for _, version := range []string{v1, v2} {
		for _, s := range defined {
			s.Name = version + "." + s.Name
			all = append(all, s)
		}
	}
	return all
}

// halved makes a search for the places of n signals one for two versions whose signals are the same.
func halved(n int, find func(t *pytext.Text, i int, p *profile.Places)) func(t *pytext.Text, i int, p *profile.Places) {
	return func(t *pytext.Text, i int, p *profile.Places) { find(t, i%n, p) }
}

// over is Python's n / max(of, 1).
func over(n, of int) float64 { return float64(n) / float64(max(of, 1)) }
