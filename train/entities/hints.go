package main

import (
	"math"
	"slices"

	"github.com/copydesk/copydesk/internal/extract/tagger"
)

// addHints gives each word the features that the rest of its document gives, as found by a field that has not seen the document:
// one learns from half of the documents and looks at the others. It makes room for them in f, whose numbers of hints
// begin at the returned one.
func (t *learner) addHints(f *field) (found numbers, first uint32) {
	found, first = newNumbers(), uint32(len(f.weights)) //nolint:gosec // some millions
	classes := make([][]tagger.Class, len(t.examples))
	for half := range int32(2) {
		g := &field{weights: make([]vector, len(f.weights)), squares: slices.Clone(f.squares), pairSquares: f.pairSquares, rate: f.rate}
		g.train(t.examples, 2, func(d int32) bool { return d&1 == half })
		g.useHints = false
		for i := range t.examples {
			if e := &t.examples[i]; e.document&1 != half {
				classes[i] = g.best(e)
			}
		}
	}
	var evidence tagger.Evidence
	var hints []tagger.Hint
	var hashes []uint64
	for start := 0; start < len(t.examples); {
		end := start
		evidence.Reset()
		for ; end < len(t.examples) && t.examples[end].document == t.examples[start].document; end++ {
			for i, word := range t.examples[end].words {
				if word != 0 {
					evidence.Note(word, classes[end][i])
				}
			}
		}
		for ; start < end; start++ {
			e := &t.examples[start]
			hints = append(hints[:0], 0)
			for i, word := range e.words {
				hints = append(hints, 0)
				if word != 0 {
					hints[i+1] = evidence.Other(word, classes[start][i])
				}
			}
			hints = append(hints, 0)
			for i := range e.words {
				hashes = tagger.AppendHints(hashes[:0], hints[i], hints[i+1], hints[i+2], classes[start][i])
				for _, h := range hashes {
					e.hints = append(e.hints, first+found.of(h))
				}
				e.hinted = append(e.hinted, uint8(len(hashes))) //nolint:gosec // at most MaxHints
			}
		}
	}
	for range found.hashes {
		f.weights, f.squares = append(f.weights, vector{}), append(f.squares, startSquare)
	}
	logf("%d features of hints", len(found.hashes))
	return found, first
}

// best returns the classes of the most probable labels of e.
func (f *field) best(e *example) []tagger.Class {
	f.score(e)
	var back [][labels]tagger.Label
	var at vector
	for l := range at {
		at[l] = float32(math.Inf(-1))
	}
	at[tagger.Outside] = 0
	for i := range e.labels {
		var next vector
		var from [labels]tagger.Label
		for l := range next {
			next[l] = float32(math.Inf(-1))
			for _, b := range previous[l] {
				if s := at[b] + f.transitions[l][b]; s > next[l] {
					next[l], from[l] = s, tagger.Label(b) //nolint:gosec // a label
				}
			}
			next[l] += f.scores[i][l]
		}
		at, back = next, append(back, from)
	}
	last := tagger.Outside
	for l := range tagger.Label(labels) {
		if l.Closes() && at[l]+f.transitions[tagger.Outside][l] > at[last]+f.transitions[tagger.Outside][last] {
			last = l
		}
	}
	out := make([]tagger.Class, len(e.labels))
	for i := len(out) - 1; i >= 0; i-- {
		out[i] = last.Class()
		last = back[i][last]
	}
	return out
}
