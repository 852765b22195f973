package datatrove

import (
	"fmt"
	"iter"

	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/score/spacy"
	"github.com/copydesk/copydesk/internal/text"
)

// The signals of the Gopher repetition filter, by their place in its group.
const (
	textLength = iota
	dupParaFrac
	dupParaCharFrac
	dupLineFrac
	dupLineCharFrac
	topGrams // of firstTop tokens, and so on
)

// dupGrams is the place of the signal of firstDup tokens in a row; those of more follow.
const dupGrams = topGrams + lastTop - firstTop + 1

// The lengths of the n-grams that the filter counts.
const (
	firstTop, lastTop = 2, 4
	firstDup, lastDup = 5, 10
)

var repetitionGroup = profile.Group{
	Signals: repetitionSignals(),
	Measure: measureRepetition,
	Find:    findRepetitionPlaces,
}

func repetitionSignals() []profile.Signal {
	const prefix = "datatrove-gopher-repetition."
	signals := []profile.Signal{
		textLength:      {Name: prefix + "length", Description: "length of the text", Unit: "characters"},
		dupParaFrac:     {Name: prefix + "dup_para_frac", Description: "paragraphs, between two or more line feeds, that occurred before, for each paragraph", Unit: "ratio"},
		dupParaCharFrac: {Name: prefix + "dup_para_char_frac", Description: "characters of those, for each character of the text", Unit: "ratio"},
		dupLineFrac:     {Name: prefix + "dup_line_frac", Description: "lines, between line feeds, that occurred before, for each line", Unit: "ratio"},
		dupLineCharFrac: {Name: prefix + "dup_line_char_frac", Description: "characters of those, for each character of the text", Unit: "ratio"},
	}
	for n := firstTop; n <= lastTop; n++ {
		signals = append(signals, profile.Signal{
			Name:        fmt.Sprintf("%stop_%d_gram", prefix, n),
			Description: fmt.Sprintf("occurrences of the commonest %d tokens in a row, the first such, times their length joined by spaces, for each character of the text; once is enough", n),
			Unit:        "ratio",
		})
	}
	for n := firstDup; n <= lastDup; n++ {
		signals = append(signals, profile.Signal{
			Name:        fmt.Sprintf("%sduplicated_%d_n_grams", prefix, n),
			Description: fmt.Sprintf("characters of every %d tokens in a row whose letters, without spaces, %d tokens in a row had before, each token counted once, for each character of the text", n, n),
			Unit:        "ratio",
		})
	}
	return signals
}

func measureRepetition(t *pytext.Text, v []float64) {
	v[textLength] = float64(t.Runes)
	p := countLater(t, paragraphs(t))
	v[dupParaFrac] = profile.Ratio(p.later, p.all)
	v[dupParaCharFrac] = profile.Ratio(p.laterChars, t.Runes)
	l := countLater(t, fullLines(t))
	v[dupLineFrac] = profile.Ratio(l.later, l.all)
	v[dupLineCharFrac] = profile.Ratio(l.laterChars, t.Runes)

	tokens := spacy.Of(t)
	for n := firstTop; n <= lastTop && n <= tokens.Len(); n++ {
		top := topGram(tokens, n)
		chars := tokens.GramChars(int(top.First), n) + n - 1
		v[topGrams+n-firstTop] = profile.Ratio(chars*int(top.Count), t.Runes)
	}
	for i, runs := range repeatedRunsOf(t) {
		v[dupGrams+i] = profile.Ratio(runs.chars, t.Runes)
	}
}

// topGram returns the commonest n-gram; where none occurs twice, the first.
func topGram(tokens *spacy.Tokens, n int) pytext.Gram {
	if top := tokens.Repeats(n).Commonest; top.Count > 0 {
		return top
	}
	return pytext.Gram{First: 0, Count: 1}
}

// paragraphs yields the pieces of the stripped text between blank lines, at least one.
func paragraphs(t *pytext.Text) iter.Seq[text.Span] {
	return split(t, pytext.Strip(t.S, text.Span{End: len(t.S)}), 2)
}

// fullLines yields the pieces of the text between runs of line feeds.
func fullLines(t *pytext.Text) iter.Seq[text.Span] { return split(t, text.Span{End: len(t.S)}, 1) }

func findRepetitionPlaces(t *pytext.Text, i int, p *profile.Places) {
	switch {
	case i == dupParaFrac || i == dupParaCharFrac:
		findLater(t, paragraphs(t), p)
	case i == dupLineFrac || i == dupLineCharFrac:
		findLater(t, fullLines(t), p)
	case i >= dupGrams:
		p.AddStretches(repeatedRunsOf(t)[i-dupGrams].list, spacy.Of(t).Cover)
	case i >= topGrams:
		tokens, n := spacy.Of(t), i-topGrams+firstTop
		if n <= tokens.Len() {
			for at := range tokens.Occurrences(topGram(tokens, n), n) {
				p.Add(tokens.Cover(at, n))
			}
		}
	}
}
