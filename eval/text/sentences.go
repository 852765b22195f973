package text

import (
	"context"
	"fmt"

	"github.com/clipperhouse/uax29/v2/sentences"

	"github.com/copydesk/copydesk/eval/data"
	"github.com/copydesk/copydesk/eval/floor"
	"github.com/copydesk/copydesk/internal/text"
)

// document is one line of the data; offsets are code points.
type document struct {
	Text      string
	Sentences [][2]int
}

// endScore counts sentence ends found, given and expected.
type endScore struct{ hit, got, want int }

// SentenceEnds prints the F1 of sentence ends.
func SentenceEnds() error {
	fmt.Printf("%-10s %10s %10s\n", "F1", "copydesk", "UAX 29")
	for _, set := range []string{"ewt-dev", "gum-dev"} {
		documents, err := data.ReadJSONL[document]("sentences/" + set + ".jsonl")
		if err != nil {
			return err
		}
		var ours, base endScore
		for _, d := range documents {
			ours.add(d, Sentences(d.Text))
			base.add(d, splitBase(d.Text))
		}
		floor.AtLeast("sentences/"+set+"/F1", ours.f1())
		fmt.Printf("%-10s %10.4f %10.4f\n", set, ours.f1(), base.f1())
	}
	return nil
}

func Sentences(s string) []text.Span {
	ctx := context.Background() // it never ends, so there are no errors
	words, _ := text.AppendWords(ctx, nil, s, text.Span{End: len(s)})
	var out []text.Span
	for _, p := range text.Paragraphs(s) {
		out, _ = text.AppendSentences(ctx, out, s, words, p)
	}
	return out
}

func splitBase(s string) []text.Span {
	var out []text.Span
	for it := sentences.FromString(s); it.Next(); {
		if g := text.Trim(s, text.Span{Start: it.Start(), End: it.End()}); !g.Empty() {
			out = append(out, g)
		}
	}
	return out
}

func (c *endScore) add(d document, got []text.Span) {
	index := text.NewIndex(d.Text, text.UTF32)
	want := map[int]bool{}
	for _, s := range d.Sentences {
		want[s[1]] = true
	}
	c.want += len(want)
	c.got += len(got)
	for _, s := range got {
		if want[index.Offset(s.End)] {
			c.hit++
		}
	}
}

func (c endScore) f1() float64 { return 2 * float64(c.hit) / float64(max(c.got+c.want, 1)) }
