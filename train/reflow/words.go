package main

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/clean/reflow"
	"github.com/copydesk/copydesk/internal/clean/reflow/breaks"
)

const (
	lexiconBits = 14
	minSeen     = 25  // how often a word must be seen for its shares to mean something
	maxNews     = 6e7 // bytes of news that are read: more does not change the shares
)

// seen counts how a word was used.
type seen struct{ all, closing, capital, inner, opening int }

// tally counts words, in small letters.
type tally map[string]*seen

// words are the sections of a model that know words: see reflow.OpenModel.
type words struct{ lexicon, follows, whole []byte }

// readWords returns what news and the pages to learn from show of words; which follow which, news alone; which are written in one,
// word lists of other languages, too.
func readWords(folder string, articles []article) (*words, error) {
	texts, err := readRecords[struct{ Text string }](folder + "/news/news-train.jsonl.xz")
	if err != nil {
		return nil, err
	}
	lists, err := readForeign(folder + "/languages/frequency-words.tar.xz")
	if err != nil {
		return nil, err
	}
	t := tally{}
	step := max(1, newsSize(texts)/maxNews)
	for i := 0; i < len(texts); i += step {
		t.count(texts[i].Text)
	}
	for _, a := range articles {
		for _, p := range a.paragraphs {
			t.count(p.text)
		}
	}
	entries := t.entries()
	p := newPairs(entries)
	for i := 0; i < len(texts); i += step {
		p.count(texts[i].Text)
	}
	class, follows := p.cluster()
	for i := range entries {
		u := &entries[i].Usage
		switch {
		case i < vocabulary:
			u.Class = class[breaks.FirstClass+i]
		case u.Capital > breaks.MostCapital:
			u.Class = breaks.ClassCapital
		default:
			u.Class = breaks.ClassOfForm(entries[i].Word)
		}
	}
	return &words{breaks.MakeLexicon(lexiconBits, entries), follows, reflow.MakeWordSet(wholeBits, append(t.whole(), lists...))}, nil
}

const (
	wholeBits  = 19 // bytes of the set of whole words, as a power of two
	minWhole   = 8  // how often a word must be seen in one piece
	minLetters = 5

	// hyphened is how many times more often it must be in one piece than with a hyphen.
	hyphened = 20
)

// whole returns the words that are written in one piece and not with a hyphen, in order.
func (t tally) whole() []string {
	split := map[string]int{}
	for w, c := range t {
		if strings.Contains(w, "-") {
			split[strings.ReplaceAll(w, "-", "")] += c.all
		}
	}
	var words []string
	for w, c := range t {
		if c.all >= minWhole && len(w) >= minLetters && c.all > hyphened*split[w] && !strings.ContainsFunc(w, isNoLetter) {
			words = append(words, w)
		}
	}
	slices.Sort(words)
	return words
}

func newsSize(texts []struct{ Text string }) int {
	n := 0
	for _, t := range texts {
		n += len(t.Text)
	}
	return n
}

// count counts the words of s, a line of which is a paragraph.
func (t tally) count(s string) {
	for line := range strings.SplitSeq(s, "\n") {
		opening := true
		for word := range strings.FieldsSeq(line) {
			opening = t.word(word, opening)
		}
	}
}

// word counts one word and reports whether a sentence ends with it.
func (t tally) word(word string, opening bool) bool {
	bare := strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	last := word[len(word)-1]
	if bare == "" {
		return last == '.'
	}
	lower := strings.ToLower(bare)
	c := t[lower]
	if c == nil {
		c = &seen{}
		t[strings.Clone(lower)] = c
	}
	c.all++
	if opening {
		c.opening++
	} else {
		c.inner++
		if r, _ := utf8.DecodeRuneInString(bare); unicode.IsUpper(r) {
			c.capital++
		}
	}
	if strings.IndexByte(".,;:!?)", last) >= 0 {
		c.closing++
	}
	return strings.IndexByte(".!?", last) >= 0
}

// entries returns the words seen often enough, the most frequent first.
func (t tally) entries() []breaks.Entry {
	var words []string
	for w, c := range t {
		if c.all >= minSeen {
			words = append(words, w)
		}
	}
	slices.SortFunc(words, func(a, b string) int {
		return cmp.Or(cmp.Compare(t[b].all, t[a].all), strings.Compare(a, b))
	})
	entries := make([]breaks.Entry, len(words))
	for i, w := range words {
		c := t[w]
		entries[i] = breaks.Entry{Word: w, Usage: breaks.Usage{
			Closing: share(c.closing, c.all), Capital: share(c.capital, c.inner), Opening: share(c.opening, c.all),
		}}
	}
	return entries
}

// share returns n of all as breaks.Usage has it.
func share(n, all int) uint8 { return uint8(1 + 250*n/max(all, 1)) } //nolint:gosec // n is at most all
