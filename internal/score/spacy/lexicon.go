package spacy

import (
	_ "embed"
	"strings"
)

// exceptionData has a line for each exception: its tokens with spaces between them.
//
//go:embed data/exceptions.txt
var exceptionData string

// entry is what is known of a string that is an exception or a token of one.
type entry struct {
	// parts are the lengths of the tokens of an exception; nil if the string is none.
	parts []int32

	// root is the node of the trie that the string leads to as a first token; 0 if it leads nowhere.
	root int32

	// inner and outer say that the string is a token of a cut-up exception, but not the first, and not the last.
	inner, outer bool
}

// lexicon has the strings of which something is known.
type lexicon struct {
	entries map[string]*entry
	trie    []node

	// lengths has a bit for each length of the strings that begin with a byte, so that most others need not be looked up;
	// letters for those of ASCII letters alone.
	lengths, letters [256]uint64
}

var words = newLexicon(exceptionData)

func newLexicon(data string) *lexicon {
	l := &lexicon{entries: map[string]*entry{}, trie: make([]node, 1)}
	var exceptions []string
	for line := range strings.Lines(data) {
		parts := strings.Split(strings.TrimSuffix(line, "\n"), " ")
		e := l.entry(strings.Join(parts, ""))
		exceptions = append(exceptions, strings.Join(parts, ""))
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
	e := l.entries[s]
	if e == nil {
		e = &entry{}
		l.entries[s] = e
		l.lengths[s[0]] |= 1 << uint(len(s))
		if isLetters(s) {
			l.letters[s[0]] |= 1 << uint(len(s))
		}
	}
	return e
}

// find returns what is known of s, nil if nothing is, as always where l is nil.
func (l *lexicon) find(s string) *entry {
	if l == nil || s == "" || len(s) >= 64 || l.lengths[s[0]]>>uint(len(s))&1 == 0 {
		return nil
	}
	return l.entries[s]
}

// exception returns the lengths of the tokens of s if it is an exception, or nil.
func (l *lexicon) exception(s string) []int32 {
	if e := l.find(s); e != nil {
		return e.parts
	}
	return nil
}

func (l *lexicon) isException(s string) bool { return l.exception(s) != nil }

// isLetters reports whether s is ASCII letters.
func isLetters(s string) bool {
	for i := range len(s) {
		if c := s[i] | 0x20; c < 'a' || c > 'z' {
			return false
		}
	}
	return true
}
