package wall

import (
	"strings"

	"github.com/copydesk/copydesk/internal/text"
)

// sections are the kinds by their names in the tables.
var sections = map[string]text.PageKind{
	"bot": text.PageBotCheck, "error": text.PageError, "login": text.PageLogIn, "consent": text.PageConsent, "paywall": text.PagePaywall,
	"parked": text.PageParked,
}

// eachEntry calls do with each entry of a table, one a line, and the kind of its section. A line in brackets begins a section; empty
// lines and those that begin with # are no entries.
func eachEntry(table string, do func(kind text.PageKind, line string)) {
	var kind text.PageKind
	for line := range strings.Lines(table) {
		line = strings.TrimRight(line, "\n")
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			kind = sections[strings.Trim(line, "[]")]
		default:
			do(kind, line)
		}
	}
}

// keyLen is how many bytes of an entry find it; none is shorter.
const keyLen = 3

// index finds entries in a text by their first bytes.
type index[T any] struct {
	first   [256]bool
	entries map[[keyLen]byte][]entry[T]
}

type entry[T any] struct {
	text  string
	value T
}

func (x *index[T]) add(s string, value T) {
	if x.entries == nil {
		x.entries = map[[keyLen]byte][]entry[T]{}
	}
	key := [keyLen]byte([]byte(s))
	x.first[key[0]] = true
	x.entries[key] = append(x.entries[key], entry[T]{s, value})
}

// find calls do with each entry that begins in s where a word may begin. s is in lower case with single spaces.
func (x *index[T]) find(s string, do func(*T)) {
	for i := 0; i+keyLen <= len(s); i++ {
		if !x.first[s[i]] || i > 0 && isASCIILetter(s[i-1]) && isASCIILetter(s[i]) {
			continue
		}
		list := x.entries[[keyLen]byte([]byte(s[i:i+keyLen]))]
		for k := range list {
			if strings.HasPrefix(s[i:], list[k].text) {
				do(&list[k].value)
			}
		}
	}
}

func isASCIILetter(c byte) bool { return 'a' <= c && c <= 'z' }
