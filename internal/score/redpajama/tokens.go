package redpajama

import (
	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

var tokenGroup = profile.Group{
	Signals: []profile.Signal{
		{Name: "rpv2.rps_doc_symbol_to_word_ratio", Unit: ratio, Description: "Occurrences of \"#\", \"...\" and \"…\" / tokens; undefined without any."},
		{Name: "rpv2.rps_doc_frac_no_alph_words", Unit: ratio, Description: "Tokens without a letter from a to z / tokens; undefined without any."},
		{Name: "rpv2.rps_doc_frac_all_caps_words", Unit: ratio, Description: "Tokens with a capital and no other letter that has case / tokens; undefined without any."},
		{Name: "rpv2.rps_doc_stop_word_fraction", Unit: ratio, Description: "Tokens in the stop word list of the text's language, English where that is not known / tokens; 0 if the normalised text is empty. Undefined for languages other than en, de, es, fr and it."},
	},
	Measure: measureTokens,
	Find:    findTokens,
}

func measureTokens(t *pytext.Text, v []float64) {
	n, w := normalOf(t), t.Words()
	sum := tally{t: t}
	for id, word := range w.All() {
		if seen := n.kinds[id].seen; seen == small {
			sum.addSmall(n.traits[id], int(w.Counts[id]))
		} else {
			sum.add(word, seen, int(w.Counts[id]), n.lists)
		}
	}
	v[0] = ratio8(symbols(t.S), sum.tokens)
	v[2] = ratio8(sum.capitals, sum.tokens)
	if sum.tokens > 0 {
		v[1] = round8(1 - float64(sum.alphabetic)/float64(sum.tokens))
	}
	switch {
	case n.lists == nil:
	case n.Len() == 0:
		v[3] = 0
	default:
		v[3] = ratio8(sum.stop, sum.tokens)
	}
}

func findTokens(t *pytext.Text, i int, p *profile.Places) {
	if i == 0 {
		findSymbols(t, p)
		return
	}
	lists := listsOf(t.Language)
	w := t.Words()
	for at := range w.Len() {
		span := w.Span(at)
		word := span.Of(t.S)
		for start := 0; start < len(word); {
			end, seen := tokenEnd(t, word, start)
			t.Tick(end - start + 4)
			one := tally{t: t}
			one.addToken(word[start:end], seen, 1, lists)
			if i == 1 && one.alphabetic == 0 || i == 2 && one.capitals != 0 || i == 3 && one.stop != 0 {
				p.Add(text.Span{Start: start, End: end}.Shift(span.Start))
			}
			start = end
		}
	}
}
