package facts

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"unicode/utf8"

	"github.com/copydesk/copydesk/eval/data"
	"github.com/copydesk/copydesk/eval/floor"
)

// speakerAnnotations are the quotations of articles of news-train; those that are marked unseen are kept from the model. Verbs and what
// continues are not annotated. Whoever annotated them saw the answers of an earlier model, and corrected them.
const speakerAnnotations = "../train/speakers/annotations.jsonl"

// unseenQuotations prints the same figures for the articles that were annotated with those that the model learns from, and kept from it.
func unseenQuotations() (*tally, error) {
	articles, err := unseenArticles()
	if err != nil {
		return nil, err
	}
	t := &tally{errors: map[string]int{}}
	for _, a := range articles {
		if err := t.add(a, false); err != nil {
			return nil, err
		}
	}
	fmt.Printf("%d articles of news-train that were not:\n", len(articles))
	t.print()
	floor.AtLeast("quotations/news-train/span F1", t.f1())
	floor.AtLeast("quotations/news-train/speaker as written", share(t.written, t.gold))
	floor.AtLeast("quotations/news-train/full name", share(t.full, t.named))
	floor.AtMost("quotations/news-train/unknown", share(t.unknown, t.gold))
	return t, nil
}

// unseenArticles returns the articles of news-train whose annotation is marked unseen.
func unseenArticles() ([]article, error) {
	annotations, err := os.ReadFile(speakerAnnotations)
	if err != nil {
		return nil, err
	}
	texts, err := data.ReadJSONL[article]("news/news-train.jsonl.xz")
	if err != nil {
		return nil, err
	}
	byID := map[string]string{}
	for _, a := range texts {
		byID[a.ID] = a.Text
	}
	var all []article
	for d := json.NewDecoder(bytes.NewReader(annotations)); ; {
		var r struct {
			ID     string
			Unseen bool
			Quotes []struct {
				Start, End int
				Speaker    [2]int
				Full       *string
			}
			Doubtful [][2]int
		}
		switch err := d.Decode(&r); {
		case errors.Is(err, io.EOF):
			return all, nil
		case err != nil:
			return nil, fmt.Errorf("%s: %w", speakerAnnotations, err)
		case !r.Unseen:
			continue
		}
		s := byID[r.ID]
		points := func(at int) int { return utf8.RuneCountInString(s[:at]) }
		a := article{ID: r.ID, Text: s}
		for i, q := range r.Quotes {
			speaker := points(q.Speaker[0])
			a.Quotes = append(a.Quotes, goldQuotation{
				ID: i, Start: points(q.Start), End: points(q.End), Full: q.Full, Speaker: s[q.Speaker[0]:q.Speaker[1]], SpeakerStart: &speaker,
			})
		}
		for _, q := range r.Doubtful {
			a.Doubtful = append(a.Doubtful, [2]int{points(q[0]), points(q[1])})
		}
		all = append(all, a)
	}
}
