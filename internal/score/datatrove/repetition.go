package datatrove

import (
	"fmt"

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
	Places:  placeRepetition,
}

func repetitionSignals() []profile.Signal {
	const prefix = "datatrove-gopher-repetition."
	signals := []profile.Signal{
		textLength:      {Name: prefix + "length", Description: "length of the text", Unit: "characters"},
		dupParaFrac:     {Name: prefix + "dup_para_frac", Description: "paragraphs, parted by two or more line feeds, that occurred before, for each paragraph", Unit: "ratio"},
		dupParaCharFrac: {Name: prefix + "dup_para_char_frac", Description: "characters of those, for each character of the text", Unit: "ratio"},
		dupLineFrac:     {Name: prefix + "dup_line_frac", Description: "lines, parted by line feeds, that occurred before, for each line", Unit: "ratio"},
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
			Description: fmt.Sprintf("characters of every %d tokens in a row whose letters, without spaces, stood in a row of %d before, each token counted once, for each character of the text", n, n),
			Unit:        "ratio",
		})
	}
	return signals
}

func measureRepetition(t *pytext.Text, v []float64) {
	s := newScratch()
	defer s.release()
	v[textLength] = float64(t.Runes)

	s.segments = appendParagraphs(s.segments[:0], t)
	paragraphs := countLater(t, &s.seen, s.segments)
	v[dupParaFrac] = profile.Ratio(paragraphs.n, len(s.segments))
	v[dupParaCharFrac] = profile.Ratio(paragraphs.chars, t.Runes)

	s.segments = appendLines(s.segments[:0], t)
	lines := countLater(t, &s.seen, s.segments)
	v[dupLineFrac] = profile.Ratio(lines.n, len(s.segments))
	v[dupLineCharFrac] = profile.Ratio(lines.chars, t.Runes)

	tokens := spacy.Of(t)
	for n := firstTop; n <= lastTop; n++ {
		if top, ok := findTop(tokens, n); ok {
			v[topGrams+n-firstTop] = profile.Ratio(top.chars*top.count, t.Runes)
		}
	}
	again := repeatsOf(t)
	for n := firstDup; n <= lastDup; n++ {
		v[dupGrams+n-firstDup] = profile.Ratio(again.chars(n), t.Runes)
	}
}

// appendParagraphs appends the pieces of the stripped text between blank lines; one at least.
func appendParagraphs(dst []text.Span, t *pytext.Text) []text.Span {
	return appendSplit(dst, t.S, pytext.Strip(t.S, text.Span{End: len(t.S)}), 2)
}

// appendLines appends the pieces of the text between line feeds.
func appendLines(dst []text.Span, t *pytext.Text) []text.Span {
	return appendSplit(dst, t.S, text.Span{End: len(t.S)}, 1)
}

func placeRepetition(t *pytext.Text, i, most int) []text.Span {
	s := newScratch()
	defer s.release()
	switch {
	case i == dupParaFrac || i == dupParaCharFrac:
		return placeLater(t, &s.seen, appendParagraphs(nil, t), most)
	case i == dupLineFrac || i == dupLineCharFrac:
		return placeLater(t, &s.seen, appendLines(nil, t), most)
	case i >= dupGrams:
		return repeatsOf(t).places(i-dupGrams+firstDup, most)
	case i >= topGrams:
		return placeTop(spacy.Of(t), i-topGrams+firstTop, most)
	default:
		return nil
	}
}
