// Package texts makes the good and bad English texts that the model of quality is learnt from and measured on.
//
// Good texts are the main content of pages and pieces of many genres, cut to lengths that vary. Bad texts are what pages have beside
// their content, and what is made here of good texts and of phrases. Sets of pages, genres and phrases of one half are never in the other:
// the first is learnt from, the second measures. No text is of a document from which the models of fluency or of spun text have learnt.
package texts

import (
	"math/rand/v2"
	"strings"

	"github.com/copydesk/copydesk/internal/fnv"
)

// Good is the kind of good texts.
const Good = "good"

// The kinds of bad texts.
const (
	Boilerplate = "boilerplate"
	Wall        = "wall"
	Mojibake    = "mojibake"
	Salad       = "word salad"
	Shuffled    = "shuffled sentences"
	Keywords    = "keyword list"
	Spam        = "product spam"
	Repeated    = "repeated"
	Truncated   = "truncated"
	Spun        = "spun"
)

// Bad are the kinds of bad texts, in the order in which they are printed.
var Bad = []string{Boilerplate, Wall, Mojibake, Salad, Shuffled, Keywords, Spam, Repeated, Truncated, Spun}

// Text is one text.
type Text struct {
	// Set is the genre, the set of pages, or how it was made.
	Set string

	// Kind is Good or one of Bad.
	Kind string

	// ID is that of the good text, page or phrases of which it is, and Key that of the whole document or of the site.
	ID, Key string

	Text string
}

// Half says what texts are for.
type Half int

// The halves.
const (
	Learn   Half = iota
	Measure      // the phrases, genres and sets that nothing is learnt from
)

// seeded returns the source of random numbers for what is made of one document.
func seeded(kind, key string) *rand.Rand {
	h := fnv.String64(fnv.Start64, kind+"|"+key)
	return rand.New(rand.NewPCG(h, h>>7)) //nolint:gosec // the same numbers each time
}

// share returns a number from 0 to 99 by which documents are chosen.
func share(key string) uint64 { return fnv.String64(fnv.Start64, key) >> 9 % 100 }

// one returns one of list.
func one(r *rand.Rand, list []string) string { return list[r.IntN(len(list))] }

// paragraphs returns the lines of s that are not blank.
func paragraphs(s string) (list []string) {
	for line := range strings.Lines(s) {
		if line = strings.TrimSpace(line); line != "" {
			list = append(list, line)
		}
	}
	return list
}

// join joins paragraphs by one line feed or by two: texts come in both ways.
func join(r *rand.Rand, list []string) string {
	if r.IntN(2) == 0 {
		return strings.Join(list, "\n")
	}
	return strings.Join(list, "\n\n")
}

func wordsOf(list []string) (n int) {
	for _, p := range list {
		n += len(strings.Fields(p))
	}
	return n
}
