// Command reflow makes the model of internal/clean/reflow from ../shared/data: run it in the repository's root with
// go -C train run ./reflow. The same data gives the same bytes. With -folds 5 it prints instead how good such models are
// on pages that they have not seen.
package main

import (
	"context"
	"flag"
	"log/slog"
	"os"

	"github.com/copydesk/copydesk/internal/clean/reflow/breaks"
	"github.com/copydesk/copydesk/internal/model/forest"
)

func main() {
	in := flag.String("in", "../../shared/data", "the data folder")
	out := flag.String("out", "../internal/clean/reflow/reflow.model", "where the model goes")
	folds := flag.Int("folds", 0, "how many parts to measure on, 0 to 5; 0 makes the model of all pages")
	keep := flag.String("keep", "", "with -folds: a folder that keeps the models, to measure changes that need no new ones")
	show := flag.Bool("show", false, "with -folds: print every mistake")
	flag.Parse()
	if err := run(context.Background(), *in, *out, min(*folds, parts), *keep, *show); err != nil {
		slog.Error("reflow", "err", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, in, out string, folds int, keep string, show bool) error {
	records, err := readRecords[record](in + "/reflow/dev.jsonl.xz")
	if err != nil {
		return err
	}
	pages := newLibrary(records)
	if err := pages.read(ctx, in+"/html"); err != nil {
		return err
	}
	l := learner{ctx: ctx, samples: samples(records, pages.articles), firsts: map[[2]int][]forest.Tree{}}
	if l.words, l.whole, err = readWords(in+"/news/news-train.jsonl.xz", pages.articles); err != nil {
		return err
	}
	if l.d.Lexicon, err = breaks.OpenLexicon(string(l.words)); err != nil {
		return err
	}
	slog.Info("learning", "articles", len(pages.articles), "texts", len(l.samples))
	if folds > 0 {
		return crossValidate(ctx, &l, records, folds, keep, show)
	}
	data, err := l.model(none)
	if err != nil {
		return err
	}
	return os.WriteFile(out, data, 0o644) //nolint:gosec // a public file
}
