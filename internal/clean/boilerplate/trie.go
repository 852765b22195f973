package boilerplate

import (
	"fmt"
	"strings"

	"github.com/copydesk/copydesk/internal/text"
)

// element is what a pattern may have at one place instead of words.
type element uint8

const (
	anyName element = iota
	anyNumber
	anyMail
	anyHandle
	anyGap
	anyNet
	aColon
	anAsk
	elementCount
)

var elements = map[string]element{
	"NAME": anyName, "N": anyNumber, "MAIL": anyMail, "HANDLE": anyHandle, "..": anyGap, "NET": anyNet, ":": aColon,
	"ASK": anAsk,
}

const (
	maxName = 5 // words
	maxGap  = 5 // words
)

// cue is a phrase and the rule it belongs to.
type cue struct {
	rule text.Rule
	phrase
}

// node is a place that patterns lead to. Node 0 is where all begin.
type node struct {
	ends    []*cue               // those that end here
	next    [elementCount]uint16 // by element; 0: none
	special bool                 // next is not empty
}

// trie holds all phrases by their words. It is not changed after start-up.
type trie struct {
	nodes    []node
	edges    []edge // open addressing, a power of two long, at most half full
	count    int    // of edges
	anywhere []int  // by word: the longest sentence within which a phrase may begin with it; 0: none
	shapes   shape  // those of other words that do
}

// edge leads from a node along a word.
type edge struct {
	key  uint32 // node<<16 | word; 0: empty, as no word has number 0
	next uint16
}

// book holds every phrase that the rules know.
var book = newTrie(&rules)

func newTrie(list *[len(rules)]*rule) *trie {
	t := &trie{nodes: make([]node, 1), edges: make([]edge, 1<<17)}
	for _, r := range list {
		for _, p := range r.phrases {
			t.add(0, compile(strings.Fields(p.pattern)), &cue{r.info.ID, p})
		}
	}
	if len(t.nodes) >= 1<<16 || t.count > len(t.edges)/2 {
		panic(fmt.Sprint("boilerplate: too many phrases ", len(t.nodes), t.count))
	}
	return t
}

// part is what a pattern has at one place.
type part struct {
	choices  []choice
	optional bool
}

// choice is one element, or words in a row: one in most scripts, one for each character in Chinese and Japanese.
type choice struct {
	element   element
	isElement bool
	words     []uint16
}

// compile reads the fields of a pattern once, before add walks all ways through them.
func compile(fields []string) []part {
	var s splitter
	parts := make([]part, len(fields))
	for i, f := range fields {
		f, parts[i].optional = strings.CutSuffix(f, "?")
		for one := range strings.SplitSeq(f, "|") {
			list, ok := shorthands[one]
			if !ok {
				list = one
			}
			for form := range strings.SplitSeq(list, "|") {
				parts[i].choices = append(parts[i].choices, newChoice(&s, form))
			}
		}
	}
	return parts
}

// newChoice reads one alternative, in which "_" joins words.
func newChoice(s *splitter, form string) choice {
	if e, ok := elements[form]; ok {
		return choice{element: e, isElement: true}
	}
	var c choice
	for one := range strings.SplitSeq(form, "_") {
		for _, w := range s.split(one) {
			id := w.id
			if id == 0 {
				id = lexicon.number(one[w.start:w.end])
			}
			c.words = append(c.words, id)
		}
	}
	return c
}

// add enters what is left of p's pattern below a node.
func (t *trie) add(at uint16, parts []part, p *cue) {
	if len(parts) == 0 {
		t.nodes[at].ends = append(t.nodes[at].ends, p)
		return
	}
	if parts[0].optional {
		t.add(at, parts[1:], p)
	}
	for i := range parts[0].choices {
		c := &parts[0].choices[i]
		if c.isElement {
			t.add(t.stepElement(at, c.element, p), parts[1:], p)
			continue
		}
		to := at
		for _, id := range c.words {
			to = t.stepWord(to, id, p)
		}
		t.add(to, parts[1:], p)
	}
}

// stepElement returns the node after an element, which is new if there was none.
func (t *trie) stepElement(at uint16, e element, p *cue) uint16 {
	if at == 0 && p.position >= within {
		t.shapes |= beginShapes[e]
	}
	if t.nodes[at].next[e] == 0 {
		to := t.node()
		t.nodes[at].next[e], t.nodes[at].special = to, true
	}
	return t.nodes[at].next[e]
}

// stepWord returns the node after a word, which is new if there was none.
func (t *trie) stepWord(at, id uint16, p *cue) uint16 {
	if at == 0 && p.position >= within {
		t.mayBegin(id, p.words)
	}
	slot := t.slot(uint32(at)<<16 | uint32(id))
	if slot.next == 0 {
		*slot = edge{uint32(at)<<16 | uint32(id), t.node()}
		t.count++
	}
	return slot.next
}

func (t *trie) node() uint16 {
	t.nodes = append(t.nodes, node{})
	return uint16(len(t.nodes) - 1) //nolint:gosec // newTrie sees to that
}

// slot returns the place of an edge, which is empty if there is none.
func (t *trie) slot(key uint32) *edge {
	for i := key * 0x9E3779B1 >> 8; ; i++ {
		if e := &t.edges[i&uint32(len(t.edges)-1)]; e.key == key || e.key == 0 { //nolint:gosec // a power of two
			return e
		}
	}
}

func (t *trie) mayBegin(id uint16, words int) {
	for len(t.anywhere) <= int(id) {
		t.anywhere = append(t.anywhere, 0)
	}
	t.anywhere[id] = max(t.anywhere[id], words)
}

// beginShapes are the shapes of words that may begin a phrase within a sentence though they are no words of it. Names
// are not among them: prose is full of names.
var beginShapes = [elementCount]shape{anyNumber: number, anyMail: mail, anyHandle: handle}

// beginsWithin reports whether a phrase that may occur anywhere in a sentence of so many words begins with w.
func (t *trie) beginsWithin(w *word, words int) bool {
	return int(w.id) < len(t.anywhere) && t.anywhere[w.id] >= words || w.shape&t.shapes != 0
}

// walk reports each phrase that leads from a node through words[i:j], with j. Patterns are short and gaps bounded:
// the work at one place is bounded, whatever the words.
func (t *trie) walk(at uint16, words []word, i int, found func(p *cue, j int)) {
	n := &t.nodes[at]
	for _, p := range n.ends {
		found(p, i)
	}
	if i < len(words) && words[i].id != 0 && (at == 0 || !words[i].shape.has(afterComma)) {
		if e := t.slot(uint32(at)<<16 | uint32(words[i].id)); e.next != 0 {
			t.walk(e.next, words, i+1, found)
		}
	}
	if n.special {
		t.walkSpecial(n, words, i, found)
	}
}

// walkSpecial is walk along the edges that are no words.
func (t *trie) walkSpecial(n *node, words []word, i int, found func(p *cue, j int)) {
	if next := n.next[aColon]; next != 0 && i > 0 && words[i-1].shape.has(colon) {
		t.walk(next, words, i, found)
	}
	if next := n.next[anyGap]; next != 0 {
		t.walkGap(next, words, i, found)
	}
	if i == len(words) {
		return
	}
	sh := words[i].shape
	if next := n.next[anyNumber]; next != 0 && sh.has(number) {
		t.walk(next, words, i+1, found)
	}
	if next := n.next[anyMail]; next != 0 && sh.has(mail) {
		t.walk(next, words, i+1, found)
	}
	if next := n.next[anyHandle]; next != 0 && sh.has(handle) {
		t.walk(next, words, i+1, found)
	}
	if next := n.next[anyNet]; next != 0 && lexicon.classes[words[i].id].has(network) {
		t.walk(next, words, i+1, found)
	}
	if next := n.next[anAsk]; next != 0 && lexicon.classes[words[i].id].has(asking) {
		t.walk(next, words, i+1, found)
	}
	if next := n.next[anyName]; next != 0 {
		for j := i; j < len(words) && j-i < maxName && words[j].shape.has(capital) && (j == i || !words[j].shape.has(opensOne)); j++ {
			t.walk(next, words, j+1, found)
		}
	}
}

// walkGap is walk after a gap, which ends with its sentence.
func (t *trie) walkGap(next uint16, words []word, i int, found func(p *cue, j int)) {
	for j := i; j <= len(words) && j-i <= maxGap; j++ {
		t.walk(next, words, j, found)
		if j < len(words) && words[j].shape.has(opensOne) && j > i {
			return
		}
	}
}
