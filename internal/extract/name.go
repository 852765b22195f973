package extract

import (
	"strings"

	"github.com/copydesk/copydesk/internal/text"
)

// name is a run of words with capitals that may name something, and what suggests its class. It is kept small, for a text
// may be nothing but names.
type name struct {
	start, end int32
	block      int32 // the index of its block
	titled     bool  // an honorific stands before it
	local      bool  // "in" or "near" stands before it
}

func (n *name) span() text.Span { return text.Span{Start: int(n.start), End: int(n.end)} }

// full is the name with single spaces and without an article.
func (n *name) full(clean string) string {
	s := n.span().Of(clean)
	if strings.ContainsAny(s, "\n\u00a0") || strings.Contains(s, "  ") {
		s = strings.Join(strings.Fields(s), " ")
	}
	return strings.TrimPrefix(s, "The ")
}

// maxNameWords is the most words that a name has: a longer run of capitals is a list, or a text in title case.
const maxNameWords = 12

// findNames returns the names outside headings and code, in order.
func (x *extraction) findNames() ([]name, error) {
	var names []name
	words := x.words
	for i, b := range x.d.Blocks {
		own := text.WordsIn(words, b.Span)
		if err := x.pace.Step(b.Span.Len() + nameWork); err != nil {
			return nil, err
		}
		if b.Kind == text.Heading || b.Kind == text.Code {
			continue
		}
		s := nameScanner{clean: x.d.Clean, words: own, block: int32(i), names: names}
		for s.at < len(own) {
			if err := x.pace.Step(wordWork); err != nil {
				return nil, err
			}
			s.next()
		}
		names = s.names
	}
	return names, nil
}

// wordWork is what one word counts in the bytes of text.Pace.
const wordWork = 8

// nameScanner finds the names of one block.
type nameScanner struct {
	clean string
	words []text.Word
	block int32
	at    int // the next word
	names []name
}

func (s *nameScanner) word(i int) string { return s.words[i].Of(s.clean) }

// next reads the name that begins at the next word, or goes past that word.
func (s *nameScanner) next() {
	n := name{block: s.block}
	first := s.at
	for s.at < len(s.words) && honorifics[strings.TrimSuffix(s.word(s.at), ".")] {
		n.titled = true
		s.at++
	}
	if s.at >= len(s.words) || !s.starts(s.at) {
		s.at++
		return
	}
	start := s.at
	s.at = s.end(start)
	if s.at-start > maxNameWords {
		return
	}
	if start > 0 {
		before := s.word(start - 1)
		n.local = before == "in" || before == "near"
	}
	n.titled = n.titled && first < start
	n.start, n.end = s.words[start].Start, s.words[s.at-1].End
	s.names = append(s.names, n)
}

// end returns the word after the name that begins with word i. A name goes on over white space, and over a connector between
// two capitals.
func (s *nameScanner) end(i int) int {
	for i++; i < len(s.words) && s.touch(i); {
		switch w := s.word(i); {
		case s.starts(i):
			i++
		case connectors[w] && i+1 < len(s.words) && s.touch(i+1) && s.starts(i+1):
			i += 2
		default:
			return i
		}
	}
	return i
}

// touch reports whether only white space separates word i from the one before, and no blank line.
func (s *nameScanner) touch(i int) bool {
	gap := s.clean[s.words[i-1].End:s.words[i].Start]
	return gap == " " || gap != "" && len(gap) <= maxGap && strings.Trim(gap, " \u00a0\n") == "" && strings.Count(gap, "\n") < 2
}

// maxGap is the most bytes of white space inside a name.
const maxGap = 16

// starts reports whether word i can be part of a name.
func (s *nameScanner) starts(i int) bool {
	w := s.word(i)
	if !s.words[i].Shape.Has(text.Capital) || len(w) < 2 || functionWords[w] || honorifics[w] {
		return false
	}
	_, month := months[w]
	_, day := weekdays[w]
	return !month && !day
}

// class weighs the evidence for what the name called full is, strongest first.
func (n *name) class(full string) EntityType {
	first, rest, many := strings.Cut(full, " ")
	last := rest[strings.LastIndexByte(rest, ' ')+1:]
	if !many {
		last = first
	}
	switch {
	case bodies[last] || bodies[first] && many:
		return Organization
	case n.titled:
		return Person
	case places()[full] && (!many || !forenames()[first]) || full == "U.S." || full == "U.K.":
		return Location
	case many && (forenames()[first] || surnames()[last]) && !strings.Contains(full, " of "):
		return Person
	case n.local:
		return Location
	case !many && len(full) > 1 && strings.ToUpper(full) == full:
		return Organization
	case strings.Count(full, " ") == 1 && !strings.Contains(full, "-"):
		return Person
	}
	return Other
}
