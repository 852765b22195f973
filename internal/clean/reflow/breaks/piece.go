package breaks

import (
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/text"
)

// edge is how many bytes of a line are read from each end. A longer line is a paragraph, whatever its middle holds.
const edge = 256

// First says how a line begins.
type First uint8

// The ways in which a line begins. Their order has no meaning to the model, which may cut it anywhere.
const (
	FirstOther First = iota
	FirstUpper
	FirstCaseless
	FirstDigit
	FirstQuote  // an opening quotation mark or bracket
	FirstHandle // a name with a small letter: an address, a user, "iPhone"
	FirstLower
	FirstClosing // a mark that belongs to the word before
)

// Last says how a line ends.
type Last uint8

// The ways in which a line ends.
const (
	LastStop         Last = iota // of a sentence, also before closing marks
	LastAbbreviation             // a stop that may be that of an abbreviation
	LastSemicolon
	LastOther
	LastClosing // a closing bracket or quotation mark, with no stop before it
	LastColon
	LastDigit
	LastCapital // a capitalised word
	LastLower   // any other word
	LastDash
	LastComma
	LastHyphen
	LastFunction // a word that needs another
	LastOpen     // an opening bracket or quotation mark
)

// Piece is what joining needs to know of a line. Counts are of the first 256 bytes. There is one for every line of a
// document, so its fields are no larger than their values.
type Piece struct {
	// Span is the line without the white space around it.
	Span text.Span

	// Chars is its length in characters, at most 256: longer lines are all alike.
	Chars int16

	// FirstWord and LastWord are the lengths in characters of its first and last word, at most maxWord.
	FirstWord, LastWord int16

	First First
	Last  Last

	// Fixed says that its breaks are meant: code, verse, a row of a table.
	Fixed bool

	words, capitals, functions, digits, stops int16
	opens, closes                             int16 // brackets and quotation marks that lack the other half
	first, last                               Usage // how its first and its last word are used
	inQuote                                   First // what follows an opening mark
	firstFunction                             bool
	article                                   bool // begins with an indefinite article
	continues                                 bool // begins with one of continuations
	label                                     bool // begins with "Label: "
	longCapital                               bool // every word of four letters and more is capitalised
	item                                      bool // begins with the mark of an item
	plain                                     bool // only its ends have been read: see plainPiece
}

// maxWord bounds the length of a word: no width or feature distinguishes longer ones.
const maxWord = 10_000

// charsIn counts the characters of a word, up to maxWord.
func charsIn(word string) int16 { return int16(min(utf8.RuneCountInString(word), maxWord)) } //nolint:gosec // at most maxWord

// newPiece describes the line s of in.
func newPiece(lexicon *Lexicon, in string, s text.Span) Piece {
	if isPlain(in, s) {
		return plainPiece(in, s)
	}
	return wholePiece(lexicon, in, s)
}

// wholePiece is newPiece for a line that must be read closely.
func wholePiece(lexicon *Lexicon, in string, s text.Span) Piece {
	line := s.Of(in)
	p := Piece{Span: s, Chars: charsOf(line), longCapital: true}
	head, tail := line, line
	if len(line) > edge {
		head, tail = line[:edge], line[len(line)-edge:]
	}
	p.count(head)
	p.balance(head, tail)
	p.label = hasLabel(line)
	p.First = firstOf(line)
	if p.First == FirstQuote {
		p.inQuote = firstInQuote(line)
	}
	p.Last, p.LastWord = lastOf(tail)
	p.first, p.last = lexicon.Usage(firstWord(head)), lexicon.Usage(lastWordOf(tail))
	p.item = isItem(line) || isEntry(line)
	p.Fixed = isFixed(in, s) || isValediction(line, int(p.words))
	return p
}

// heading reports whether p looks like one: every longer word is capitalised and no stop ends it.
func (p *Piece) heading() bool {
	return p.longCapital && p.words <= 20 && p.Last != LastStop && p.Last != LastComma && p.Last != LastFunction
}

// unfinished reports whether p ends in a way that no paragraph does.
func (p *Piece) unfinished() bool { return p.Last >= LastComma }
