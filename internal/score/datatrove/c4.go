package datatrove

import (
	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/score/spacy"
	"github.com/copydesk/copydesk/internal/text"
)

// C4's quality filter in two settings: as published, and as FineWeb uses it, where lines need no terminal mark. They differ in
// that only and are measured together.
const (
	c4Name        = "datatrove-c4"
	c4FinewebName = "datatrove-c4-fineweb"
)

// The signals of a setting, by their place in the group: those of lines are at the number of their fate.
const (
	c4Total     = int(fates) + iota
	c4Sentences // of the lines kept
	c4Signals   // how many there are
)

var c4Group = profile.Group{
	Signals: append(c4SignalsOf(c4Name), c4SignalsOf(c4FinewebName)...),
	Measure: measureC4,
	Find:    findC4Places,
}

// c4Reasons are the reference's names for the fates of lines.
var c4Reasons = [fates]string{
	lineKept:        "line-kept",
	lineTooLongWord: "line-filter-too_long_word",
	lineNoTerminal:  "line-filter-no_terminal_punc",
	lineTooFewWords: "line-filter-too_few_words",
	docLoremIpsum:   "lorem_ipsum",
	lineJavascript:  "line-filter-javascript",
	docCurlyBracket: "curly_bracket",
	linePolicy:      "line-filter-policy",
}

func c4SignalsOf(name string) []profile.Signal {
	return []profile.Signal{
		lineKept:        {Name: name + ".line-kept", Description: "lines that the filter keeps", Unit: "lines"},
		lineTooLongWord: {Name: name + ".line-filter-too_long_word", Description: "lines dropped for a word of more than 1000 characters", Unit: "lines"},
		lineNoTerminal:  {Name: name + ".line-filter-no_terminal_punc", Description: `lines dropped because they do not end in . ? ! " or ', or end in "..."`, Unit: "lines"},
		lineTooFewWords: {Name: name + ".line-filter-too_few_words", Description: "lines dropped for having fewer than 3 words", Unit: "lines"},
		docLoremIpsum:   {Name: name + ".lorem_ipsum", Description: `lines with "lorem ipsum", in any case`, Unit: "lines"},
		lineJavascript:  {Name: name + ".line-filter-javascript", Description: `lines dropped for "javascript", in any case`, Unit: "lines"},
		docCurlyBracket: {Name: name + ".curly_bracket", Description: `lines with "{"`, Unit: "lines"},
		linePolicy:      {Name: name + ".line-filter-policy", Description: "lines dropped for speaking of cookies or of terms of use", Unit: "lines"},
		c4Total:         {Name: name + ".line-total", Description: "lines, as Python's splitlines has them", Unit: "lines"},
		c4Sentences:     {Name: name + ".num_sentences", Description: "sentences, by spaCy's sentencizer, of the lines kept", Unit: "sentences"},
	}
}

func measureC4(t *pytext.Text, v []float64) {
	strict, lenient := v[:c4Signals], v[c4Signals:]
	clear(v)
	counter := newSentenceCounter(t)
	c := c4LinesOf(t)
	for i, l := range c.lines {
		t.Tick(4)
		sentences := 0
		if l.fateIf(true) == lineKept {
			sentences = countSentences(counter, l, c.span(i))
		}
		countC4(strict, l.fateIf(false), sentences)
		countC4(lenient, l.fateIf(true), sentences)
	}
	counter.release()
}

// countSentences returns the number of sentences of what the filter makes of a line.
func countSentences(c *sentenceCounter, l c4Line, span text.Span) int {
	if l&cited != 0 {
		return spacy.SentencesOf(c.t, withoutCitations(span.Of(c.t.S)))
	}
	return c.count(span)
}

func countC4(v []float64, f fate, sentences int) {
	v[c4Total]++
	v[f]++
	if f == lineKept {
		v[c4Sentences] += float64(sentences)
	}
}

func findC4Places(t *pytext.Text, i int, p *profile.Places) {
	if i%c4Signals >= int(fates) {
		return
	}
	want, lenient := fate(i%c4Signals), i >= c4Signals //nolint:gosec // fewer than fates
	c := c4LinesOf(t)
	for k, l := range c.lines {
		t.Tick(1)
		if l.fateIf(lenient) == want {
			p.Add(c.span(k))
		}
	}
}
