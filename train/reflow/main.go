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

// params were chosen on the pages of fold 1, with those of folds 2 to 4 to learn from.
var params = boost.Params{
	Trees: 200, Depth: 6, Rate: .12, Lambda: 3, MinWeight: 2, Rows: .6, Columns: .5, Seed: 1,
}

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
	records, err := readRecords(in + "/reflow/dev.jsonl.xz")
	if err != nil {
		return err
	}
	data, err := examples(ctx, records)
	if err != nil {
		return err
	}
	articles, err := readPages(ctx, in+"/html", heldParagraphs(records))
	if err != nil {
		return err
	}
	if err := addPages(ctx, &data, articles); err != nil {
		return err
	}
	slog.Info("learning", "articles", len(articles), "breaks", len(data.Rows))
	trees := boost.Train(data, params)
	file := model.Make(model.Section{Name: "breaks", Data: forest.Make(params.Depth, breaks.Count, trees)})
	return os.WriteFile(out, file, 0o644) //nolint:gosec // a public file
}
