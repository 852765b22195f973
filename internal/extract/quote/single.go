package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/text"
)

// single is a style of single marks, which close with the sign that is also the apostrophe.
type single struct {
	opening rune
	mark    string // that opens
	closing string
}

var singles = [...]single{{'‘', "‘", "’"}, {'\'', "'", "'"}, {'‹', "‹", "›"}}

// maxSingle is how far the end of a stretch in single marks is looked for, in bytes.
const maxSingle = 2000

// Single appends to dst the stretches in single marks of a part of a block. Where an apostrophe could be the end, the stretch goes
// on to a mark after a comma or a stop, if there is one in the same sentence.
func Single(dst []Stretch, clean string, part text.Span, number int32) []Stretch {
	s := part.Of(clean)
	first := len(dst)
	for _, style := range singles {
		if len(dst) > first {
			break // a text has one style
		}
		last := strings.LastIndex(s, style.closing)
		for i := 0; i < last; {
			k := strings.Index(s[i:last], style.mark)
			if k < 0 {
				break
			}
			i += k
			inner := i + len(style.mark)
			c := around(s, i, len(style.mark))
			if end := style.end(s, inner, last); end > inner+len("n") && !isDecade(s[inner:]) && c.canOpen(style.opening) && (style.opening != '\'' || c.mustOpen() || c.before == edge) {
				dst = append(dst, Stretch{
					Inner: text.Span{Start: part.Start + inner, End: part.Start + end}, Start: part.Start + i,
					End: part.Start + end + len(style.closing), Block: number, Single: true,
				})
				inner = end + len(style.closing)
			}
			i = inner
		}
	}
	return dst
}

// end returns where the stretch ends that begins at offset i; zero if it does not. No mark closes at or after offset last+1.
func (style single) end(s string, i, last int) int {
	doubtful := 0
	for at := i; at <= min(last, i+maxSingle); {
		k := strings.Index(s[at:last+len(style.closing)], style.closing)
		if k < 0 {
			break
		}
		at += k
		c := around(s, at, len(style.closing))
		if doubtful > 0 && strings.ContainsAny(s[doubtful:at], ".!?\n") && !endsSentence(c.before) {
			break
		}
		switch {
		case at == i, isWord(c.after), unicode.IsSpace(c.before):
		case !isWord(c.before):
			return at
		case c.before != 's' && (style.opening == '‘' || style.opening == '‹' || c.after != ' '):
			return at
		case doubtful == 0:
			doubtful = at
		}
		_, n := utf8.DecodeRuneInString(s[at:])
		at += n
	}
	return doubtful
}

// isDecade reports whether s begins as the digits of a decade do after their apostrophe: "80s".
func isDecade(s string) bool {
	return len(s) > len("80s") && isDigit(s[0]) && isDigit(s[1]) && s[2] == 's' && !isWord(rune(s[3]))
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func endsSentence(r rune) bool { return strings.ContainsRune(".,!?…", r) }
