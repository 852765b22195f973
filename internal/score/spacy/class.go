package spacy

import (
	_ "embed"
	"fmt"
	"strings"
	"unicode/utf8"
)

// class is a set of the character classes of spaCy's rules (lang/char_classes.py, lang/punctuation.py, the sentencizer).
type class uint16

const (
	prefix      class = 1 << iota // is cut off the front
	suffix                        // is cut off the end
	alpha                         // ALPHA: letters, and much of the scripts without case
	lower                         // ALPHA_LOWER, which has the scripts without case too
	upper                         // ALPHA_UPPER, likewise
	quote                         // CONCAT_QUOTES
	stop                          // a full stop after it is cut off the end
	icon                          // symbols and emoji, which are tokens everywhere
	ender                         // ends a sentence
	punctuation                   // of Unicode's general category P
)

// classData has a line for each run of characters of the same classes: first, last and the classes, in hexadecimal.
//
//go:embed data/classes.txt
var classData string

// pageSize is how many characters a page of the table of classes has.
const pageSize = 256

// classTable is a table in two steps; most of its pages are the same.
type classTable struct {
	pages  [(utf8.MaxRune + 1) / pageSize]uint8
	blocks [][pageSize]class
}

var classes = newClassTable(classData)

func newClassTable(data string) *classTable {
	t := &classTable{blocks: make([][pageSize]class, 1)}
	same := map[[pageSize]class]uint8{{}: 0}
	var block [pageSize]class
	page := rune(0)
	flush := func() {
		n, ok := same[block]
		if !ok {
			n = uint8(len(t.blocks)) //nolint:gosec // there are about 80
			same[block] = n
			t.blocks = append(t.blocks, block)
		}
		t.pages[page] = n
		block = [pageSize]class{}
	}
	for line := range strings.Lines(data) {
		var first, last rune
		var c class
		if _, err := fmt.Sscanf(line, "%x %x %x", &first, &last, &c); err != nil {
			panic("spacy: data/classes.txt: " + err.Error())
		}
		for r := first; r <= last; r++ {
			if r/pageSize != page {
				flush()
				page = r / pageSize
			}
			block[r%pageSize] = c
		}
	}
	flush()
	return t
}

// of returns the classes of r.
func (t *classTable) of(r rune) class { return t.blocks[t.pages[r/pageSize]][r%pageSize] }

// ascii has the classes of the ASCII characters.
var ascii = classes.blocks[classes.pages[0]]

// before returns the last character of s and its classes; none if s is empty.
func before(s string) (rune, class) {
	if s == "" {
		return utf8.RuneError, 0
	}
	if c := s[len(s)-1]; c < utf8.RuneSelf {
		return rune(c), ascii[c]
	}
	r, _ := utf8.DecodeLastRuneInString(s)
	return r, classes.of(r)
}

// after returns the first character of s, its length and its classes; none if s is empty.
func after(s string) (rune, int, class) {
	if s == "" {
		return utf8.RuneError, 0, 0
	}
	if c := s[0]; c < utf8.RuneSelf {
		return rune(c), 1, ascii[c]
	}
	r, n := utf8.DecodeRuneInString(s)
	return r, n, classes.of(r)
}

func digit(r rune) bool { return '0' <= r && r <= '9' }
