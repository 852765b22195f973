package main

import (
	"archive/zip"
	"cmp"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/pemistahl/lingua-go/serialization"
	"google.golang.org/protobuf/proto"
)

// lingua is the frequencies of n-grams that the module lingua-go has of a language. Given are the probabilities of a letter after up to
// four others of a word; how words begin follows from them, for an n-gram that does not go on another one begins a word.
type lingua struct {
	begins map[string]choices // by the letters from a word's beginning on, up to three
	goesOn map[string]choices // by the last four letters
}

// choices are what can come next. The end of the word is the empty string.
type choices struct {
	next       []string
	cumulative []float64
}

// linguaFolder returns where the module is, as the module cache has it.
func linguaFolder(ctx context.Context) (string, error) {
	out, err := exec.CommandContext(ctx, "go", "list", "-m", "-f", "{{.Dir}}", "github.com/pemistahl/lingua-go").Output()
	return filepath.Join(strings.TrimSpace(string(out)), "language-models"), err
}

// ngram is an n-gram and its probability after what comes before its last letter.
type ngram struct {
	s string
	p float64
}

// readLingua reads the models of a language.
func readLingua(folder, code string) (*lingua, error) {
	var all [5][]ngram
	for i, name := range []string{"unigrams", "bigrams", "trigrams", "quadrigrams", "fivegrams"} {
		list, err := readNgrams(filepath.Join(folder, code, name+".pb.bin.zip"))
		if err != nil {
			return nil, err
		}
		all[i] = list
	}
	start := beginnings(all)
	l := &lingua{begins: map[string]choices{}, goesOn: choose(children(all[4]), 1)}
	l.begins[""] = choose(children(start[0]), 0)[""]
	for i := range 3 {
		next := children(start[i+1])
		for _, g := range start[i] {
			l.begins[g.s] = choicesOf(next[g.s], g.p)
		}
	}
	return l, nil
}

func withoutLast(s string) string {
	_, n := utf8.DecodeLastRuneInString(s)
	return s[:len(s)-n]
}

func withoutFirst(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return s[n:]
}

// beginnings returns how often n-grams of 1 to 4 letters begin a word, as a share of all letters.
func beginnings(all [5][]ngram) (start [4][]ngram) {
	var joint [5]map[string]float64 // how often an n-gram is anywhere
	var inner [4]map[string]float64 // how often after a letter
	for i, list := range all {
		joint[i] = make(map[string]float64, len(list))
		if i > 0 {
			inner[i-1] = make(map[string]float64, len(joint[i-1]))
		}
		for _, g := range list {
			p := g.p
			if i > 0 {
				p *= joint[i-1][withoutLast(g.s)]
				inner[i-1][withoutFirst(g.s)] += p
			}
			if i < len(start) {
				joint[i][g.s] = p
			}
		}
	}
	for i := range start {
		for _, g := range all[i] {
			if p := joint[i][g.s] - inner[i][g.s]; p >= 1e-9 {
				start[i] = append(start[i], ngram{g.s, p})
			}
		}
	}
	return start
}

func sorted(m map[string]float64) []string {
	list := make([]string, 0, len(m))
	for s := range m {
		list = append(list, s)
	}
	slices.Sort(list)
	return list
}

// child is one continuation of an n-gram.
type child struct {
	next string
	p    float64
}

// children sorts n-grams by what comes before their last letter.
func children(list []ngram) map[string][]child {
	all := make(map[string][]child, len(list)/4)
	for _, g := range list {
		short := withoutLast(g.s)
		all[short] = append(all[short], child{g.s[len(short):], g.p})
	}
	return all
}

// choose makes choices of lists, of which each has probabilities that add up to whole, the end of the word included.
func choose(lists map[string][]child, whole float64) map[string]choices {
	all := make(map[string]choices, len(lists))
	for s, list := range lists {
		all[s] = choicesOf(list, whole)
	}
	return all
}

func choicesOf(list []child, whole float64) choices {
	c := choices{make([]string, 0, len(list)+1), make([]float64, 0, len(list)+1)}
	sum := 0.0
	for _, ch := range list {
		sum += ch.p
		c.next, c.cumulative = append(c.next, ch.next), append(c.cumulative, sum)
	}
	if whole > sum {
		c.next, c.cumulative = append(c.next, ""), append(c.cumulative, whole)
	}
	return c
}

func (c choices) pick(r *rand.Rand) string {
	x := r.Float64() * c.cumulative[len(c.cumulative)-1]
	i, _ := slices.BinarySearchFunc(c.cumulative, x, func(a, b float64) int { return cmp.Compare(a, b) })
	return c.next[min(i, len(c.next)-1)]
}

// word returns a word as such texts have it, seldom one that is none.
func (l *lingua) word(r *rand.Rand) string {
	word := []rune{}
	for len(word) < 40 {
		var c choices
		var ok bool
		if len(word) < 4 {
			c, ok = l.begins[string(word)]
		} else {
			c, ok = l.goesOn[string(word[len(word)-4:])]
		}
		if !ok || len(c.next) == 0 {
			break
		}
		next := c.pick(r)
		if next == "" {
			break
		}
		word = append(word, []rune(next)...)
	}
	return string(word)
}

// readNgrams reads a file of n-grams in its order.
func readNgrams(file string) ([]ngram, error) {
	z, err := zip.OpenReader(file)
	if err != nil {
		return nil, err
	}
	defer z.Close() //nolint:errcheck // only read
	if len(z.File) != 1 {
		return nil, fmt.Errorf("%s: %d files", file, len(z.File))
	}
	f, err := z.File[0].Open()
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(f)
	if err != nil {
		return nil, err
	}
	var m serialization.SerializableLanguageModel
	if err := proto.Unmarshal(data, &m); err != nil {
		return nil, err
	}
	list := make([]ngram, 0, m.TotalNgrams)
	for _, set := range m.NgramSets {
		for _, s := range set.Ngrams {
			list = append(list, ngram{s, set.Probability})
		}
	}
	return list, nil
}
