package extract

import (
	"slices"
	"strings"

	"github.com/copydesk/copydesk/internal/text"
)

// EntityType is the class of a named thing.
type EntityType int

// The classes.
const (
	Person EntityType = iota + 1
	Organization
	Location
	Other
)

// Entity is one named thing with all places where the document names it.
type Entity struct {
	Type EntityType

	// Name is the fullest form in the document, without titles.
	Name string

	// Mentions are the places, in order, without titles.
	Mentions []Mention

	// Roles are the functions in which it is presented.
	Roles []Mention
}

// Mention is one place.
type Mention struct {
	Text  string
	Place Place
}

// name is a run of words with capitals, and what speaks for its class.
type name struct {
	span   text.Span
	titled bool   // an honorific stood before it
	before string // the word before
}

// findEntities returns the names of the clean text, each once. Headings come last, for their capitals prove
// little: a name there only adds to one that the running text knows.
func findEntities(d *text.Document, words []text.Word) []Entity {
	var out []Entity
	index := map[string]int{} // full names and surnames
	for _, n := range names(d, words) {
		full := strings.Join(strings.Fields(n.span.Of(d.Clean)), " ")
		full = strings.TrimPrefix(full, "The ")
		k, known := index[full]
		if !known {
			t := n.class(full)
			if t == Other && !strings.Contains(full, " ") {
				continue // a capital alone proves nothing
			}
			k = len(out)
			out = append(out, Entity{Type: t, Name: full})
			index[full] = k
			if i := strings.LastIndexByte(full, ' '); i > 0 && t == Person {
				index[full[i+1:]] = k
			}
		}
		out[k].Mentions = append(out[k].Mentions, Mention{n.span.Of(d.Clean), placeOf(d, n.span)})
	}
	return out
}

// names returns the runs of words with capitals in the text outside headings and code.
func names(d *text.Document, words []text.Word) []name {
	var out []name
	for _, b := range d.Blocks {
		if b.Kind == text.Heading || b.Kind == text.Code {
			continue
		}
		out = append(out, runs(d.Clean, text.WordsIn(words, b.Span))...)
	}
	return out
}

// runs returns the names among the words toks of s. A run goes on over white space and over a connector between two capitals.
func runs(s string, toks []text.Word) []name {
	word := func(i int) string { return toks[i].Of(s) }
	touch := func(i int) bool {
		if i >= len(toks) {
			return false
		}
		gap := s[toks[i-1].End:toks[i].Start]
		return gap != "" && strings.Trim(gap, " \u00a0\n") == "" && strings.Count(gap, "\n") < 2
	}
	var out []name
	for i := 0; i < len(toks); i++ {
		n := name{}
		for i < len(toks) && (honorifics[strings.TrimSuffix(word(i), ".")]) {
			n.titled = true
			i++
		}
		if i >= len(toks) || !starts(word(i)) {
			continue
		}
		end := i + 1
		for end < len(toks) && touch(end) {
			switch w := word(end); {
			case starts(w):
				end++
				continue
			case connectors[w] && w != "and" && w != "for" && end+1 < len(toks) && touch(end+1) && starts(word(end+1)):
				end += 2
				continue
			}
			break
		}
		if i > 0 {
			n.before = word(i - 1)
		}
		n.span = toks[i].Span().Cover(toks[end-1].Span())
		out = append(out, n)
		i = end - 1
	}
	return out
}

// starts reports whether w can be part of a name.
func starts(w string) bool {
	_, month := months[w]
	_, day := weekdays[w]
	return capital(w) && !functionWords[w] && !month && !day && len(w) > 1 && !honorifics[w]
}

// class weighs the evidence, strongest first.
func (n name) class(full string) EntityType {
	words := strings.Fields(full)
	last := words[len(words)-1]
	many := len(words) > 1
	switch {
	case bodies[last] || bodies[words[0]] && many:
		return Organization
	case n.titled:
		return Person
	case places()[full] && (!many || !forenames()[words[0]]) || full == "U.S." || full == "U.K.":
		return Location
	case many && (forenames()[words[0]] || surnames()[last]) && !strings.Contains(full, " of "):
		return Person
	case slices.Contains([]string{"in", "near"}, n.before):
		return Location
	case !many && len(full) > 1 && strings.ToUpper(full) == full:
		return Organization
	case len(words) == 2 && !strings.Contains(full, "-"):
		return Person
	}
	return Other
}
