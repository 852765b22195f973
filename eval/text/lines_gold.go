package text

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/copydesk/copydesk/eval/floor"
	"github.com/copydesk/copydesk/internal/clean/boilerplate"
)

// goldLines counts the lines of one set of pages whose main content people have marked: all must stay. Those marks take in
// buttons, credits and rights lines too; what nobody doubts to be the page's own text are its sentences.
type goldLines struct{ lines, sentences share }

// minSentence is the number of words from which on a line that ends like a sentence counts as one.
const minSentence = 8

func (g *goldLines) add(line string) {
	line = strings.Join(strings.Fields(line), " ")
	if line == "" {
		return
	}
	gone := runLines(line, boilerplate.Balanced) == ""
	g.lines.add(gone, 1)
	if strings.Count(line, " ")+1 < minSentence || !strings.HasSuffix(strings.TrimRight(line, "\"”’')"), ".") {
		return
	}
	g.sentences.add(gone, 1)
	if gone && os.Getenv("EVAL_SHOW") != "" {
		fmt.Println("  ", line)
	}
}

// printFalseDropsGolds prints how much is kept of the main content of every set of pages.
func printFalseDropsGolds() error {
	sets := map[string]*goldLines{}
	add := func(set, content string) {
		if sets[set] == nil {
			sets[set] = new(goldLines)
		}
		for line := range strings.Lines(content) {
			sets[set].add(line)
		}
	}
	if err := eachPage(func(_, content string) { add("wcxb", content) }); err != nil {
		return err
	}
	if err := eachSnippet(func(s string) { add("trafilatura", s) }); err != nil {
		return err
	}
	for _, archive := range []string{"html-more/html-2008-2012.tar.xz", "html-more/html-2013-2026.tar.xz"} {
		err := eachJSON(archive, func(_ string, r io.Reader) error {
			var gold struct{ Set, Text string }
			if err := json.NewDecoder(r).Decode(&gold); err != nil {
				return err
			}
			add(cmp.Or(gold.Set, "other"), gold.Text)
			return nil
		})
		if err != nil {
			return err
		}
	}
	fmt.Printf("main content as people marked it, balanced\n%-16s%10s%10s%12s%10s\n", "", "lines", "kept", "sentences", "kept")
	all := new(goldLines)
	for _, name := range slices.Sorted(maps.Keys(sets)) {
		g := sets[name]
		printGolds(name, g)
		all.lines.part, all.lines.whole = all.lines.part+g.lines.part, all.lines.whole+g.lines.whole
		all.sentences.part, all.sentences.whole = all.sentences.part+g.sentences.part, all.sentences.whole+g.sentences.whole
	}
	printGolds("all", all)
	floor.AtLeast("lines/marked pages, lines kept", kept(all.lines))
	floor.AtLeast("lines/marked pages, sentences kept", kept(all.sentences))
	return nil
}

// kept is the share that is not dropped.
func kept(s share) float64 { return 1 - float64(s.part)/float64(max(s.whole, 1)) }

func printGolds(name string, g *goldLines) {
	fmt.Printf("%-16s%10d%10.4f%12d%10.4f\n", name, g.lines.whole, kept(g.lines), g.sentences.whole, kept(g.sentences))
}

// eachSnippet calls f with each piece of main text of trafilatura's pages.
func eachSnippet(f func(s string)) error {
	return eachJSON("html/trafilatura-eval.tar.xz", func(name string, r io.Reader) error {
		if !strings.HasSuffix(name, "evaldata.json") {
			return nil
		}
		var pages map[string]struct{ With []string }
		if err := json.NewDecoder(r).Decode(&pages); err != nil {
			return err
		}
		for _, address := range slices.Sorted(maps.Keys(pages)) {
			for _, s := range pages[address].With {
				f(s)
			}
		}
		return nil
	})
}
