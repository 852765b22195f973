// Command eval prints figures of Copydesk beside those of its peers, on the development data in ../shared/data.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/copydesk/copydesk/eval/data"
	"github.com/copydesk/copydesk/eval/facts"
	"github.com/copydesk/copydesk/eval/floor"
	"github.com/copydesk/copydesk/eval/load"
	"github.com/copydesk/copydesk/eval/pages"
	"github.com/copydesk/copydesk/eval/parity"
	"github.com/copydesk/copydesk/eval/peers"
	"github.com/copydesk/copydesk/eval/score"
	"github.com/copydesk/copydesk/eval/text"
)

// measurement is one thing that eval measures.
type measurement struct {
	name string

	// data is the folder below the data folder that it reads; empty if it needs none.
	data string

	run func() error
}

// measurements in the order in which they are made.
var measurements = []measurement{
	{"clean", "news", text.Clean},
	{"sentences", "sentences", text.SentenceEnds},
	{"entities", "entities", facts.Entities},
	{"quotations", "quotes", facts.Quotations},
	{"variants", "quotes", facts.Variants},
	{"roles", "news", facts.Roles},
	{"reflow", "reflow", text.Reflow},
	{"lines", "lines", text.Lines},
	{"chunks", "html", pages.Chunks},
	{"repair", "repair", text.Repair},
	{"content", "html", pages.Content},
	{"structures", "html-more", pages.Structures},
	{"hidden-text", "html-more", pages.HiddenText},
	{"walls", "html-more", pages.Walls},
	{"site", "html-more", pages.Site},
	{"page-speed", "html", pages.Speed},
	{"hostile", "", pages.Hostile},
	{"metadata", "html", pages.Metadata},
	{"parity-datatrove", "quality-parity", parity.Datatrove},
	{"parity-dolma", "quality-parity", parity.Dolma},
	{"parity-redpajama", "quality-parity", parity.RedPajama},
	{"parity-wordlist", "quality-parity", parity.WordList},
	{"parity-spacy", "quality-parity", parity.SpaCy},
	{"parity-nemo", "quality-parity", parity.NeMo},
	{"parity-dclm", "quality-parity", parity.DCLM},
	{"parity-minhash", "news", parity.MinHash},
	{"readability", "news", parity.Readability},
	{"fingerprint", "news", score.Fingerprints},
	{"dedup", "news", score.Dedup},
	{"engines", "news", score.Engines},
	{"language", "languages", score.Language},
	{"score-speed", "news", score.Speed},
	{"disagreement", "news", score.Disagreement},
	{"fluency", "english", score.Fluency},
	{"quality", "html", score.Quality},
	{"spun", "english", score.Spun},
	{"ways", "", load.Ways},
	{"overload", "", load.Overload},
	{"streams", "", load.Streams},
	{"memory", "", load.Memory},
	{"kills", "", load.Kills},
	{"corpus", "", load.Corpus},
}

func main() {
	flag.Usage = func() {
		fmt.Fprintln(os.Stderr, "usage: eval [flags] [measurement ...]   (all without one)")
		flag.PrintDefaults()
		for _, m := range measurements {
			fmt.Fprintf(os.Stderr, "  %-17s from %s\n", m.name, data.Dir+m.data)
		}
	}
	flag.BoolVar(&peers.Alone, "alone", false, "leave the peers out, which takes a fraction of the time")
	flag.IntVar(&pages.MaxPages, "pages", 0, "content: how many pages of each set are measured at most, 0 for all")
	flag.StringVar(&pages.ModelDir, "models", pages.ModelDir, "content: the folder of models that have not seen the sets")
	flag.StringVar(&peers.Dir, "peers", peers.Dir, "the environment that the peers are installed in")
	flag.BoolVar(&load.Long, "long", false, "memory, kills, corpus and dedup: as many documents as the promise names, which takes an hour")
	folder := flag.String("data", data.Dir, "the data folder")
	flag.BoolVar(&facts.List, "list", false, "quotations: print every error in the articles that were learnt from")
	record := flag.Bool("record", false, "make the figures the floors that later runs are compared with, in floors.json")
	flag.Parse()
	score.Long = load.Long
	data.Dir = strings.TrimSuffix(*folder, "/") + "/"
	if err := run(flag.Args(), *record); err != nil {
		fmt.Fprintln(os.Stderr, "eval:", err)
		os.Exit(1)
	}
}

// run makes the measurements named, or all, and compares their figures with the floors.
func run(names []string, record bool) error {
	if len(names) == 2 && names[0] == pages.HostileCommand {
		return pages.HostileAlone(names[1])
	}
	for _, name := range names {
		if !slices.ContainsFunc(measurements, func(m measurement) bool { return m.name == name }) {
			return fmt.Errorf("there is no measurement %q", name)
		}
	}
	for _, m := range measurements {
		if len(names) > 0 && !slices.Contains(names, m.name) {
			continue
		}
		fmt.Printf("== %s (%s)\n", m.name, strings.TrimPrefix(data.Dir+m.data, "../"))
		if _, err := os.Stat(data.Dir + m.data); m.data != "" && errors.Is(err, fs.ErrNotExist) {
			fmt.Println("skipped: the data is absent")
			continue
		}
		floor.Begin()
		if err := m.run(); err != nil {
			return fmt.Errorf("%s: %w", m.name, err)
		}
		if pages.MaxPages > 0 {
			continue // floors are for all pages
		}
		compare := floor.Check
		if record {
			compare = floor.Record
		}
		if err := compare(m.name); err != nil {
			return fmt.Errorf("%s: %w", m.name, err)
		}
		fmt.Println()
	}
	return nil
}
