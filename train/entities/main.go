// Command entities trains the tagger of names of internal/extract/tagger and measures it. Run it in train:
//
//	go run ./entities                          trains on all sets and writes the model
//	go run ./entities -without gum,btc,wnut17  leaves sets out, measures on their dev parts, writes nothing
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"slices"
	"strings"

	"github.com/copydesk/copydesk/internal/extract/tagger"
)

const modelFile = "../internal/extract/tagger/names.model"

// sets are the gold sets that the model is trained on, and how often each counts.
var sets = []struct {
	name   string
	weight int
}{
	{"gum-train", 2}, {"wnut17-train", 1}, {"btc-train", 1}, {"crossner-politics-dev", 1}, {"crossner-science-dev", 1},
	{"crossner-literature-dev", 1}, {"crossner-music-dev", 1}, {"crossner-ai-dev", 1},
	{"uner-ewt-dev", 2}, {"gum-dev", 2}, {"wnut17-dev", 1}, {"btc-dev", 1},
}

// devs are the sets that it is measured on.
var devs = []string{"uner-ewt-dev", "gum-dev", "wnut17-dev", "btc-dev"}

// lowered is how many machine-labelled documents have one that is learnt in small letters too, as people write in messages.
const lowered = 12

func logf(format string, args ...any) { log.Printf(format, args...) }

func main() {
	data := flag.String("data", "../../shared/data", "where the data are")
	without := flag.String("without", "", "sets to be left out and measured on, by the beginning of their names, separated by commas")
	words := flag.Int("words", 3_000_000, "words of machine-labelled text")
	passes := flag.Int("passes", 4, "passes over the examples")
	bits := flag.Int("bits", 19, "the model has two to the power of this many rows")
	least := flag.Uint("least", 2, "how often a feature must occur")
	flag.Parse()
	if err := run(*data, *without, *words, *passes, *bits, uint32(*least)); err != nil { //nolint:gosec // small
		log.Fatal(err)
	}
}

func run(data, without string, words, passes, bits int, least uint32) error {
	t := newTrainer()
	isLeftOut := func(name string) bool {
		return slices.ContainsFunc(strings.Split(without, ","), func(w string) bool { return w != "" && strings.HasPrefix(name, w) })
	}
	for _, set := range sets {
		if isLeftOut(set.name) || without != "" && slices.Contains(devs, set.name) {
			continue
		}
		docs, err := readGold(data, set.name)
		if err != nil {
			return err
		}
		for _, d := range docs {
			t.add(d, set.weight)
		}
	}
	logf("%d sentences of gold", len(t.examples))
	if words > 0 {
		docs, err := readSilver(data, words)
		if err != nil {
			return err
		}
		for i, d := range docs {
			t.add(d, 1)
			if lower := strings.ToLower(d.text); i%lowered == 0 && len(lower) == len(d.text) {
				d.text = lower
				t.add(d, 1)
			}
		}
	}
	logf("%d sentences, %d features", len(t.examples), len(t.hashes))
	t.train(passes, least)
	file := t.model(bits)
	if without == "" {
		return os.WriteFile(modelFile, file, 0o644) //nolint:gosec // it is public
	}
	return measure(data, string(file), isLeftOut)
}

// measure prints the F1 of exact spans and classes on each dev set, and whether training has seen its kind.
func measure(data, file string, isLeftOut func(string) bool) error {
	m, err := tagger.Open(file)
	if err != nil {
		return err
	}
	g := tagger.New(m)
	var found []judged
	for _, set := range devs {
		docs, err := readGold(data, set)
		if err != nil {
			return err
		}
		var hit, got, want [4]int
		for _, d := range docs {
			gold := map[span]bool{}
			for _, n := range d.names {
				gold[n] = true
				want[n.class]++
			}
			names, margins := tag(g, d.text)
			for i, n := range names {
				got[n.class]++
				if gold[n] {
					hit[n.class]++
				}
				if isLeftOut(set) {
					found = append(found, judged{float64(margins[i]), gold[n]})
				}
			}
		}
		fmt.Printf("%-14s", set)
		for c := range 4 {
			h, g, w := hit[c], got[c], want[c]
			if c == 0 {
				h, g, w = hit[1]+hit[2]+hit[3], got[1]+got[2]+got[3], want[1]+want[2]+want[3]
			}
			fmt.Printf("  %5.1f %5.1f %5.1f", 100*float64(h)/float64(max(g, 1)), 100*float64(h)/float64(max(w, 1)), 200*float64(h)/float64(max(g+w, 1)))
		}
		fmt.Printf("  unseen: %v\n", isLeftOut(set))
	}
	calibrate(found)
	return nil
}

// tag returns the names of s, and the least margin of the words of each.
func tag(g *tagger.Tagger, s string) (names []span, margins []int32) {
	eachSentence(s, func(x *tagger.Sentence) {
		for i, l := range g.Tag(x) {
			switch n := len(names); {
			case l == tagger.Outside:
			case l.Opens():
				names = append(names, span{int(x.Words[i].Start), int(x.Words[i].End), l.Class()})
				margins = append(margins, g.Margin(i))
			default:
				names[n-1].end = int(x.Words[i].End)
				margins[n-1] = min(margins[n-1], g.Margin(i))
			}
		}
	})
	return names, margins
}
