package main

import (
	"context"
	"maps"
	"slices"

	"github.com/copydesk/copydesk/internal/score/fluency"
	"github.com/copydesk/copydesk/internal/text"
)

// leastTexts is how many texts a genre needs for its quantiles to mean something.
const leastTexts = 20

// genres measures a model on the texts that were not counted.
func (c *counted) genres(file []byte) ([]fluency.Genre, error) {
	m, err := fluency.Open(string(file))
	if err != nil {
		return nil, err
	}
	var list []fluency.Genre
	for _, name := range slices.Sorted(maps.Keys(c.tune)) {
		texts := c.tune[name]
		if len(texts) < leastTexts {
			continue
		}
		nats := make([]float64, len(texts))
		for i, s := range texts {
			ctx := context.Background() // it never ends, so there are no errors
			words, _ := text.AppendWords(ctx, nil, s, text.Span{End: len(s)})
			tokens, _ := m.Tokens(ctx, s, words)
			nats[i] = fluency.Nats(tokens)
		}
		slices.Sort(nats)
		g := fluency.Genre{Name: name}
		for q := range g.Quantiles {
			g.Quantiles[q] = nats[q*(len(nats)-1)/(len(g.Quantiles)-1)]
		}
		list = append(list, g)
	}
	return list, nil
}
