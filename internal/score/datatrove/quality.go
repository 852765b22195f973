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
		nonSymbolWords:     {Name: "datatrove-gopher-quality.non_symbol_words", Description: "tokens with a character that is not a punctuation mark", Unit: "tokens"},
		avgWordLength:      {Name: "datatrove-gopher-quality.avg_word_length", Description: "mean length of those tokens; none without them", Unit: "characters"},
		hashRatio:          {Name: "datatrove-gopher-quality.hash_ratio", Description: `"#" for each token`, Unit: "ratio"},
		ellipsisRatio:      {Name: "datatrove-gopher-quality.ellipsis_ratio", Description: `"..." and "…" for each token`, Unit: "ratio"},
		bulletLinesRatio:   {Name: "datatrove-gopher-quality.bullet_lines_ratio", Description: `lines that start, white space aside, with "•" or "-", for each line`, Unit: "ratio"},
		ellipsisLinesRatio: {Name: "datatrove-gopher-quality.ellipsis_lines_ratio", Description: `lines that end, white space aside, in "..." or "…", for each line`, Unit: "ratio"},
		alphaWordsRatio:    {Name: "datatrove-gopher-quality.alpha_words_ratio", Description: "tokens with a letter, for each token", Unit: "ratio"},
		stopWordsDistinct:  {Name: "datatrove-gopher-quality.stop_words_distinct", Description: "how many of the, be, to, of, and, that, have, with are among the tokens, as they are spelt here", Unit: "words"},
	},
	Measure: measureQuality,
	Find:    findQualityPlaces,
}

func measureQuality(t *pytext.Text, v []float64) {
	tokens := spacy.Of(t)
	n := tokens.Len()
	words := countWords(t, tokens)
	ellipses := t.Ellipses()
	v[nonSymbolWords] = float64(words.nonSymbol)
	v[avgWordLength] = profile.Ratio(words.nonSymbolChars, words.nonSymbol)
	v[hashRatio] = profile.Ratio(strings.Count(t.S, "#"), n)
	v[ellipsisRatio] = profile.Ratio(ellipses.Dots+ellipses.Signs, n)
	v[alphaWordsRatio] = profile.Ratio(words.alpha, n)
	v[stopWordsDistinct] = float64(words.distinctStops())

	bullets, ended := 0, 0
	for l := range t.PythonLines().All() {
		l := pytext.Strip(t.S, l).Of(t.S)
		if startsWithBullet(l) {
			bullets++
		}
		if endsInEllipsis(l) {
			ended++
		}
	}
	v[bulletLinesRatio] = profile.Ratio(bullets, t.PythonLines().Len())
	v[ellipsisLinesRatio] = profile.Ratio(ended, t.PythonLines().Len())
}

func startsWithBullet(s string) bool { return strings.HasPrefix(s, "-") || strings.HasPrefix(s, "•") }

func endsInEllipsis(s string) bool { return strings.HasSuffix(s, "...") || strings.HasSuffix(s, "…") }

func findQualityPlaces(t *pytext.Text, i int, p *profile.Places) {
	switch i {
	case hashRatio:
		findMarks(t, p, "#")
	case ellipsisRatio:
		findMarks(t, p, "...", "…")
	case bulletLinesRatio:
		findLines(t, p, startsWithBullet)
	case ellipsisLinesRatio:
		findLines(t, p, endsInEllipsis)
	case alphaWordsRatio:
		tokens := spacy.Of(t)
		for k := range tokens.Len() {
			t.Tick(4)
			if s := tokens.Span(k); !hasAlpha(t, s.Of(t.S)) {
				p.Add(s)
			}
		}
	}
}

// findMarks adds the occurrences of any of the marks, no two of which begin with the same byte.
func findMarks(t *pytext.Text, p *profile.Places, marks ...string) {
	for i := 0; i < len(t.S); {
		t.Tick(1)
		n := 1
		for _, mark := range marks {
			if strings.HasPrefix(t.S[i:], mark) {
				n = len(mark)
				p.Add(text.Span{Start: i, End: i + n})
			}
		}
		i += n
	}
}

// findLines adds the lines that are like that when stripped.
func findLines(t *pytext.Text, p *profile.Places, like func(string) bool) {
	for l := range t.PythonLines().All() {
		if l := pytext.Strip(t.S, l); like(l.Of(t.S)) {
			p.Add(l)
		}
	}
}
