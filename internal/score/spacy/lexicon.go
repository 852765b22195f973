package spacy

import (
	_ "embed"
	"strings"
)

// exceptionData has a line for each exception: its tokens with spaces between them.
//
//go:embed data/exceptions.txt
var exceptionData string

// entry is what is known of a string that is an exception or a token of one that the rules cut up.
type entry struct {
	text string

	// parts are the lengths of the tokens of an exception; nil if the string is none.
	parts []int32

	// root is the node of the trie that the string leads to as a first token; 0 if it leads nowhere.
	root int32

	// followers are the tokens that stand behind the string in a cut-up exception, inner whether any stands before it.
	followers []*entry
	inner     bool
}

// lexicon is a table of the strings of which something is known.
type lexicon struct {
	entries []*entry              // from 1
	slots   [1 << slotBits]uint16 // numbers of entries, by the hash of their texts or the next free slot; 0 where free
	trie    []node
}

// slotBits makes the table a fifth full, so that most strings of which nothing is known meet a free slot.
const slotBits = 13

var words = newLexicon(exceptionData)

func newLexicon(data string) *lexicon {
	l := &lexicon{entries: make([]*entry, 1), trie: make([]node, 1)}
	var exceptions []string
	for line := range strings.Lines(data) {
		parts := strings.Split(strings.TrimSuffix(line, "\n"), " ")
		whole := strings.Join(parts, "")
		exceptions = append(exceptions, whole)
		e := l.entry(whole)
		for _, p := range parts {
			e.parts = append(e.parts, int32(len(p))) //nolint:gosec // a few bytes
		}
	}
	for _, s := range exceptions {
		l.cutUp(s)
	}
	return l
}

// entry returns the entry of s, a new one if there is none.
func (l *lexicon) entry(s string) *entry {
	at := hash(s)
	for ; l.slots[at] != 0; at = (at + 1) % uint32(len(l.slots)) {
		if e := l.entries[l.slots[at]]; e.text == s {
			return e
		}
	}
	l.slots[at] = uint16(len(l.entries)) //nolint:gosec // there are fewer than slots
	l.entries = append(l.entries, &entry{text: s})
	return l.entries[l.slots[at]]
}

// find returns what is known of s, nil if nothing is, as always where l is nil.
func (l *lexicon) find(s string) *entry {
	if l == nil || s == "" {
		return nil
	}
	for at := hash(s); l.slots[at] != 0; at = (at + 1) % uint32(len(l.slots)) {
		if e := l.entries[l.slots[at]]; e.text == s {
			return e
		}
	}
	return nil
}

// hash returns a slot for s, which is not empty: from its length and three of its bytes, which tell the strings that there
// are well enough apart.
func hash(s string) uint32 {
	n := len(s)
	return (uint32(s[0]) | uint32(s[n-1])<<8 | uint32(s[n/2])<<16 | uint32(n)<<24) * 0x9E3779B1 >> (32 - slotBits) //nolint:gosec // any bits will do
}

// exception returns the lengths of the tokens of s if it is an exception, or nil.
func (l *lexicon) exception(s string) []int32 {
	if e := l.find(s); e != nil {
		return e.parts
	}
	return nil
}
