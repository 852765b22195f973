// Command reflow makes the model of internal/clean/reflow from ../shared/data/reflow: run it in the repository's root
// with go -C train run ./reflow. The same data gives the same bytes.
package main

import (
	"context"
	"flag"
	"log/slog"
	"os"

	"github.com/copydesk/copydesk/internal/clean/reflow/breaks"
	"github.com/copydesk/copydesk/internal/model"
	"github.com/copydesk/copydesk/internal/model/forest"
	"github.com/copydesk/copydesk/train/boost"
)

var (
	firstParams = boost.Params{
		Trees: 120, Depth: 5, Rate: .18, Lambda: 3, MinWeight: 2, Rows: .6, Columns: .5, Seed: 1,
	}
	secondParams = boost.Params{
		Trees: 300, Depth: 6, Rate: .08, Lambda: 3, MinWeight: 2, Rows: .6, Columns: .4, Seed: 2,
	}
)

func main() {
	in := flag.String("in", "../../shared/data", "the data folder")
	out := flag.String("out", "../internal/clean/reflow/reflow.model", "where the model goes")
	flag.Parse()
	if err := run(context.Background(), *in, *out); err != nil {
		slog.Error("reflow", "err", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, in, out string) error {
	records, err := readRecords[record](in + "/reflow/dev.jsonl.xz")
	if err != nil {
		return err
	}
	held := heldParagraphs(records)
	articles, err := readPages(ctx, in+"/html", held)
	if err != nil {
		return err
	}
	words, err := readWords(in+"/news/news-train.jsonl.xz", articles)
	if err != nil {
		return err
	}
	slog.Info("learning", "articles", len(articles))
	l := learner{ctx: ctx}
	if l.d.Lexicon, err = breaks.OpenLexicon(string(words)); err != nil {
		return err
	}
	l.samples = samples(records, articles)
	first, second, err := l.learn()
	if err != nil {
		return err
	}
	file := model.Make(
		model.Section{Name: "words", Data: words},
		model.Section{Name: "first", Data: forest.Make(firstParams.Depth, breaks.Count, first)},
		model.Section{Name: "second", Data: forest.Make(secondParams.Depth, breaks.Count2, second)},
	)
	return os.WriteFile(out, file, 0o644) //nolint:gosec // a public file
}

// learn returns the trees of both looks.
func (l *learner) learn() (first, second []forest.Tree, err error) {
	var by []forest.Forest
	for part := range parts {
		trees, err := l.first(part)
		if err != nil {
			return nil, nil, err
		}
		f, err := forest.Open(string(forest.Make(firstParams.Depth, breaks.Count, trees)), breaks.Count)
		if err != nil {
			return nil, nil, err
		}
		by = append(by, f)
	}
	if second, err = l.second(by); err != nil {
		return nil, nil, err
	}
	first, err = l.first(-1)
	return first, second, err
}
