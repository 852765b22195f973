// Command entities trains the tagger of names of internal/extract/tagger and measures it. Run it in train:
//
//	go run ./entities                          trains on all sets and writes the model
//	go run ./entities -fold 1                  leaves out half of each dev set and measures on that half
//	go run ./entities -without gum,btc,wnut17  leaves sets out and measures on their dev parts
package main

import (
	"flag"
	"log"
	"os"
	"slices"
	"strings"

	"github.com/copydesk/copydesk/internal/extract/tagger"
)

const modelFile = "../internal/extract/tagger/names.model"

// sets are the gold sets that the model is trained on, and how often each counts.
var sets = []struct {
	name  string
	times int
}{
	{"gum-train", 3}, {"wnut17-train", 2}, {"btc-train", 2}, {"crossner-politics-dev", 1}, {"crossner-science-dev", 1},
	{"crossner-literature-dev", 1}, {"crossner-music-dev", 1}, {"crossner-ai-dev", 1},
	{"uner-ewt-dev", 4}, {"gum-dev", 3}, {"wnut17-dev", 2}, {"btc-dev", 2},
}

// devs are the sets that it is measured on.
var devs = []string{"uner-ewt-dev", "gum-dev", "wnut17-dev", "btc-dev"}

// testSet is what is measured on.
type testSet struct {
	name string
	docs []document
}

// recased is how many machine-labelled documents have one that is learnt in small letters too, as people write in messages, and
// one in capitals.
const recased = 6

func logf(format string, args ...any) { log.Printf(format, args...) }

// options are the flags.
type options struct {
	data, without, out        string
	fold, words, passes, bits int
	least                     uint
	rate, silver, bias        float64
	errors                    bool
}

func main() {
	var o options
	flag.StringVar(&o.data, "data", "../../shared/data", "where the data are")
	flag.StringVar(&o.without, "without", "", "sets to be left out and measured on, by the beginning of their names, separated by commas")
	flag.IntVar(&o.fold, "fold", -1, "the half of each dev set, 0 or 1, to be left out and measured on")
	flag.StringVar(&o.out, "out", modelFile, "the file to be written if nothing is left out")
	flag.IntVar(&o.words, "words", 2_000_000, "words of machine-labelled text")
	flag.IntVar(&o.passes, "passes", 4, "passes over the examples")
	flag.IntVar(&o.bits, "bits", 19, "the model has two to the power of this many rows")
	flag.UintVar(&o.least, "least", 3, "how often a feature must occur")
	flag.Float64Var(&o.rate, "rate", .1, "how far a feature moves at first")
	flag.Float64Var(&o.silver, "silver", .5, "the weight of a machine-labelled word")
	flag.Float64Var(&o.bias, "bias", .6, "what is taken from the score of words outside names")
	flag.BoolVar(&o.errors, "errors", false, "print each error")
	flag.Parse()
	if err := run(&o); err != nil {
		log.Fatal(err)
	}
}

func run(o *options) error {
	t := &learner{numbers: newNumbers(), extractor: tagger.NewExtractor(tagger.ShippedLexicon())}
	tests, err := addGold(t, o)
	if err != nil {
		return err
	}
	if len(tests) > 0 {
		articles, err := readArticles(o.data)
		if err != nil {
			return err
		}
		tests = append(tests, testSet{name: "news", docs: articles})
	}
	logf("%d examples of gold", len(t.examples))
	if o.words > 0 {
		read, err := readAnnotations(annotationsFile)
		if err != nil {
			return err
		}
		docs, err := readSilver(o.data, o.words, read)
		if err != nil {
			return err
		}
		addSilver(t, docs, float32(o.silver))
	}
	logf("%d examples, %d features", len(t.examples), len(t.numbers.hashes))
	f, kept := newField(t, uint32(o.least), float32(o.rate)) //nolint:gosec // small
	hints, _ := t.addHints(f)
	f.train(t.examples, o.passes, func(int32) bool { return true })
	made := func(bias float64) []byte { return f.model(&t.numbers, &hints, kept, o.bits, float32(bias)) }
	if len(tests) == 0 {
		return os.WriteFile(o.out, made(o.bias), 0o644) //nolint:gosec // it is public
	}
	return measure(string(made(o.bias)), tests, o.errors)
}

// addGold adds the sets annotated by hand and returns what is left out of them.
func addGold(t *learner, o *options) (tests []testSet, err error) {
	isLeftOut := func(name string) bool {
		return slices.ContainsFunc(strings.Split(o.without, ","), func(w string) bool { return w != "" && strings.HasPrefix(name, w) })
	}
	for _, set := range sets {
		docs, err := readGold(o.data, set.name)
		if err != nil {
			return nil, err
		}
		test := testSet{name: set.name}
		for i, d := range docs {
			switch isDev := slices.Contains(devs, set.name); {
			case isLeftOut(set.name), isDev && o.fold >= 0 && i&1 == o.fold:
				test.docs = append(test.docs, d)
			case isDev && o.without != "":
			default:
				d.dropNations()
				t.add(d, 1, set.times)
			}
		}
		if len(test.docs) > 0 && slices.Contains(devs, set.name) {
			tests = append(tests, test)
		}
	}
	return tests, nil
}

// addSilver adds machine-labelled documents, some of them in small letters or capitals too.
func addSilver(t *learner, docs []document, weight float32) {
	for i, d := range docs {
		t.add(d, weight, 1)
		switch i % recased {
		case 0:
			if low, ok := d.lowered(); ok {
				t.add(low, weight, 1)
			}
		case recased / 2:
			if up, ok := d.raised(); ok && i%(2*recased) == recased/2 {
				t.add(up, weight, 1)
			}
		}
	}
}
