// Package residue measures what scraping leaves in a text beside its prose: prompts of a site to its readers, prices, text in a wrong
// encoding, lines that are no sentences, an end in the middle of one.
//
// Prompts are those of English. Words are those of str.split, as in the other packages of score. Values depend on the text alone.
package residue

import (
	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
)

const prefix = "text."

// The signals.
const (
	proseRatio = iota
	finished
	promptRatio
	priceRatio
	mojibakeRatio
)

// Groups are the signals. No profile judges by them.
var Groups = []profile.Group{{
	Signals: []profile.Signal{
		proseRatio:    {Name: prefix + "prose_word_ratio", Description: "words in lines of eight words or more that end as a sentence does, closing quotation marks and brackets aside / words between white space", Unit: "ratio"},
		finished:      {Name: prefix + "finished", Description: "1 if the last line that is not blank ends as a sentence does, and not with an ellipsis, else 0", Unit: "0 or 1"},
		promptRatio:   {Name: prefix + "prompt_ratio", Description: "prompts of a site to its readers, such as \"sign in\" or \"add to cart\", in either case / words between white space; English", Unit: "ratio"},
		priceRatio:    {Name: prefix + "price_ratio", Description: "signs of $, £, € and ¥ beside a digit / words between white space", Unit: "ratio"},
		mojibakeRatio: {Name: prefix + "mojibake_ratio", Description: "characters that stand for the bytes of UTF-8 read as Latin-1 or windows-1252, C1 control characters and U+FFFD / characters", Unit: "ratio"},
	},
	Measure: measure,
	Find:    find,
}}

func measure(t *pytext.Text, v []float64) {
	if t.Runes == 0 {
		return
	}
	v[mojibakeRatio] = 0
	if !t.ASCII {
		n := 0
		eachMojibake(t, func(_, _, runes int) { n += runes })
		v[mojibakeRatio] = profile.Ratio(n, t.Runes)
	}
	words := t.Words().Len()
	if words == 0 {
		return
	}
	prose, last := proseWords(t)
	v[proseRatio] = profile.Ratio(prose, words)
	v[finished] = 0
	if last {
		v[finished] = 1
	}
	prompts, prices := 0, 0
	eachPrompt(t, func(_, _ int) { prompts++ })
	eachPrice(t, func(_, _ int) { prices++ })
	v[promptRatio], v[priceRatio] = profile.Ratio(prompts, words), profile.Ratio(prices, words)
}
