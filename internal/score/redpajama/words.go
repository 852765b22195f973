package redpajama

import (
	"github.com/copydesk/copydesk/internal/portable"
	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
)

var wordGroup = profile.Group{
	Signals: []profile.Signal{
		{Name: "rpv2.rps_doc_word_count", Unit: words, Description: "Words of the normalised text."},
		{Name: "rpv2.rps_doc_mean_word_length", Unit: characters, Description: "Mean length of the normalised text's words; undefined without any."},
		{Name: "rpv2.rps_doc_frac_unique_words", Unit: ratio, Description: "Distinct words / words of the normalised text; undefined without any."},
		{Name: "rpv2.rps_doc_unigram_entropy", Unit: "nats", Description: "Entropy of the distribution of the normalised text's words; undefined without any."},
		{Name: "rpv2.rps_doc_ldnoobw_words", Unit: "places", Description: "Occurrences in the normalised text of entries of the LDNOOBW list. The list is that of the text's language, English where that is not known; 0 for languages other than en, de, es, fr and it, which have none. Entries are compared as they are, so those with punctuation, capitals or composed letters are never found."},
		{Name: "rpv2.rps_doc_lorem_ipsum", Unit: ratio, Description: "Occurrences of \"lorem ipsum\" in the normalised text / its characters; 0 if it is empty."},
	},
	Measure: measureWords,
	Find:    findWords,
}

func measureWords(t *pytext.Text, v []float64) {
	n := normalOf(t)
	v[0] = float64(n.Len())
	v[1] = ratio8(n.chars, n.Len())
	v[2] = ratio8(n.distinct, n.Len())
	if n.Len() > 0 {
		v[3] = round8(entropy(n.Counts, float64(n.Len())))
	}
	v[4] = float64(n.blocked(nil))
	v[5] = ratioOr0(n.lorem(nil), n.text())
}

// entropy returns the entropy of a distribution in which types occur so often among total words.
func entropy(counts []int32, total float64) float64 {
	var terms [64]float64 // by count: most types have one of a few counts
	sum := 0.0
	for _, c := range counts {
		if c == 0 {
			continue
		}
		if int(c) >= len(terms) {
			sum += term(c, total)
			continue
		}
		if terms[c] == 0 {
			terms[c] = term(c, total)
		}
		sum += terms[c]
	}
	return sum
}

func term(count int32, total float64) float64 {
	p := float64(count) / total
	return -float64(p * portable.Log(p))
}

func findWords(t *pytext.Text, i int, all *profile.Places) {
	n, p := normalOf(t), &places{most: all.Most}
	switch i {
	case 4:
		n.blocked(p)
	case 5:
		n.lorem(p)
	}
	p.addTo(all, t, n)
}
