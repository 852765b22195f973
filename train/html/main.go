// Command html makes the model of internal/clean/html/content from ../shared/data: run it in the repository's root with
// go -C train run ./html. The same data gives the same bytes. With -folds it also prints how good such models are on sites
// that they have not seen.
package main

import (
	"context"
	"flag"
	"log/slog"
	"os"
)

func main() {
	in := flag.String("in", "../../shared/data", "the data folder")
	out := flag.String("out", "../internal/clean/html/content/content.model", "where the model goes")
	measure := flag.Bool("folds", false, "measure on unseen sites too")
	flag.Parse()
	if err := run(context.Background(), *in, *out, *measure); err != nil {
		slog.Error("html", "err", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, in, out string, measure bool) error {
	samples, err := readSamples(ctx, in+"/html/wcxb-dev.tar.xz")
	if err != nil {
		return err
	}
	pieces, err := readSegments(ctx, in+"/html/trafilatura-eval.tar.xz")
	if err != nil {
		return err
	}
	samples = append(samples, pieces...)
	l := newLearner(samples)
	slog.Info("learning", "pages", len(samples))
	l.cross()
	if measure {
		l.measure()
	}
	return os.WriteFile(out, l.model(), 0o644) //nolint:gosec // a public file
}
