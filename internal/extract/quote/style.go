package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// closing lists, for each mark that can open, the marks that can close it: the right ones, and those that are written for them by
// mistake.
var closing = map[rune]string{
	'“': "”\"“", '"': "\"”", '”': "”\"", '„': "“”\"", '‟': "”\"", '«': "»", '»': "«", '❝': "❞", '＂': "＂", '〝': "〞〟", '「': "」", '『': "』",
}

// doubleMarks are all marks of closing, on either side.
const doubleMarks = "“”\"„‟«»❝❞＂〝〞〟「」『』"

// context is what stands beside a mark.
type context struct{ before, after rune }

// edge stands for the end of a block.
const edge = '\n'

// around returns what stands beside the mark of n bytes at offset i of block.
func around(block string, i, n int) context {
	c := context{edge, edge}
	if i > 0 {
		c.before, _ = utf8.DecodeLastRuneInString(block[:i])
	}
	if i+n < len(block) {
		c.after, _ = utf8.DecodeRuneInString(block[i+n:])
	}
	return c
}

// canOpen reports whether a mark can begin a stretch: no letter or digit stands before it and no white space after, but for «, which
// French separates from the words, and for the marks of scripts without spaces.
func (c context) canOpen(mark rune) bool {
	if c.after == edge || isWord(c.before) && !strings.ContainsRune("「『〝＂", mark) {
		return false
	}
	return !unicode.IsSpace(c.after) || mark == '«' && c.after != edge
}

// mustOpen reports whether a mark of no direction looks like one that opens and not like one that closes.
func (c context) mustOpen() bool {
	return (unicode.IsSpace(c.before) || strings.ContainsRune("([{—–", c.before)) && !unicode.IsSpace(c.after) && !unicode.IsPunct(c.after)
}

// mustClose reports whether it looks like one that closes and not like one that opens.
func (c context) mustClose() bool {
	return !unicode.IsSpace(c.before) && (unicode.IsSpace(c.after) || strings.ContainsRune(".,;:!?)]}—–…", c.after))
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
