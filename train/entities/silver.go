package main

import (
	"cmp"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk/copydesk/train/corpus"
)

// The teachers, the best first.
var teachers = [...]string{"corenlp3", "spacy-md", "corenlp4"}

// votes are which teachers found a span, a bit for each.
type votes uint8

const (
	best  votes = 1 << 0
	cased votes = 1 << 1 // spaCy's: it takes any capitalised term for an organisation
)

// readSilver reads machine-labelled documents, some most words. Only those that the first two teachers have labelled are taken: the
// lexicon is made from the labels of the others. Those of which an annotator has read sentences come in addition.
func readSilver(data string, most int, read map[string]*annotation) ([]document, error) {
	found := map[string]map[corpus.Span]votes{}
	for i := range teachers {
		i = [...]int{1, 0, 2}[i] // first those that fewest documents have
		err := corpus.EachSilver(data, teachers[i], func(s *corpus.Silver) error {
			if i == 1 {
				found[s.Key()] = map[corpus.Span]votes{}
			}
			if v := found[s.Key()]; v != nil {
				for _, n := range s.Spans {
					if c := classes[n.Class]; c != 0 {
						n.Class = [...]string{"", "PER", "ORG", "LOC"}[c]
						v[n] |= 1 << i
					}
				}
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	files, err := corpus.Files(data)
	if err != nil {
		return nil, err
	}
	var docs []document
	for _, file := range files {
		words, share := 0, most/(2*(len(files)-1))
		if filepath.Base(file) == "news-train.jsonl.xz" {
			share = most / 2
		}
		err := corpus.Each([]string{file}, func(t *corpus.Text) error {
			v, a := found[t.Key()], read[t.Key()]
			if v == nil || len(t.Text) > 100_000 || words >= share && a == nil {
				return nil
			}
			words += len(t.Text) / 6
			d := silverDocument(t.Text, v)
			d.annotate(a)
			docs = append(docs, d)
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return docs, nil
}

// faulty are organisations that are none: party tags ("R-Ky.").
var faulty = regexp.MustCompile(`^(.|[DRI]-[A-Z].*)$`)

// silverDocument is a text with the names that two teachers agree on. What one alone found is unsure, but for organisations that
// the best teacher did not find: they are mostly none.
func silverDocument(s string, found map[corpus.Span]votes) document {
	offsets := corpus.Offsets(s)
	var sure, open []span
	for n, v := range found {
		if n.End >= len(offsets) {
			continue
		}
		x := span{offsets[n.Start], offsets[n.End], classes[n.Class]}
		name := s[x.start:x.end]
		r, _ := utf8.DecodeRuneInString(name)
		switch {
		case n.Class == "ORG" && faulty.MatchString(name):
		case v&(v-1) != 0:
			sure = append(sure, x)
		case v == best:
			open = append(open, x)
		case v == cased && n.Class != "ORG" && unicode.IsUpper(r) && !strings.ContainsAny(name, "@#/[]()"):
			open = append(open, x)
		}
	}
	slices.SortFunc(sure, bySize)
	d := document{text: s}
	for _, x := range sure {
		if !slices.ContainsFunc(d.names, x.overlaps) {
			d.names = append(d.names, x)
		}
	}
	certain := len(d.names)
	for _, x := range open {
		if x.class = unsure; !slices.ContainsFunc(d.names[:certain], x.overlaps) {
			d.names = append(d.names, x)
		}
	}
	return d
}

func bySize(a, b span) int {
	return cmp.Or(cmp.Compare(b.end-b.start, a.end-a.start), cmp.Compare(a.start, b.start), cmp.Compare(a.class, b.class))
}

func (s span) overlaps(t span) bool { return s.start < t.end && t.start < s.end }

// lowered returns d in small letters, and whether that keeps all offsets.
func (d document) lowered() (document, bool) {
	lower := strings.ToLower(d.text)
	return document{lower, d.names, d.read}, len(lower) == len(d.text)
}

// raised returns d in capitals, and whether that keeps all offsets.
func (d document) raised() (document, bool) {
	upper := strings.ToUpper(d.text)
	return document{upper, d.names, d.read}, len(upper) == len(d.text)
}
