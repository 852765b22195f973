package main

import (
	"strings"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/train/labelled"
)

// doubt takes the labels from blocks of which the gold cannot say what the convention of package labelled would: where the set's
// habit differs (labelled.Unsure).
func (s *sample) doubt() {
	u := s.Set.Unsure
	if !s.Complete {
		u |= labelled.Positives
	}
	first, last := s.extent()
	for i, label := range s.labels {
		in := s.parsed.Tree.Nodes[s.parsed.Tree.Texts[s.parsed.Blocks[i].FirstText].Parent].In
		positive, inside := label > .5, first < i && i < last
		switch {
		case positive:
			if u&labelled.Captions != 0 && s.isCaption(i, in) {
				s.labels[i] = unknown
			}
		case u&labelled.Positives != 0,
			u&labelled.Standfirst != 0 && i < first && s.isStandfirst(i),
			u&labelled.Inserts != 0 && inside && in&(dom.List|dom.Table|dom.Terms) != 0,
			u&labelled.Shorts != 0 && inside && len(s.words[i]) <= shortWords:
			s.labels[i] = unknown
		}
	}
}

const (
	// shortWords is how many words a user name, a time or a button has at most.
	shortWords = 6

	// standfirstWords is how many words a standfirst has at least.
	standfirstWords = 8
)

// extent returns the first and the last block of more than a few words that are in the gold; len(labels) and -1 if there is none.
func (s *sample) extent() (first, last int) {
	first, last = len(s.labels), -1
	for i, label := range s.labels {
		if label > .5 && len(s.words[i]) > shortWords {
			first, last = min(first, i), i
		}
	}
	return first, last
}

// isCaption reports whether block i is a caption by its element or by the class of one around it.
func (s *sample) isCaption(i int, in dom.Context) bool {
	if in&(dom.Figure|dom.Caption) != 0 {
		return true
	}
	t := s.parsed.Tree
	at := s.parsed.Blocks[i].Node
	for range 3 {
		class := strings.ToLower(t.Raw(at, dom.Class))
		for _, name := range []string{"caption", "credit", "legend", "photo", "image"} {
			if strings.Contains(class, name) {
				return true
			}
		}
		at = t.Nodes[at].Parent
	}
	return false
}

// isStandfirst reports whether block i may be one.
func (s *sample) isStandfirst(i int) bool {
	b := &s.parsed.Blocks[i]
	return len(s.words[i]) >= standfirstWords && b.Linked*3 < b.Chars
}
