// Command lexicon makes internal/extract/tagger/words.model: for each frequent word of English texts, the group of words that stand
// between the same neighbours, and how often it is in a name. Run it in train; it takes some minutes:
//
//	go run ./lexicon
package main

import (
	"cmp"
	"flag"
	"log"
	"math"
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
	coarse       = 64 // groups
	fine         = 32 // most parts of each
)

func main() {
	data := flag.String("data", "../../shared/data", "where the data are")
	out := flag.String("out", "../internal/extract/tagger/words.model", "the file to be written")
	show := flag.Bool("show", false, "print words of each group")
	flag.Parse()
	if err := run(*data, *out, *show); err != nil {
		log.Fatal(err)
	}
}

// target is a word that gets an entry: in small letters, or capitalised.
type target struct {
	word    string
	capital bool
	count   int
	names   [4]int // tokens by class of name, 0 for none
	small   int    // labelled tokens in small letters
	alone   int    // those of them that are in a name, but not between capitalised words
	group   int
}

func run(data, out string, show bool) error {
	c, err := readCorpus(data)
	if err != nil {
		return err
	}
	log.Printf("%d tokens, %d forms", len(c.tokens), len(c.forms))
	targets, small, capital := chooseTargets(c)
	log.Printf("%d targets", len(targets))
	t := countNeighbours(c, targets, small, capital)
	vectors := t.vectors()
	log.Printf("vectors")
	weights := make([]float64, len(targets))
	for i := range targets {
		weights[i] = math.Log(float64(targets[i].count))
	}
	groups := cluster(vectors, weights, coarse, 20, 1)
	for g := range coarse {
		var members []int
		for i := range groups {
			if groups[i] == g {
				members = append(members, i)
			}
		}
		if len(members) == 0 {
			continue
		}
		own, w := make([][]float32, len(members)), make([]float64, len(members))
		for k, i := range members {
			own[k], w[k] = vectors[i], weights[i]
		}
		for k, part := range cluster(own, w, min(fine, max(1, len(members)/20)), 15, uint64(g)+10) { //nolint:gosec // small
			targets[members[k]].group = 1 + g*fine + part
		}
	}
	if show {
		showGroups(targets)
	}
	entries := make([]tagger.Entry, len(targets))
	for i := range targets {
		entries[i] = targets[i].entry()
	}
	entries = addNames(entries)
	file := tagger.MakeLexicon(entries)
	log.Printf("%d entries, %d bytes", len(entries), len(file))
	return os.WriteFile(out, file, 0o644) //nolint:gosec // it is public
}

// chooseTargets returns the words that get entries, and the target of each form: whatever its case, and for capitalised ones.
func chooseTargets(c *corpusTokens) (targets []target, small, capital []int32) {
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
		if t.mark != markStart {
			within[t.form]++
		}
		if t.class != unlabelled {
			counts[lower[t.form]][t.class]++
			if t.mark != markStart {
				inside[t.form][t.class]++
			}
		}
	}
	small, capital = make([]int32, len(c.forms)), make([]int32, len(c.forms))
	for i := range small {
		small[i], capital[i] = -1, -1
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
			small[i] = int32(len(targets)) //nolint:gosec // some hundred thousand
			targets = append(targets, target{word: word, count: all[i], names: counts[i], small: sumOf(inside[i]), alone: alone[i]})
		}
		if r, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(r) && within[i] >= leastCapital {
			capital[i] = int32(len(targets)) //nolint:gosec // some hundred thousand
			targets = append(targets, target{word: word, capital: true, count: within[i], names: inside[i]})
		}
	}
	for i := range small {
		small[i] = small[lower[i]]
	}
	return targets, small, capital
}

// countNeighbours counts the neighbours of each target.
func countNeighbours(c *corpusTokens, targets []target, small, capital []int32) *table {
	t := &table{rows: make([]uint16, len(targets)*columns), count: len(targets)}
	column := contextColumns(c, targets, small)
	note := func(row int32, col int) {
		if row >= 0 {
			if cell := &t.rows[int(row)*columns+col]; *cell < math.MaxUint16 {
				*cell++
			}
		}
	}
	const half = columns / 2
	for i, token := range c.tokens {
		s, k := small[token.form], capital[token.form]
		if token.mark == markStart {
			k = -1
		}
		if s < 0 && k < 0 {
			continue
		}
		if token.mark != markStart {
			for _, row := range [2]int32{s, k} {
				note(row, int(column[c.tokens[i-1].form]))
			}
		}
		for _, row := range [2]int32{s, k} {
			note(row, contextWords+3+int(token.mark))
			if i+1 < len(c.tokens) {
				note(row, half+contextWords+3+int(c.tokens[i+1].mark))
				if c.tokens[i+1].mark != markStart {
					note(row, half+int(column[c.tokens[i+1].form]))
				}
			}
		}
	}
	return t
}

// contextColumns returns the column of each form as a neighbour: one for each frequent word, and three for others.
func contextColumns(c *corpusTokens, targets []target, small []int32) []uint16 {
	frequent := make([]int, 0, len(targets))
	for i := range targets {
		if !targets[i].capital {
			frequent = append(frequent, i)
		}
	}
	slices.SortFunc(frequent, func(a, b int) int {
		return cmp.Or(cmp.Compare(targets[b].count, targets[a].count), strings.Compare(targets[a].word, targets[b].word))
	})
	columnOf := map[int32]uint16{}
	for col, i := range frequent[:contextWords] {
		columnOf[int32(i)] = uint16(col) //nolint:gosec // small
	}
	out := make([]uint16, len(c.forms))
	for f, word := range c.forms {
		r, _ := utf8.DecodeRuneInString(word)
		col, ok := columnOf[small[f]]
		switch {
		case ok && small[f] >= 0:
		case unicode.IsUpper(r):
			col = contextWords
		case unicode.IsDigit(r):
			col = contextWords + 1
		default:
			col = contextWords + 2
		}
		out[f] = col
	}
	return out
}

func sumOf(counts [4]int) (sum int) {
	for _, n := range counts {
		sum += n
	}
	return sum
}

// entry is what the tagger learns of the target.
func (t *target) entry() tagger.Entry {
	e := tagger.Entry{Word: t.word, Capital: t.capital, Group: t.group}
	sum := sumOf(t.names)
	if sum < 3 {
		return e
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
	e.Profile = 1 + 5*best + level
	e.Plain = !t.capital && t.small >= 10 && t.alone*250 < t.small
	return e
}

func showGroups(targets []target) {
	byGroup := map[int][]string{}
	for i := range targets {
		if t := &targets[i]; t.count > 200 && len(byGroup[t.group]) < 14 {
			byGroup[t.group] = append(byGroup[t.group], t.word)
		}
	}
	for g := range coarse*fine + 1 {
		if len(byGroup[g]) > 0 {
			log.Printf("%d.%d %s", (g-1)/fine, (g-1)%fine, strings.Join(byGroup[g], " "))
		}
	}
}
