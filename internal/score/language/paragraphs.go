package language

import (
	"context"

	"github.com/copydesk/copydesk/internal/text"
)

// Paragraphs returns the language of each of the first MostParagraphs paragraphs of s, in order, and how many more there are. whole is what
// Detect returned for s: a paragraph is expected to be in the languages of the text. The error is ctx.Err() if ctx ended first.
func (m *Model) Paragraphs(ctx context.Context, s string, whole Report) (list []Paragraph, omitted int, err error) {
	candidates := make([]likely, len(whole.Candidates))
	for i, g := range whole.Candidates {
		candidates[i] = likely{m.classOf(g), g.Probability}
	}
	before := m.expected(candidates, make([]float64, maxClasses+1))
	all := text.Paragraphs(s)
	listed := all[:min(len(all), MostParagraphs)]
	list = make([]Paragraph, 0, len(listed))
	var e evidence // one for all: it is large
	var likely []likely
	for _, p := range listed {
		if err := ctx.Err(); err != nil {
			return nil, 0, err
		}
		g := Guess{Code: Undetermined}
		e = evidence{}
		for start, end := range pieces(p.Of(s)) {
			m.read(p.Of(s)[start:end], &e)
		}
		if likely = m.judge(&e, before, likely); len(likely) > 0 {
			g = m.chosen(m.guess(likely[0]))
		}
		list = append(list, Paragraph{p, g})
	}
	return list, len(all) - len(list), nil
}
