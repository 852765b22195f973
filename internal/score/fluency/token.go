package fluency

import (
	"unicode"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/text"
)

// ID is the number of a word in the vocabulary, or one of the numbers below.
type ID uint16

// The tokens that are no words. End is both the end of a sentence and what comes before its first word.
const (
	Unknown ID = iota // a word that is not in the vocabulary
	End
	Mark   // marks between two words of a sentence, such as a comma or a bracket
	Number // a word with digits
	Year   // four digits, from 1500 to 2099

	FirstWord // the first number of a word
)

// Token is one token of a text.
type Token struct {
	// Start and End are byte offsets, half-open. A mark or an end is at the place between two words, and empty.
	Start, End int32

	ID ID

	// Cost is the negative logarithm of its probability after the tokens before it, in sixteenths of a nat.
	Cost uint16
}

// IsWord reports whether t is a word, known or not, or a number.
func (t Token) IsWord() bool { return t.ID != End && t.ID != Mark }

// maxFolded is the longest word in bytes that is looked up.
const maxFolded = 40

// tokenizer makes tokens of words.
type tokenizer struct {
	m    *Model
	text string
	list []Token
	buf  [maxFolded + utf8.UTFMax]byte
}

// gap adds the token that stands for what is between two words.
func (t *tokenizer) gap(from, to int) {
	switch kindOfGap(t.text[from:to]) {
	case gapEnd:
		t.end(from)
	case gapMark:
		if n := len(t.list); n > 0 && t.list[n-1].ID > Mark {
			t.list = append(t.list, Token{Start: int32(from), End: int32(from), ID: Mark}) //nolint:gosec // texts are shorter than 2 GiB
		}
	}
}

// end adds the end of a sentence, unless none has begun.
func (t *tokenizer) end(at int) {
	n := len(t.list)
	if n > 0 && t.list[n-1].ID == Mark {
		n--
		t.list = t.list[:n]
	}
	if n > 0 && t.list[n-1].ID != End {
		t.list = append(t.list, Token{Start: int32(at), End: int32(at), ID: End}) //nolint:gosec // texts are shorter than 2 GiB
	}
}

// The kinds of what stands between words.
const (
	gapSpace = iota
	gapMark
	gapEnd
)

// kindOfGap tells the end of a sentence from a mark and from a mere space. Quotation marks count as a space: writers differ in them.
func kindOfGap(gap string) int {
	if gap == " " || gap == "" {
		return gapSpace
	}
	kind := gapSpace
	for i := range len(gap) {
		switch c := gap[i]; c {
		case '.', '!', '?', '\n':
			return gapEnd
		case ' ', '\t', '\r', '"', '\'', '-', '*', '_':
		default:
			if c < utf8.RuneSelf {
				kind = gapMark
			} else if isWideMark(gap[i:]) {
				kind = gapMark
			}
		}
	}
	return kind
}

// isWideMark reports whether s begins with a dash, a bracket or another mark beyond ASCII that is no quotation mark.
func isWideMark(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return r >= 0x80 && !(r >= '‘' && r <= '‟') && r != '«' && r != '»' && !unicode.IsSpace(r) && r != utf8.RuneError
}

// word adds the tokens of a word: one, or one for each part between hyphens.
func (t *tokenizer) word(w text.Word) {
	start, end := int(w.Start), int(w.End)
	if !w.Shape.Has(text.HasHyphen) {
		t.part(start, end, w.Shape)
		return
	}
	for i := start; i <= end; i++ {
		if i == end || t.text[i] == '-' {
			t.part(start, i, shapeOf(t.text[start:i]))
			start = i + 1
		}
	}
}

// shapeOf returns what a part of a word with hyphens looks like, as far as tokens go.
func shapeOf(part string) (s text.Shape) {
	for i := range len(part) {
		if '0' <= part[i] && part[i] <= '9' {
			s |= text.HasDigit
		}
	}
	return s
}

func (t *tokenizer) part(start, end int, shape text.Shape) {
	token := Token{Start: int32(start), End: int32(end)} //nolint:gosec // texts are shorter than 2 GiB
	switch {
	case start == end:
		return
	case shape.Has(text.HasDigit):
		token.ID = numberID(t.text[start:end])
	case end-start <= maxFolded:
		h, ok := asciiHash(t.text, start, end)
		if !ok {
			h = wordHash(fold(t.buf[:0], t.text[start:end]))
		}
		token.ID = t.m.look(h)
	}
	t.list = append(t.list, token)
}

func numberID(s string) ID {
	if len(s) != 4 || s[0] != '1' && s[0] != '2' || s[0] == '1' && s[1] < '5' || s[0] == '2' && s[1] != '0' {
		return Number
	}
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return Number
		}
	}
	return Year
}

// Fold returns a word as the vocabulary has it: in small letters, with a straight apostrophe.
func Fold(word string) string { return string(fold(nil, word)) }

// fold appends word to dst as Fold does. No more than a character of what is longer than maxFolded bytes is appended.
func fold(dst []byte, word string) []byte {
	for i := range len(word) {
		c := word[i]
		if c >= utf8.RuneSelf {
			return foldWide(dst, word[i:])
		}
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		dst = append(dst, c)
	}
	return dst
}

func foldWide(dst []byte, word string) []byte {
	for _, r := range word {
		switch r {
		case '’', 'ʼ':
			r = '\''
		case '\u00ad':
			continue
		}
		if dst = utf8.AppendRune(dst, unicode.ToLower(r)); len(dst) > maxFolded {
			break
		}
	}
	return dst
}
