// Command html makes the model of internal/clean/html/content from ../shared/data: run it in the repository's root with
// go -C train run ./html. The same data gives the same bytes. With -folds it prints how good models made in the same way are on
// data sets, and on sites, that they have not seen.
package main

import (
	"context"
	"flag"
	"log/slog"
	"os"

	"github.com/copydesk/copydesk/train/labelled"
)

func main() {
	in := flag.String("in", "../../shared/data", "the data folder")
	out := flag.String("out", "../internal/clean/html/content/content.model", "where the model goes")
	measure := flag.Bool("folds", false, "measure on unseen sets and sites, and make no model")
	models := flag.String("models", "", "with -folds: a folder in which the models that are measured are kept, and from which those are taken that it has")
	flag.IntVar(&budget, "blocks", budget, "about how many blocks are learnt from")
	flag.Parse()
	if err := run(context.Background(), *in, *out, *measure, *models); err != nil {
		slog.Error("html", "err", err)
		os.Exit(1)
	}
}

// budget is about how many blocks are learnt from.
var budget = 150_000

func run(ctx context.Context, in, out string, measure bool, models string) error {
	samples, err := readSamples(ctx, in, func(s *labelled.Set) bool { return measure || !s.Test })
	if err != nil {
		return err
	}
	weigh(samples, budget)
	if measure {
		return leaveOut(os.Stdout, samples, models)
	}
	return os.WriteFile(out, shipped.fit(samples).file(), 0o644) //nolint:gosec // a public file
}
