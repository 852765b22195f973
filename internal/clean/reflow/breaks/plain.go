package breaks

import (
	"strings"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/text"
)

// plainWords is the assumed number of words of a line whose words have not been counted: as many as running text has.
const plainWords = edge

// isPlain reports whether the first and last few bytes of the line s of in show an ordinary paragraph: a full one that begins
// with a capital and ends a sentence. Most breaks of most texts lie between two of these and are never judged, so that a
// closer look is left until it is needed.
func isPlain(in string, s text.Span) bool {
	line := s.Of(in)
	if len(line) < fullParagraph || isIndented(in, s.Start) || line[1] == ')' {
		return false
	}
	return (isUpper(line[0]) || strings.HasPrefix(line, openQuote)) && endsPlainly(line) &&
		strings.IndexByte(line[:min(len(line), edge)], '\t') < 0
}

const openQuote, closeQuote = "“", "”"

func isUpper(c byte) bool { return 'A' <= c && c <= 'Z' }

// endsPlainly reports whether line ends in a stop after a word in small letters, which is no abbreviation, or in a stop
// inside quotation marks.
func endsPlainly(line string) bool {
	if bare := strings.TrimSuffix(line, closeQuote); len(bare) < len(line) {
		return isStop(bare[len(bare)-1])
	}
	if !isStop(line[len(line)-1]) {
		return false
	}
	for i := len(line) - 2; i >= len(line)-2-longestAbbreviation; i-- {
		if c := line[i]; c < 'a' || c > 'z' {
			return c == ' ' && i < len(line)-3
		}
	}
	return true
}

// longestAbbreviation is the length in bytes of the longest abbreviation: see mayAbbreviate.
const longestAbbreviation = 5

func isStop(c byte) bool { return c == '.' || c == '?' || c == '!' }

// plainPiece describes a line for which isPlain holds, as far as every line must be described.
func plainPiece(in string, s text.Span) Piece {
	line := s.Of(in)
	p := Piece{Span: s, Chars: charsOf(line), First: FirstUpper, Last: LastStop, words: plainWords, plain: true}
	if line[0] == openQuote[0] {
		p.First = FirstQuote
	}
	p.FirstWord = charsIn(line[:wordEnd(line)])
	p.label = hasLabel(line)
	return p
}

// charsOf counts the characters of line, up to edge. No character is longer than four bytes, but those of running text
// are of two or three.
func charsOf(line string) int16 {
	return int16(min(utf8.RuneCountInString(line[:min(len(line), 3*edge)]), edge)) //nolint:gosec // at most edge
}

// whole returns Pieces[i] after a close look.
func (d *Document) whole(i int) *Piece {
	p := &d.Pieces[i]
	if p.plain {
		*p = wholePiece(&d.Lexicon, d.in, p.Span)
	}
	return p
}
