// Command reflow makes the model of internal/clean/reflow from ../shared/data: run it in the repository's root with
// go -C train run ./reflow. The same data gives the same bytes. With -folds 5 it prints instead how good such models are
// on pages that they have not seen.
package main

import (
	"context"
	"flag"
	"log/slog"
	"os"
	"sync"

	"github.com/copydesk/copydesk/internal/clean/reflow/breaks"
	"github.com/copydesk/copydesk/internal/model/forest"
)

func main() {
	in := flag.String("in", "../../shared/data", "the data folder")
	out := flag.String("out", "../internal/clean/reflow/reflow.model", "where the model goes")
	folds := flag.Int("folds", 0, "measure on the parts up to this number, 1 to 5; 0 makes the model of all pages")
	first := flag.Int("first", 0, "with -folds: the first part to measure on")
	keep := flag.String("keep", "", "with -folds: a folder that keeps the models, to measure changes that need no new ones")
	show := flag.Bool("show", false, "with -folds: print every mistake")
	flag.Parse()
	if err := run(context.Background(), *in, *out, partRange{*first, min(*folds, parts)}, *keep, *show); err != nil {
		slog.Error("reflow", "err", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, in, out string, folds partRange, keep string, show bool) error {
	records, err := readRecords[record](in + "/reflow/dev.jsonl.xz")
	if err != nil {
		return err
	}
	learn := sync.OnceValues(func() (*learner, error) { return newLearner(ctx, in, records) })
	if folds.end > folds.first {
		return crossValidate(ctx, keeper{keep, learn}, records, folds, show)
	}
	l, err := learn()
	if err != nil {
		return err
	}
	data, err := l.model(none)
	if err != nil {
		return err
	}
	return os.WriteFile(out, data, 0o644) //nolint:gosec // a public file
}

// newLearner reads all that there is to learn from.
func newLearner(ctx context.Context, in string, records []record) (*learner, error) {
	pages := newLibrary(records)
	if err := pages.read(ctx, in); err != nil {
		return nil, err
	}
	l := learner{ctx: ctx, samples: samples(records, pages.articles), firsts: map[[2]int][]forest.Tree{}}
	var err error
	if l.words, err = readWords(in, pages.articles); err != nil {
		return nil, err
	}
	if l.d.Lexicon, err = breaks.OpenLexicon(string(l.words.lexicon)); err != nil {
		return nil, err
	}
	if l.d.Lexicon.Follows, err = breaks.OpenFollows(string(l.words.follows)); err != nil {
		return nil, err
	}
	slog.Info("learning", "articles", len(pages.articles), "texts", len(l.samples))
	return &l, nil
}
