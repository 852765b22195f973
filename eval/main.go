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
)

// measurement is one thing that eval measures.
type measurement struct {
	name string

	// data is the folder or file below the data folder without which it cannot be made.
	data string

	run func() error
}

// measurements in the order in which they are made.
var measurements = []measurement{
	{"clean", "news", wholeClean},
	{"sentences", "sentences", sentenceEnds},
	{"reflow", "reflow", reflowParagraphs},
	{"lines", "lines", boilerplateLines},
	{"repair", "repair", repairs},
	{"content", "html", mainContent},
	{"page-speed", "html", pageSpeed},
	{"hostile-pages", "html", hostilePageTimes},
	{"metadata", "html", metadata},
	{"parity-datatrove", "quality-parity", parityDatatrove},
	{"fingerprint", "news", fingerprints},
	{"parity-dolma", "quality-parity", parityDolma},
	{"parity-redpajama", "quality-parity", parityRedpajama},
	{"parity-wordlist", "quality-parity", parityWordlist},
	{"parity-spacy", "quality-parity", paritySpacy},
	{"parity-nemo", "quality-parity", parityNemo},
	{"readability", "news", readabilities},
	{"parity-dclm", "quality-parity", parityDCLM},
	{"score-speed", "news", scoreSpeed},
	{"disagreement", "news", disagreements},
}

// alone says that the peers are left out.
var alone bool

// errNoPeer says that a peer is not installed; its column is left out.
var errNoPeer = errors.New("not installed: run make eval-peers")

func main() {
	flag.Usage = func() {
		fmt.Fprintln(os.Stderr, "usage: eval [flags] [measurement ...]   (all without one)")
		flag.PrintDefaults()
		for _, m := range measurements {
			fmt.Fprintf(os.Stderr, "  %-17s from %s\n", m.name, dataDir+m.data)
		}
	}
	flag.BoolVar(&alone, "alone", false, "leave the peers out, which takes a fraction of the time")
	flag.Parse()
	if flag.NArg() == 2 && flag.Arg(0) == hostileCommand {
		if err := hostilePageAlone(flag.Arg(1)); err != nil {
			fmt.Fprintln(os.Stderr, "eval:", err)
			os.Exit(1)
		}
		return
	}
	if err := run(flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "eval:", err)
		os.Exit(1)
	}
}

// run makes the measurements named, or all.
func run(names []string) error {
	for _, name := range names {
		if !slices.ContainsFunc(measurements, func(m measurement) bool { return m.name == name }) {
			return fmt.Errorf("there is no measurement %q", name)
		}
	}
	for _, m := range measurements {
		if len(names) > 0 && !slices.Contains(names, m.name) {
			continue
		}
		fmt.Printf("== %s (%s)\n", m.name, strings.TrimPrefix(dataDir+m.data, "../"))
		if _, err := os.Stat(dataDir + m.data); errors.Is(err, fs.ErrNotExist) {
			fmt.Println("skipped: the data is absent")
			continue
		}
		if err := m.run(); err != nil {
			return fmt.Errorf("%s: %w", m.name, err)
		}
		fmt.Println()
	}
	return nil
}
