package main

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/copydesk/copydesk/internal/score/fluency"
	"github.com/copydesk/copydesk/internal/text"
	"github.com/copydesk/copydesk/train/corpus"
)

// vocabulary is the number of tokens of the model: as many as two bytes can tell apart.
const vocabulary = math.MaxUint16 + 1

// counted is the corpus: tokens as numbers, which are places in forms until number gives them those of the model.
type counted struct {
	tokens []uint32
	forms  []string
	place  map[string]uint32
	ranked []fluency.ID // by form, its number in the model

	tune map[string][]string // texts by genre that are not counted
}

// readCorpus reads the documents to be counted, and those on which genres are measured.
func readCorpus(data string) (*counted, error) {
	c := &counted{place: map[string]uint32{}, tune: map[string][]string{}}
	for id := range fluency.FirstWord {
		c.form(string(rune(id))) // the first forms are the tokens that are no words
	}
	spun, err := corpus.SpunArticles(data)
	if err != nil {
		return nil, err
	}
	files, err := corpus.Files(data)
	if err != nil {
		return nil, err
	}
	for _, file := range files {
		err := corpus.Lines(file, func(line []byte) error {
			d := struct{ ID, Genre, Text string }{Genre: "news"}
			if err := json.Unmarshal(line, &d); err != nil {
				return err
			}
			switch part := corpus.PartOf(file, d.ID); {
			case part == corpus.Tune:
				c.tune[d.Genre] = append(c.tune[d.Genre], d.Text)
			case part == corpus.Count && !spun[d.ID]:
				c.add(d.Text)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return c, nil
}

// add appends the tokens of a document.
func (c *counted) add(s string) {
	ctx := context.Background() // it never ends, so there are no errors
	words, _ := text.AppendWords(ctx, nil, s, text.Span{End: len(s)})
	c.tokens = append(c.tokens, uint32(fluency.End))
	fluency.EachToken(s, words, func(word string, id fluency.ID) {
		if id == fluency.Unknown {
			c.tokens = append(c.tokens, c.form(word))
		} else {
			c.tokens = append(c.tokens, uint32(id))
		}
	})
}

func (c *counted) form(word string) uint32 {
	n, ok := c.place[word]
	if !ok {
		n = uint32(len(c.forms)) //nolint:gosec // some millions
		word = strings.Clone(word)
		c.place[word] = n
		c.forms = append(c.forms, word)
	}
	return n
}

// number gives the most frequent words their numbers, and returns these words in order.
func (c *counted) number() []string {
	counts := make([]int, len(c.forms))
	for _, t := range c.tokens {
		counts[t]++
	}
	first := int(fluency.FirstWord)
	order := make([]int, 0, len(c.forms))
	for i := first; i < len(c.forms); i++ {
		order = append(order, i)
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), strings.Compare(c.forms[a], c.forms[b]))
	})
	order = order[:min(len(order), vocabulary-first)]
	c.ranked = make([]fluency.ID, len(c.forms))
	for id := range fluency.FirstWord {
		c.ranked[id] = id
	}
	words := make([]string, len(order))
	for i, form := range order {
		words[i] = c.forms[form]
		c.ranked[form] = fluency.ID(first + i) //nolint:gosec // below vocabulary
	}
	return words
}

// ids returns the corpus in the numbers of the model.
func (c *counted) ids() []fluency.ID {
	ids := make([]fluency.ID, len(c.tokens))
	for i, t := range c.tokens {
		ids[i] = c.ranked[t]
	}
	return ids
}

// dump writes the corpus with a sentence a line.
func (c *counted) dump(file string, words []string) error {
	f, err := os.Create(filepath.Clean(file))
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(f, 1<<20)
	names := append([]string{"_UNKNOWN", "\n", "_MARK", "_NUMBER", "_YEAR"}, words...)
	for i, id := range c.ids() {
		if id == fluency.End && i > 0 || id != fluency.End {
			if _, err := w.WriteString(names[id]); err != nil {
				return err
			}
			if id != fluency.End {
				_ = w.WriteByte(' ') // an error comes back from Flush
			}
		}
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return f.Close()
}
