package breaks

import (
	"strings"
	"unicode/utf8"
)

// binders are words that begin a sentence which goes on from the one before it, in small letters: pronouns and words that tie
// sentences together. A paragraph begins with one less often than the second sentence of one.
//
//nolint:misspell // words of many languages
var binders = set(`this these that those it its he she they his her their we you and but so yet or also however then thus there here
	instead otherwise both such others another for
	das dies diese dieser dieses dem den es er sie ihr ihre sein seine damit dabei dazu daher dann doch aber und auch allerdings dort
	hier denn so wir darauf dadurch deshalb
	ce cette ces cela il elle ils elles son sa ses leur leurs mais et donc ainsi puis celui celle
	este esta estos estas esto ello él ella ellos su sus y pero así también
	questo questa questi queste ciò egli ella essi il suo ma e così anche
	isto isso ele ela eles elas seu sua mas também assim
	dit deze dat die hij zij ze het zijn haar hun maar en dus ook daar
	to ten ta te on ona oni jego jej ich ale więc
	это этот эта эти он она оно они его её их но и`)

// binds reports whether the first word of p ties its sentence to one before it.
func (d *Document) binds(i int) bool {
	line := d.Pieces[i].Span.Of(d.in)
	word := firstWord(line[:min(len(line), edge)])
	return len(word) <= longestBinder && binders[strings.ToLower(word)]
}

// longestBinder is the length in bytes of the longest of them.
const longestBinder = 13

const (
	// sharedTail and sharedHead are how many bytes of the lines before and after a break are compared.
	sharedTail, sharedHead = 48, 96

	// sharedLetters is the least length in bytes of a word that is more than grammar.
	sharedLetters = 4

	// mostShared is how far shared words are counted.
	mostShared = 3
)

// shared returns how many of the last words before break i are among the first after it, in whatever case: a sentence often
// goes on about what a link in the one before named.
func (d *Document) shared(i int) int {
	tail, head := d.Pieces[i].Span.Of(d.in), d.Pieces[i+1].Span.Of(d.in)
	if len(tail) > sharedTail {
		tail = tail[len(tail)-sharedTail:]
		tail = tail[strings.IndexByte(tail, ' ')+1:]
	}
	head = head[:min(len(head), sharedHead)]
	n := 0
	for w := range strings.FieldsSeq(tail) {
		if w = strings.TrimFunc(w, isMark); len(w) >= sharedLetters && !isFunctionFold(w) && hasWord(head, w) {
			if n++; n == mostShared {
				break
			}
		}
	}
	return n
}

// hasWord reports whether s has word, in whatever case.
func hasWord(s, word string) bool {
	for w := range strings.FieldsSeq(s) {
		if strings.EqualFold(strings.TrimFunc(w, isMark), word) {
			return true
		}
	}
	return false
}

// colonAfter returns whether the line two after break i begins with a colon, and whether the line before it does: what a list of
// terms has.
func (d *Document) colonAfter(i int) int {
	begins := func(k int) int {
		return btoi(k >= 0 && k < len(d.Pieces) && d.Pieces[k].Span.Of(d.in)[0] == ':')
	}
	return 2*begins(i+2) + begins(i)
}

// isWholeAside reports whether p is a sentence or a note in brackets, from the first character to the last.
func (d *Document) isWholeAside(i int) bool {
	line := d.Pieces[i].Span.Of(d.in)
	r, _ := utf8.DecodeRuneInString(line)
	return r == '(' && line[len(line)-1] == ')'
}
