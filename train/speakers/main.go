// Command speakers makes internal/extract/lexis/lexis.model and internal/extract/speech/speech.model from ../shared/data: run it in
// the repository's root with go -C train run ./speakers. The same data gives the same bytes.
package main

import (
	"context"
	"flag"
	"log/slog"
	"os"

	"github.com/copydesk/copydesk/internal/extract/lexis"
	"github.com/copydesk/copydesk/internal/model"
	"github.com/copydesk/copydesk/internal/text"
)

func main() {
	in := flag.String("in", "../../shared/data", "the data folder")
	out := flag.String("out", "../internal/extract", "the folder that the models go to")
	part := flag.String("part", "", "lexis or speech: make only this model")
	flag.Parse()
	if err := run(context.Background(), *in, *out, *part); err != nil {
		slog.Error("speakers", "err", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, in, out, part string) error {
	if part == "" || part == "lexis" {
		data, err := makeLexis(ctx, in)
		if err != nil {
			return err
		}
		if err := os.WriteFile(out+"/lexis/lexis.model", data, 0o644); err != nil { //nolint:gosec // a public file
			return err
		}
	}
	if part == "" || part == "speech" {
		data, err := makeSpeech(ctx, in)
		if err != nil {
			return err
		}
		return os.WriteFile(out+"/speech/speech.model", data, 0o644) //nolint:gosec // a public file
	}
	return nil
}

// makeLexis counts words in the news.
func makeLexis(ctx context.Context, in string) ([]byte, error) {
	articles, err := readNews(in + "/news/news-train.jsonl.xz")
	if err != nil {
		return nil, err
	}
	c := newCounts()
	var words []text.Word
	each := func(do func(s string, words []text.Word)) error {
		for _, s := range articles {
			for l := range text.Lines(s) {
				line := l.Of(s)
				if words, err = text.AppendWords(ctx, words[:0], line, text.Span{End: len(line)}); err != nil {
					return err
				}
				do(line, words)
			}
		}
		return nil
	}
	if err := each(c.line); err != nil {
		return nil, err
	}
	c.gradeVerbs()
	if err := each(c.heads); err != nil {
		return nil, err
	}
	if err := each(c.pronouns); err != nil {
		return nil, err
	}
	c.gradeReports()
	c.gradeHeads()
	for _, s := range articles {
		if words, err = text.AppendWords(ctx, words[:0], s, text.Span{End: len(s)}); err != nil {
			return nil, err
		}
		c.sexes(s, words)
	}
	names, err := readForenames(in + "/gazetteers/forenames.tsv")
	if err != nil {
		return nil, err
	}
	births, err := readBirths("speakers/sexes.txt")
	if err != nil {
		return nil, err
	}
	c.gradeSexes(names, births)
	kept := c.words()
	slog.Info("lexis", "articles", len(articles), "words", len(kept))
	return model.Make(model.Section{Name: "words", Data: lexis.Make(kept, c.grades)}), nil
}
