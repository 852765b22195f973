package main

import (
	"slices"
	"strings"

	"github.com/copydesk/copydesk/internal/extract/tagger"
	"github.com/copydesk/copydesk/internal/text"
	"github.com/copydesk/copydesk/train/corpus"
)

// token is one word of the corpus.
type token struct {
	form  uint32 // the number of its spelling
	class uint8  // of the name it is in, 0 for none; unlabelled where the text has no labels
	first bool   // in its sentence
}

// unlabelled is the class of a token whose document was labelled by nobody.
const unlabelled = 255

// corpusTokens is the corpus as numbers.
type corpusTokens struct {
	tokens []token
	forms  []string
	number map[string]uint32
}

// skipped are files with few names and many repeated phrases.
var skipped = []string{"aws", "msdocs", "softdocs", "uscode", "dccode", "proposals", "plantpapers", "medquad"}

// readCorpus reads the texts. Labels are those of the better teacher, in documents that only it has labelled: the tagger
// is trained on others.
func readCorpus(data string) (*corpusTokens, error) {
	labels, err := readLabels(data)
	if err != nil {
		return nil, err
	}
	files, err := corpus.Files(data)
	if err != nil {
		return nil, err
	}
	files = slices.DeleteFunc(files, func(f string) bool {
		return slices.ContainsFunc(skipped, func(s string) bool { return strings.HasSuffix(f, "/"+s+".jsonl.xz") })
	})
	c := &corpusTokens{number: map[string]uint32{}}
	err = corpus.Each(files, func(t *corpus.Text) error {
		spans, labelled := labels[t.Key()]
		c.add(t.Text, spans, labelled)
		return nil
	})
	return c, err
}

// readLabels reads the spans of the documents that corenlp3 alone has labelled.
func readLabels(data string) (map[string][]corpus.Span, error) {
	labels := map[string][]corpus.Span{}
	if err := corpus.EachSilver(data, "corenlp3", func(s *corpus.Silver) error {
		labels[s.Key()] = s.Spans
		return nil
	}); err != nil {
		return nil, err
	}
	return labels, corpus.EachSilver(data, "spacy-md", func(s *corpus.Silver) error {
		delete(labels, s.Key())
		return nil
	})
}

var classNumber = map[string]uint8{"PER": uint8(tagger.Person), "ORG": uint8(tagger.Organization), "LOC": uint8(tagger.Location)}

func (c *corpusTokens) add(s string, spans []corpus.Span, labelled bool) {
	words, sentences := corpus.Split(s)
	var offsets []int
	if labelled {
		offsets = corpus.Offsets(s)
	}
	next := 0
	for _, sentence := range sentences {
		for i, w := range text.WordsIn(words, sentence) {
			t := token{form: c.form(w.Of(s)), first: i == 0, class: unlabelled}
			if labelled {
				for next < len(spans) && offsets[spans[next].End] <= int(w.Start) {
					next++
				}
				t.class = 0
				if next < len(spans) && offsets[spans[next].Start] < int(w.End) {
					t.class = classNumber[spans[next].Class]
				}
			}
			c.tokens = append(c.tokens, t)
		}
	}
	c.tokens = append(c.tokens, token{form: c.form(""), first: true, class: unlabelled})
}

func (c *corpusTokens) form(word string) uint32 {
	n, ok := c.number[word]
	if !ok {
		n = uint32(len(c.forms)) //nolint:gosec // some millions
		word = strings.Clone(word)
		c.number[word] = n
		c.forms = append(c.forms, word)
	}
	return n
}
