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
	n    uint16 // its place among the entries

	// parts are the lengths of the tokens of an exception; nil if the string is none.
	parts []int32

	// root is the node of the trie that the string leads to as a first token; 0 if it leads nowhere.
	root int32

	// followers are the tokens that come after the string in a cut-up exception; inner says whether any comes before it.
	followers []*entry
	inner     bool
}

// lexicon is a table of the strings of which something is known.
type lexicon struct {
	entries []*entry // from 1
	trie    []node

	// slots are numbers of entries, in the lower half, each in the slot of its text's hash or the next free one; 0 where
	// free. The upper half has more of the hash, so that few entries are compared without being equal.
	slots [1 << slotBits]uint32
}

// slotBits leaves most slots free.
const slotBits = 12

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
	if e := l.find(s); e != nil {
		return e
	}
	h := hash(s)
	at := h >> (32 - slotBits)
	for l.slots[at] != 0 {
		at = (at + 1) % uint32(len(l.slots))
	}
	l.slots[at] = h<<16 | uint32(len(l.entries))    //nolint:gosec // there are fewer than slots
	e := &entry{text: s, n: uint16(len(l.entries))} //nolint:gosec // there are fewer than slots
	l.entries = append(l.entries, e)
	return e
}

// number returns the place of e among the entries, 0 for nil.
func (e *entry) number() uint16 {
	if e == nil {
		return 0
	}
	return e.n
}

// find returns what is known of s, nil if nothing is. A nil lexicon knows nothing.
func (l *lexicon) find(s string) *entry {
	if l == nil || s == "" {
		return nil
	}
	h := hash(s)
	for at := h >> (32 - slotBits); ; at = (at + 1) % uint32(len(l.slots)) {
		slot := l.slots[at]
		if slot == 0 {
			return nil
		}
		if slot>>16 == h&0xFFFF {
			if e := l.entries[slot&0xFFFF]; e.text == s {
				return e
			}
		}
	}
}

// hash returns a hash of the length of s, which is not empty, and of four of its bytes. Those are enough to tell the strings of
// the lexicon apart.
func hash(s string) uint32 {
	n := len(s)
	h := uint32(s[0]) | uint32(s[n-1])<<8 | uint32(s[n/2])<<16 | uint32(s[(n-1)/2]+byte(n))<<24 //nolint:gosec // any bits will do
	h *= 0x9E3779B1
	return h ^ h>>15
}

// exception returns the lengths of the tokens of s if it is an exception, or nil.
func (l *lexicon) exception(s string) []int32 {
	if e := l.find(s); e != nil {
		return e.parts
	}
	return nil
}
