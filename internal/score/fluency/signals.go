package fluency

import (
	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

// The signals.
const (
	signalNats = iota
	signalGain
	signalUnknown
	signalFunction
)

// Groups are the signals of the model of English, in whatever language a text is.
var Groups = []profile.Group{{
	Signals: []profile.Signal{
		signalNats:     {Name: "fluency.log_perplexity", Unit: "nats", Named: true, Description: "Natural logarithm of the perplexity per token of a model of English: mean surprise."},
		signalGain:     {Name: "fluency.context_gain", Unit: "nats", Named: true, Description: "By how many nats a token the two tokens before it make it more probable than it is by itself; near or below 0 where words stand in no order."},
		signalUnknown:  {Name: "fluency.unknown_ratio", Unit: "ratio", Named: true, Description: "Words that are not in the vocabulary of the model of English / words."},
		signalFunction: {Name: "fluency.function_word_ratio", Unit: "ratio", Named: true, Description: "Words that are among the 60 commonest of English / words that are no numbers."},
	},
	Measure: func(t *pytext.Text, v []float64) {
		words, err := text.AppendWords(t.Context(), nil, t.S, text.Span{End: len(t.S)})
		if err != nil {
			return
		}
		if tokens, err := English().Tokens(t.Context(), t.S, words); err == nil {
			English().Signals(tokens, v)
		}
	},
}}

// Signals writes the signals of a text of these tokens to v, in the order of Groups. Of a text without tokens there are none.
func (m *Model) Signals(tokens []Token, v []float64) {
	if len(tokens) == 0 {
		return
	}
	v[signalNats], v[signalGain], v[signalUnknown] = Nats(tokens), m.gain(tokens), unknownShare(tokens)
	words, function := 0, 0
	for _, t := range tokens {
		if !t.IsWord() || t.ID == Number || t.ID == Year {
			continue
		}
		words++
		if t.ID >= FirstWord && t.ID < FirstWord+functionWords {
			function++
		}
	}
	v[signalFunction] = profile.Ratio(function, words)
}
