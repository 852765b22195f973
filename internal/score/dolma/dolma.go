package dolma

import (
	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

// The names of the taggers, which begin those of their signals; and of the profile made of the second c4 tagger.
const (
	gopherV1 = "dolma-gopher-v1"
	gopherV2 = "dolma-gopher-v2"
	c4V1     = "dolma-c4-v1"
	c4V2     = "dolma-c4-v2"
	c4       = "dolma-c4"
)

// Groups are the signals of all taggers.
var Groups = []profile.Group{
	{Signals: both(gopherV1, gopherV2, wordSignals), Measure: measureWords, Places: halved(len(wordSignals), placesOfWords)},
	{Signals: both(gopherV1, gopherV2, lineSignals), Measure: measureLines, Places: placesOfLines},
	{Signals: both(gopherV1, gopherV2, gramSignals), Measure: measureGrams, Places: halved(len(gramSignals), placesOfGrams)},
	{Signals: both(c4V1, c4V2, c4Signals), Measure: measureC4, Places: placesOfC4},
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

// halved makes places of n signals those of two versions that do not differ in them.
func halved(n int, places func(t *pytext.Text, i, most int) []text.Span) func(t *pytext.Text, i, most int) []text.Span {
	return func(t *pytext.Text, i, most int) []text.Span { return places(t, i%n, most) }
}

// over is Python's n / max(of, 1).
func over(n, of int) float64 { return float64(n) / float64(max(of, 1)) }
