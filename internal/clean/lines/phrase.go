package lines

import (
	"strings"

	"github.com/copydesk/copydesk/internal/text"
)

// place is where in a line a phrase must stand, and what of the line it speaks for.
type place uint8

const (
	whole  place = iota // from the beginning of a sentence to the end of the line
	opens               // at the beginning of a sentence; speaks for the rest of the line
	starts              // at the beginning of a sentence; speaks for that sentence
	within              // anywhere in a sentence; speaks for that sentence
	ends                // at the end of the line; speaks for its sentence
)

// phrase is one thing that boilerplate says.
type phrase struct {
	rule  text.Rule
	place place

	// words is the most words that what it speaks for may have: prose that begins like a prompt goes on longer.
	words int

	confidence float32

	// pattern is words in lower case, parted by spaces. "a|b" is either, "a_b" two words where one stands in a list,
	// and a word that ends in "?" may be absent. NAME is one to five capitalised words, N a number, MAIL an address,
	// HANDLE a name behind an at sign, ".." up to five words of one sentence, ":" a colon behind the last word. Words
	// in capitals in lists stand for their alternatives.
	pattern string
}

// The elements of patterns that are no words have numbers that no word has.
const (
	anyName uint16 = 0xFFF0 + iota
	anyNumber
	anyMail
	anyHandle
	anyGap
	aColon
)

var elements = map[string]uint16{
	"NAME": anyName, "N": anyNumber, "MAIL": anyMail, "HANDLE": anyHandle, "..": anyGap, ":": aColon,
}

const (
	maxName = 5 // words
	maxGap  = 5 // words
)

// trie holds all phrases by their words. It is not changed after start-up.
type trie struct {
	edges    map[uint32]uint16 // node<<16 | element
	special  []bool            // by node: it has an edge that is no word
	ends     [][]*phrase       // by node
	anywhere []bool            // by word: it begins a phrase that may stand within a sentence
	shapes   shape             // those of other words that do
}

// book holds every phrase that the rules know.
var book = newTrie(phrases)

func newTrie(lists ...[]phrase) *trie {
	t := &trie{edges: map[uint32]uint16{}, special: make([]bool, 1), ends: make([][]*phrase, 1)}
	for _, list := range lists {
		for i := range list {
			p := &list[i]
			t.add(0, strings.Fields(p.pattern), p)
		}
	}
	return t
}

// add enters what is left of p's pattern below a node.
func (t *trie) add(node uint16, fields []string, p *phrase) {
	if len(fields) == 0 {
		t.ends[node] = append(t.ends[node], p)
		return
	}
	f, optional := strings.CutSuffix(fields[0], "?")
	if optional {
		t.add(node, fields[1:], p)
	}
	for one := range strings.SplitSeq(f, "|") {
		if list, ok := shorthands[one]; ok {
			t.add(node, append([]string{list}, fields[1:]...), p)
			continue
		}
		at := node
		for w := range strings.SplitSeq(one, "_") {
			at = t.step(at, w, p)
		}
		t.add(at, fields[1:], p)
	}
}

// step returns the node behind an element, which is new if there was none.
func (t *trie) step(node uint16, w string, p *phrase) uint16 {
	id, isElement := elements[w]
	if !isElement {
		id = lexicon.number(w)
	}
	if node == 0 && p.place >= within {
		t.mayBegin(id)
	}
	t.special[node] = t.special[node] || isElement
	key := uint32(node)<<16 | uint32(id)
	next, ok := t.edges[key]
	if !ok {
		next = uint16(len(t.ends)) //nolint:gosec // some thousand nodes
		t.edges[key] = next
		t.ends, t.special = append(t.ends, nil), append(t.special, false)
	}
	return next
}

// mayBegin notes that a phrase which may stand within a sentence begins with an element. Names do not: prose is full
// of them.
func (t *trie) mayBegin(element uint16) {
	switch element {
	case anyNumber:
		t.shapes |= number
	case anyMail:
		t.shapes |= mail
	case anyHandle:
		t.shapes |= handle
	case anyName, anyGap:
		panic("lines: a phrase within a sentence begins with anything")
	default:
		for len(t.anywhere) <= int(element) {
			t.anywhere = append(t.anywhere, false)
		}
		t.anywhere[element] = true
	}
}

// beginsWithin reports whether a phrase that may stand within a sentence begins with a word.
func (t *trie) beginsWithin(w word) bool {
	return int(w.id) < len(t.anywhere) && t.anywhere[w.id] || w.shape&t.shapes != 0
}

// walk reports each phrase whose elements from a node on are words[i:j], with j. Patterns are short and gaps bounded:
// the work at one place is bounded, whatever the words.
func (t *trie) walk(node uint16, words []word, i int, found func(p *phrase, j int)) {
	for _, p := range t.ends[node] {
		found(p, i)
	}
	if i > 0 && t.special[node] && words[i-1].shape.has(colon) {
		if next, ok := t.edge(node, aColon); ok {
			t.walk(next, words, i, found)
		}
	}
	if i == len(words) {
		return
	}
	w := words[i]
	if w.id != 0 {
		if next, ok := t.edge(node, w.id); ok {
			t.walk(next, words, i+1, found)
		}
	}
	if t.special[node] {
		t.walkSpecial(node, words, i, found)
	}
}

func (t *trie) edge(node, element uint16) (uint16, bool) {
	next, ok := t.edges[uint32(node)<<16|uint32(element)]
	return next, ok
}

// walkSpecial is walk along the edges that are no words.
func (t *trie) walkSpecial(node uint16, words []word, i int, found func(p *phrase, j int)) {
	w := words[i]
	for _, e := range [...]struct {
		element uint16
		fits    bool
	}{
		{anyNumber, w.shape.has(number)}, {anyMail, w.shape.has(mail)}, {anyHandle, w.shape.has(handle)},
	} {
		if e.fits {
			if next, ok := t.edge(node, e.element); ok {
				t.walk(next, words, i+1, found)
			}
		}
	}
	if next, ok := t.edge(node, anyName); ok {
		for j := i; j < len(words) && j-i < maxName && words[j].shape.has(capital) && (j == i || !words[j].shape.has(opensOne)); j++ {
			t.walk(next, words, j+1, found)
		}
	}
	if next, ok := t.edge(node, anyGap); ok {
		for j := i; j <= len(words) && j-i <= maxGap; j++ {
			t.walk(next, words, j, found)
			if j < len(words) && words[j].shape.has(opensOne) && j > i {
				break
			}
		}
	}
}
