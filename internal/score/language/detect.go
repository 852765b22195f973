package language

import (
	"context"

	"github.com/copydesk/copydesk/internal/text"
)

// The codes of texts without a language, and of texts with too little evidence.
const (
	NoLanguage   = "zxx"
	Undetermined = "und"
)

// Guess is a language that a text may be in.
type Guess struct {
	// Code is a BCP 47 language tag, NoLanguage or Undetermined.
	Code string

	// Script is the ISO 15924 code of the script; empty for NoLanguage and Undetermined.
	Script string

	// Probability is that of the guess, from 0 to 1.
	Probability float64
}

// Share is a language that a part of a text is in.
type Share struct {
	Guess

	// Share is the part of the text's letters, from 0 to 1.
	Share float64
}

// Paragraph is the language of one paragraph.
type Paragraph struct {
	Span text.Span
	Guess
}

// Report is the languages of a text.
type Report struct {
	// Languages are those that the text is in, largest share first; the shares add up to 1. Empty for a text of nothing but spaces.
	Languages []Share

	// Candidates are the most probable languages of the text as a whole, most probable first, at most MostCandidates.
	Candidates []Guess
}

// How long the lists of results are at most.
const (
	MostCandidates = 5
	MostLanguages  = 16
	MostParagraphs = 100_000
)

const (
	// leastShare is the share of the smallest language that is listed, unless it is the only one.
	leastShare = .02

	// wholeBytes is the size of the longest text that is judged as a whole, pieceBytes that of the pieces of longer ones, at least.
	wholeBytes = 240
	pieceBytes = 96

	// sampleBytes is the size of pieces in ASCII of texts of which not all is read: what a piece is in is decided with the help of the others.
	sampleBytes = 64

	// readAtOnce and readShare say how much of a text is read: the whole of it up to readAtOnce bytes, and of what is beyond one part in
	// readShare.
	readAtOnce = 480
	readShare  = 32
)

// Detect returns the languages of s. The error is ctx.Err() if ctx ended first.
func (m *Model) Detect(ctx context.Context, s string) (Report, error) {
	if len(s) <= wholeBytes {
		return m.short(s), nil
	}
	d := newDocument(m, piecesOf(s))
	defer d.release()
	for start, end := range pieces(s) {
		if err := ctx.Err(); err != nil {
			return Report{}, err
		}
		d.read(s, start, end)
	}
	d.judge()
	if len(s) > readAtOnce && !d.isDecided() {
		if err := d.readOn(ctx, s); err != nil {
			return Report{}, err
		}
		d.judge()
	}
	return d.report(), nil
}

// short judges a text of one piece.
func (m *Model) short(s string) Report {
	d := newDocument(m, 0)
	defer d.release()
	m.read(s, &d.all)
	d.judge()
	r := Report{Candidates: m.guesses(d.whole)}
	if len(r.Candidates) > 0 {
		r.Languages = []Share{{m.chosen(r.Candidates[0]), 1}}
	} else if d.all.chars > 0 {
		r.Languages = []Share{{Guess{Code: Undetermined}, 1}}
	}
	return r
}

// thin is the probability below which a guess is not given as the language.
const thin = .08

// chosen returns g, or Undetermined where it is improbable.
func (m *Model) chosen(g Guess) Guess {
	if g.Probability < thin {
		return Guess{Code: Undetermined, Probability: 1 - g.Probability}
	}
	return g
}

func (m *Model) guesses(list []likely) []Guess {
	out := make([]Guess, 0, MostCandidates)
	for _, l := range list[:min(len(list), MostCandidates)] {
		out = append(out, m.guess(l))
	}
	return out
}

func (m *Model) guess(l likely) Guess {
	if l.class == noClass {
		return Guess{NoLanguage, "", l.probability}
	}
	c := &m.classes[l.class]
	return Guess{c.code, c.iso, l.probability}
}
