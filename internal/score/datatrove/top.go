package datatrove

import (
	"github.com/copydesk/copydesk/internal/score/spacy"
	"github.com/copydesk/copydesk/internal/text"
)

// topGram is the commonest n-gram of a text.
type topGram struct {
	first int // the token at which it first begins
	name  int // its name in the Level; -1 if it occurs once
	chars int // its length, joined by spaces
	count int
}

// findTop returns the commonest n-gram, the first of those that are equally common; none in a text of fewer tokens.
func findTop(tokens *spacy.Tokens, n int) (topGram, bool) {
	if tokens.Len() < n {
		return topGram{}, false
	}
	top := topGram{name: -1, count: 1}
	level := tokens.Level(n)
	for name, count := range level.Counts {
		if int(count) > top.count {
			top.first, top.name, top.count = int(level.Firsts[name]), name, int(count)
		}
	}
	top.chars = tokens.GramChars(top.first, n) + n - 1
	return top, true
}

// placeTop returns where the commonest n-gram stands.
func placeTop(tokens *spacy.Tokens, n, most int) []text.Span {
	top, ok := findTop(tokens, n)
	if !ok || most < 1 {
		return nil
	}
	if top.name < 0 {
		return []text.Span{gramSpan(tokens, top.first, n)}
	}
	var places []text.Span
	level := tokens.Level(n)
	for i, name := range level.Names {
		if len(places) == most {
			break
		}
		if int(name) == top.name {
			places = append(places, gramSpan(tokens, int(level.Positions[i]), n))
		}
	}
	return places
}

// gramSpan returns where the n tokens from number at on stand.
func gramSpan(tokens *spacy.Tokens, at, n int) text.Span {
	return tokens.Span(at).Cover(tokens.Span(at + n - 1))
}
