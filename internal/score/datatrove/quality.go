package datatrove

import (
	"strings"

	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/score/spacy"
	"github.com/copydesk/copydesk/internal/text"
)

// The signals of the Gopher quality filter, by their place in its group.
const (
	nonSymbolWords = iota
	avgWordLength
	hashRatio
	ellipsisRatio
	bulletLinesRatio
	ellipsisLinesRatio
	alphaWordsRatio
	stopWordsDistinct
)

var qualityGroup = profile.Group{
	Signals: []profile.Signal{
		nonSymbolWords:     {Name: "datatrove-gopher-quality.non_symbol_words", Description: "tokens with a character that is no punctuation mark", Unit: "tokens"},
		avgWordLength:      {Name: "datatrove-gopher-quality.avg_word_length", Description: "mean length of those tokens; none without them", Unit: "characters"},
		hashRatio:          {Name: "datatrove-gopher-quality.hash_ratio", Description: `"#" for each token`, Unit: "ratio"},
		ellipsisRatio:      {Name: "datatrove-gopher-quality.ellipsis_ratio", Description: `"..." and "…" for each token`, Unit: "ratio"},
		bulletLinesRatio:   {Name: "datatrove-gopher-quality.bullet_lines_ratio", Description: `lines that start, white space aside, with "•" or "-", for each line`, Unit: "ratio"},
		ellipsisLinesRatio: {Name: "datatrove-gopher-quality.ellipsis_lines_ratio", Description: `lines that end, white space aside, in "..." or "…", for each line`, Unit: "ratio"},
		alphaWordsRatio:    {Name: "datatrove-gopher-quality.alpha_words_ratio", Description: "tokens with a letter, for each token", Unit: "ratio"},
		stopWordsDistinct:  {Name: "datatrove-gopher-quality.stop_words_distinct", Description: "how many of the, be, to, of, and, that, have, with are among the tokens, as they are spelt here", Unit: "words"},
	},
	Measure: measureQuality,
	Places:  placeQuality,
}

func measureQuality(t *pytext.Text, v []float64) {
	tokens := spacy.Of(t)
	n := tokens.Len()
	words := countWords(tokens)
	ellipses := t.Ellipses()
	v[nonSymbolWords] = float64(words.nonSymbol)
	v[avgWordLength] = profile.Ratio(words.nonSymbolChars, words.nonSymbol)
	v[hashRatio] = profile.Ratio(strings.Count(t.S, "#"), n)
	v[ellipsisRatio] = profile.Ratio(ellipses.Dots+ellipses.Signs, n)
	v[alphaWordsRatio] = profile.Ratio(words.alpha, n)
	v[stopWordsDistinct] = float64(words.distinctStops())

	lines := t.PythonLines()
	bullets, ended := 0, 0
	for _, l := range lines {
		l := pytext.Strip(t.S, l).Of(t.S)
		if startsWithBullet(l) {
			bullets++
		}
		if endsInEllipsis(l) {
			ended++
		}
	}
	v[bulletLinesRatio] = profile.Ratio(bullets, len(lines))
	v[ellipsisLinesRatio] = profile.Ratio(ended, len(lines))
}

func startsWithBullet(s string) bool { return strings.HasPrefix(s, "-") || strings.HasPrefix(s, "•") }

func endsInEllipsis(s string) bool { return strings.HasSuffix(s, "...") || strings.HasSuffix(s, "…") }

func placeQuality(t *pytext.Text, i, most int) []text.Span {
	switch i {
	case hashRatio:
		return occurrences(t.S, most, "#")
	case ellipsisRatio:
		return occurrences(t.S, most, "...", "…")
	case bulletLinesRatio:
		return linesLike(t, most, startsWithBullet)
	case ellipsisLinesRatio:
		return linesLike(t, most, endsInEllipsis)
	case alphaWordsRatio:
		return tokensWithoutAlpha(t, most)
	default:
		return nil
	}
}

// occurrences returns where any of the marks stand in s, which do not begin with the same byte.
func occurrences(s string, most int, marks ...string) []text.Span {
	var places []text.Span
	for i := 0; i < len(s) && len(places) < most; {
		n := 0
		for _, mark := range marks {
			if strings.HasPrefix(s[i:], mark) {
				n = len(mark)
				places = append(places, text.Span{Start: i, End: i + n})
			}
		}
		i += max(n, 1)
	}
	return places
}

// linesLike returns the lines of which, stripped, like is true.
func linesLike(t *pytext.Text, most int, like func(string) bool) []text.Span {
	var places []text.Span
	for _, l := range t.PythonLines() {
		if len(places) == most {
			break
		}
		if l := pytext.Strip(t.S, l); like(l.Of(t.S)) {
			places = append(places, l)
		}
	}
	return places
}

func tokensWithoutAlpha(t *pytext.Text, most int) []text.Span {
	var places []text.Span
	tokens := spacy.Of(t)
	for i := 0; i < tokens.Len() && len(places) < most; i++ {
		if s := tokens.Span(i); !hasAlpha(s.Of(t.S)) {
			places = append(places, s)
		}
	}
	return places
}
