package language

import (
	"fmt"
	"slices"

	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
)

// The first signals, before those of single languages.
const (
	signalProbability = iota
	signalShare
	signalLanguages
	signalNone
	signalFirst
)

const ratioUnit = "ratio"

// Groups are the signals of languages, for rules of profiles: language.probability.en of at least .65, for example.
var Groups = []profile.Group{{
	Signals: signals(),
	Measure: measure,
}}

func signals() []profile.Signal {
	list := []profile.Signal{
		signalProbability: {Name: "language.probability", Unit: ratioUnit, Description: "Probability of the most probable language of the text as a whole."},
		signalShare:       {Name: "language.share", Unit: ratioUnit, Description: "Share of the text that is in the language with the largest share."},
		signalLanguages:   {Name: "language.languages", Unit: "languages", Description: "Languages with a share of the text."},
		signalNone:        {Name: "language.probability.zxx", Unit: ratioUnit, Description: "Probability that the text is in no language: code, tables, keyboard noise, lists of names."},
	}
	for _, code := range Default().Codes() {
		list = append(list, profile.Signal{
			Name: "language.probability." + code, Unit: ratioUnit, Named: true,
			Description: fmt.Sprintf("Probability that the text as a whole is in the language with the BCP 47 code %s; 0 where it is not among the %d most probable.", code, MostCandidates),
		})
	}
	return list
}

func measure(t *pytext.Text, v []float64) {
	if r, err := Default().Detect(t.Context(), t.S); err == nil {
		r.Signals(v)
	}
}

// Signals writes the signals of a text of which r is the report to v, in the order of Groups. Of a text of nothing but spaces there are none.
func (r *Report) Signals(v []float64) {
	if len(r.Languages) == 0 {
		return
	}
	v[signalShare], v[signalLanguages] = r.Languages[0].Share, float64(len(r.Languages))
	clear(v[signalNone:])
	v[signalProbability] = 0
	codes := Default().Codes()
	for _, g := range r.Candidates {
		if g.Code == NoLanguage {
			v[signalNone] = g.Probability
			continue
		}
		v[signalProbability] = max(v[signalProbability], g.Probability)
		if i, ok := slices.BinarySearch(codes, g.Code); ok {
			v[signalFirst+i] += g.Probability
		}
	}
}
