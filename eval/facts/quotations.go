package facts

import (
	"fmt"
	"strings"

	"github.com/copydesk/copydesk/eval/data"
	"github.com/copydesk/copydesk/eval/floor"
	"github.com/copydesk/copydesk/internal/extract"
	"github.com/copydesk/copydesk/internal/text"
)

// article is an article with its quotations; offsets are code points.
type article struct {
	Text   string
	Quotes []struct {
		Start, End int
		Speaker    string
		Full       *string `json:"speaker_full"`
	}
	Doubtful [][2]int
}

// Quotations prints how many quotations of news-dev are found exactly, and how many speakers are right.
func Quotations() error {
	articles, err := data.ReadJSONL[article]("quotes/news-dev.jsonl")
	if err != nil {
		return err
	}
	var gold, found, exact, written, full, named, unknown int
	for _, a := range articles {
		d, f, err := factsOf(a.Text, extract.Quotations|extract.Entities)
		if err != nil {
			return err
		}
		index := text.NewIndex(d.Clean, text.UTF32)
		got := map[text.Span]extract.Quotation{}
		ignored := map[text.Span]bool{}
		for _, q := range a.Doubtful {
			ignored[text.Span{Start: q[0], End: q[1]}] = true
		}
		for _, q := range f.Quotations {
			s := index.Span(q.Place.Clean)
			got[s] = q
			if !ignored[s] {
				found++
			}
		}
		for _, g := range a.Quotes {
			gold++
			q, ok := got[text.Span{Start: g.Start, End: g.End}]
			if ok {
				exact++
			}
			if g.Full != nil {
				named++
			}
			if !ok || q.Speaker == nil {
				unknown++
				continue
			}
			if strings.EqualFold(q.Speaker.Text, g.Speaker) {
				written++
			}
			if g.Full != nil && q.Speaker.Name == *g.Full {
				full++
			}
		}
	}
	p, r := float64(exact)/float64(found), float64(exact)/float64(gold)
	floor.AtLeast("quotations/span F1", 2*p*r/(p+r))
	floor.AtLeast("quotations/speaker as written", float64(written)/float64(gold))
	floor.AtLeast("quotations/full name", float64(full)/float64(named))
	floor.AtMost("quotations/unknown", float64(unknown)/float64(gold))
	fmt.Printf("spans: precision %.3f, recall %.3f, F1 %.3f\n", p, r, 2*p*r/(p+r))
	fmt.Printf("speaker as written %.3f, full name %.3f of %d that have one, unknown %.3f\n",
		float64(written)/float64(gold), float64(full)/float64(named), named, float64(unknown)/float64(gold))
	return nil
}
