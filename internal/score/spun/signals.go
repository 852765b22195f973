package spun

import (
	"github.com/copydesk/copydesk/internal/score/fluency"
	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

// Groups is the signal of spun text.
var Groups = []profile.Group{{
	Signals: []profile.Signal{{
		Name: "spun.probability", Unit: "ratio", Named: true,
		Description: "Probability that words of the text were replaced by synonyms. English only; undefined where there is not enough evidence.",
	}},
	Measure: func(t *pytext.Text, v []float64) {
		words, err := text.AppendWords(t.Context(), nil, t.S, text.Span{End: len(t.S)})
		if err != nil {
			return
		}
		tokens, err := fluency.English().Tokens(t.Context(), t.S, words)
		if err != nil || !fluency.InEnglish(tokens, t.Language) {
			return
		}
		if r, err := English().Report(t.Context(), t.S, tokens); err == nil {
			r.Signals(v)
		}
	},
}}

// Signals writes the signal of a text of which r is the report to v.
func (r *Report) Signals(v []float64) {
	if r.Judged {
		v[0] = r.Probability
	}
}
