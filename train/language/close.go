package main

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/copydesk/copydesk/internal/score/language"
)

// closeGroups are languages that share most n-grams, so that their words decide: classes by code and script.
const closeGroups = "hrLatn bsLatn srLatn/nbLatn nnLatn daLatn svLatn/idLatn msLatn/nlLatn afLatn/csLatn skLatn/xhLatn zuLatn/tnLatn stLatn/hiDeva mrDeva"

// rarer is how much rarer texts of a language are than those of a close one that it often cannot be distinguished from, as a logarithm.
var rarer = map[string]float64{"bsLatn": 1.5}

const (
	// closeWords is how many words of each group count, those that tell most.
	closeWords = 5_000

	// unseen is the frequency that a word has at least, and mostClose the greatest difference of the logarithm from the mean of the group.
	unseen    = 2e-6
	mostClose = 2
)

// closeWord is a word, and how much more frequent it is in each language of a group than in the mean of them, as logarithms.
type closeWord struct {
	word string
	more []float64
	gain float64
}

// addClose adds to t what distinguishes close languages.
func (s *sources) addClose(t *language.Table) error {
	more := map[uint64]map[uint8]float64{}
	for group := range strings.SplitSeq(closeGroups, "/") {
		var cs []uint8
		var ls []*lexicon
		var script language.Script
		for i, c := range classOrder() {
			if slices.Contains(strings.Fields(group), c.name()) {
				l, err := s.lexicon(c)
				if err != nil {
					return err
				}
				cs, ls, script = append(cs, uint8(i)), append(ls, l), c.script //nolint:gosec // a class is a byte in the model
			}
		}
		for _, w := range closeWordsOf(ls) {
			h, ok := language.WholeHash([]rune(w.word), script)
			if !ok {
				continue
			}
			if more[h] == nil {
				more[h] = map[uint8]float64{}
			}
			for i, c := range cs {
				more[h][c] += w.more[i]
			}
		}
	}
	addWeights(t, more)
	return nil
}

// addWeights adds to the weights of n-grams, by hash and class.
func addWeights(t *language.Table, more map[uint64]map[uint8]float64) {
	for i := range t.Entries {
		e := &t.Entries[i]
		m, ok := more[e.Hash]
		if !ok {
			continue
		}
		for k, c := range e.Classes {
			e.Weights[k] += m[c]
			delete(m, c)
		}
		for _, c := range slices.Sorted(maps.Keys(m)) {
			e.Classes, e.Weights = append(e.Classes, c), append(e.Weights, m[c])
		}
		delete(more, e.Hash)
	}
	for _, h := range slices.Sorted(maps.Keys(more)) {
		e := language.Entry{Hash: h}
		for _, c := range slices.Sorted(maps.Keys(more[h])) {
			if w := more[h][c]; language.Quantised(w) != 0 {
				e.Classes, e.Weights = append(e.Classes, c), append(e.Weights, w)
			}
		}
		if len(e.Classes) > 0 {
			t.Entries = append(t.Entries, e)
		}
	}
	t.Sorted()
}

// closeWordsOf returns the words that distinguish the languages of a group best.
func closeWordsOf(ls []*lexicon) []closeWord {
	shares := make([]map[string]float64, len(ls))
	words := map[string]bool{}
	for i, l := range ls {
		shares[i] = l.running()
		for _, w := range l.Words {
			words[w] = true
		}
	}
	var list []closeWord
	for w := range words {
		c := closeWord{word: w, more: make([]float64, len(ls))}
		mean, most := 0.0, 0.0
		for i := range ls {
			c.more[i] = math.Log(shares[i][w] + unseen)
			mean += c.more[i] / float64(len(ls))
			most = max(most, shares[i][w])
		}
		for i := range c.more {
			c.more[i] = max(-mostClose, min(mostClose, c.more[i]-mean))
			c.gain = max(c.gain, float64(most*math.Abs(c.more[i])))
		}
		list = append(list, c)
	}
	slices.SortFunc(list, func(a, b closeWord) int { return cmp.Or(cmp.Compare(b.gain, a.gain), cmp.Compare(a.word, b.word)) })
	return list[:min(closeWords, len(list))]
}

// running returns the frequencies of the words in running text, which add up to 1.
func (l *lexicon) running() map[string]float64 {
	f, last, total := make(map[string]float64, len(l.Words)), 0.0, l.Running[len(l.Running)-1]
	for i, w := range l.Words {
		f[w] = (l.Running[i] - last) / total
		last = l.Running[i]
	}
	return f
}
