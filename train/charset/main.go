// Command charset makes the model of internal/clean/charset/detect from ../shared/data/languages: run it in the
// repository's root with go -C train run ./charset. The same data gives the same bytes. With -measure it prints instead
// how many texts such models decode exactly: those of a data set that they have not seen.
package main

import (
	"flag"
	"log/slog"
	"os"

	"github.com/copydesk/copydesk/internal/clean/charset/detect"
)

func main() {
	in := flag.String("in", "../../shared/data/languages", "the data folder")
	out := flag.String("out", "../internal/clean/charset/detect/charset.model", "where the model goes")
	measured := flag.Bool("measure", false, "measure models on unseen data sets")
	verbose := flag.Bool("v", false, "with -measure, list the languages and encodings with mistakes")
	texts := flag.String("texts", "", "with -measure, a file for the texts, which peers.py measures other detectors on")
	other := flag.String("other", "", "with -measure, a file of other texts, a language, a tab and a paragraph a line, which the whole model is measured on")
	flag.Parse()
	err := error(nil)
	if *measured {
		err = measureUnseen(*in, *texts, *other, *verbose)
	} else {
		err = makeModel(*in, *out)
	}
	if err != nil {
		slog.Error("charset", "err", err)
		os.Exit(1)
	}
}

func makeModel(in, out string) error {
	sets, err := readAll(in)
	if err != nil {
		return err
	}
	data := train(sets.words, sets.rights, sets.sentences)
	return os.WriteFile(out, data, 0o644) //nolint:gosec // a public file
}

// measureUnseen measures models on a data set that they have not seen, in two turns; and the whole model on other texts.
func measureUnseen(in, file, other string, verbose bool) error {
	sets, err := readAll(in)
	if err != nil {
		return err
	}
	m := measurer{verbose: verbose}
	for _, turn := range []struct {
		name         string
		seen, unseen corpus
	}{{"sentences", sets.rights, sets.sentences}, {"rights", sets.sentences, sets.rights}} {
		m.set = turn.name
		if m.model, err = detect.OpenModel(string(train(sets.words, turn.seen))); err != nil {
			return err
		}
		for _, size := range []int{200, 2000} {
			m.measure(turn.unseen, size)
		}
	}
	if other != "" {
		texts := corpus{}
		if err := texts.readOther(other); err != nil {
			return err
		}
		m.set = "other"
		if m.model, err = detect.OpenModel(string(train(sets.words, sets.rights, sets.sentences))); err != nil {
			return err
		}
		for _, size := range []int{200, 2000} {
			m.measure(texts, size)
		}
	}
	return m.write(file)
}
