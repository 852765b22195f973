package main

import (
	"context"
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"

	"github.com/copydesk/copydesk/internal/fnv"
	"github.com/copydesk/copydesk/internal/score/fluency"
	"github.com/copydesk/copydesk/internal/text"
	"github.com/copydesk/copydesk/train/corpus"
	"github.com/copydesk/copydesk/train/parallel"
	"github.com/copydesk/copydesk/train/spin"
)

// passage is a text that the language model has not counted. Document names what it is a part of.
type passage struct {
	document, id, genre, text string
	tokens                    []fluency.Token
}

// sample is a text to learn from: as it is, or with words replaced.
type sample struct {
	*passage

	text   string
	tokens []fluency.Token
	swaps  map[int]spin.Swap // by byte offset
	spun   bool
}

// calibration are the files of other genres from which texts are taken, too.
var calibration = []string{"masc", "movie_reviews", "state_union"}

// readDocuments reads the passages for learning, one of each text of the part that is not counted and does not measure.
func readDocuments(data string, m *fluency.Model) ([]*passage, error) {
	files, err := corpus.Files(data)
	if err != nil {
		return nil, err
	}
	for _, name := range calibration {
		files = append(files, filepath.Join(data, "calibration", name+".jsonl.xz"))
	}
	var list []*passage
	for _, file := range files {
		err := corpus.Lines(file, func(line []byte) error {
			d := struct{ ID, Genre, Text string }{Genre: "news"}
			if err := json.Unmarshal(line, &d); err != nil {
				return err
			}
			chosen, document := corpus.PartOf(file, d.ID) == corpus.Tune, corpus.Document(file, d.ID)
			if strings.Contains(file, "calibration") {
				chosen, document = corpus.Calibrates(file, d.ID), d.ID
				d.Genre = strings.TrimSuffix(filepath.Base(file), ".jsonl.xz")
			}
			if !chosen {
				return nil
			}
			if p := newPassage(m, passage{document: document, id: d.ID, genre: d.Genre}, d.Text); len(p.tokens) >= leastPassage {
				list = append(list, p)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return list, nil
}

const leastPassage, mostPassage = 100, 1200 // words

// newPassage returns the beginning of a text, of a random length.
func newPassage(m *fluency.Model, p passage, s string) *passage {
	words := leastPassage + int(fnv.String64(fnv.Start64, p.id)>>11%(mostPassage-leastPassage))
	p.text = corpus.Cut(s, words)
	p.tokens = tokensOf(m, p.text)
	return &p
}

func tokensOf(m *fluency.Model, s string) []fluency.Token {
	ctx := context.Background() // it never ends, so there are no errors
	words, _ := text.AppendWords(ctx, nil, s, text.Span{End: len(s)})
	tokens, _ := m.Tokens(ctx, s, words)
	return tokens
}

// rates are the shares of words that are replaced, or have mistakes.
var rates = []float64{.04, .07, .1, .16}

// leastSwapped is of how many words one is replaced in a text with replaced words at least; where a thesaurus has too few of the words,
// there is none.
const leastSwapped = 50

// makeTexts returns each passage as it is, with words replaced by those of one thesaurus after the other, and every second one with
// mistakes, which are a genre.
func makeTexts(m *fluency.Model, docs []*passage, thesauri []spin.Thesaurus) []*sample {
	list := make([]*sample, 3*len(docs))
	parallel.Each(len(docs), func(i int) {
		d := docs[i]
		list[3*i] = &sample{passage: d, text: d.text, tokens: d.tokens}
		t, rate := thesauri[i%len(thesauri)], rates[i/len(thesauri)%len(rates)]
		s, swaps := spin.Spin(m, d.text, d.tokens, t, rate, d.id)
		if len(swaps)*leastSwapped >= len(d.tokens) {
			list[3*i+1] = &sample{passage: d, text: s, tokens: tokensOf(m, s), swaps: byPlace(swaps), spun: true}
		}
		if i%2 == 0 {
			rough := *d
			rough.genre = "with mistakes"
			s := spin.Roughen(m, d.text, d.tokens, rates[i/2%len(rates)], d.id)
			list[3*i+2] = &sample{passage: &rough, text: s, tokens: tokensOf(m, s)}
		}
	})
	return slices.DeleteFunc(list, func(s *sample) bool { return s == nil })
}

// byPlace returns swaps by where they are.
func byPlace(list []spin.Swap) map[int]spin.Swap {
	m := map[int]spin.Swap{}
	for _, s := range list {
		m[s.Start] = s
	}
	return m
}
