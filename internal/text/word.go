package text

import (
	"context"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Word is one word of a text.
//
// A word is a run of letters, digits and combining marks. One of the marks . - ' ’ & @ _ joins two runs if a letter or
// digit stands on both of its sides ("electricity-sharing", "AT&T", "18.10.2021", "ned@courier.example"), and a comma
// joins digits to three more ("3,000,000"). A full stop between a small letter and a capital joins nothing: two
// sentences were glued together. The final full stop of an abbreviation belongs to the word ("Mr.", "U.S."); a
// possessive ending ("’s") does not. Where a script is written without spaces (Chinese, Japanese, Thai) each character is
// a word. Runs of many thousand bytes, which no language has, are cut.
type Word struct {
	// Start and End are byte offsets, half-open. Four bytes each, for there is a word to six bytes of prose: texts are
	// shorter than 2 GiB.
	Start, End int32

	// Shape is what the word looks like.
	Shape Shape

	// Abbreviation says what kind of abbreviation the word is, if a full stop follows; else zero.
	Abbreviation Abbreviation
}

// Span returns the range of the word.
func (w Word) Span() Span { return Span{int(w.Start), int(w.End)} }

// Of returns the word in text: a view, not a copy.
func (w Word) Of(text string) string { return text[w.Start:w.End] }

// Shape is a set of what a word looks like.
type Shape uint16

// The properties of words.
const (
	Capital     Shape = 1 << iota // begins with an upper-case letter
	AllCapitals                   // has two letters or more, none in lower case
	Numeral                       // begins with a digit
	HasDigit                      // has a digit
	HasLetter                     // has a letter
	HasStop                       // a full stop inside, as in a domain name, a number or "U.S."
	HasAt                         // an at sign inside: an e-mail address
	HasHyphen                     // a hyphen inside
	EndsInStop                    // its last byte is the full stop of an abbreviation
	Possessive                    // a possessive ending follows, which is no part of it
	Unspaced                      // a character of a script that is written without spaces

	hasLower
	manyLetters
)

// Has reports whether s has a property of t.
func (s Shape) Has(t Shape) bool { return s&t != 0 }

// The kinds of bytes.
const (
	byteOther  uint8 = iota
	byteLower        // a small letter
	byteUpper        // a capital
	byteDigit        //
	byteJoiner       // may join two parts of a word
	byteWide         // of a character beyond ASCII
)

var byteKinds = func() (k [256]uint8) {
	for c := range k {
		switch {
		case 'a' <= c && c <= 'z':
			k[c] = byteLower
		case 'A' <= c && c <= 'Z':
			k[c] = byteUpper
		case '0' <= c && c <= '9':
			k[c] = byteDigit
		case c >= utf8.RuneSelf:
			k[c] = byteWide
		}
	}
	for _, c := range ".-'&@_," {
		k[c] = byteJoiner
	}
	return k
}()

// NextWord returns the first word of text that begins at or after offset from, and the offset after it and its possessive
// ending, from which to look for the one after. From is 0 or an offset that an earlier call returned: what lies between it
// and the word are spaces and marks. It reports false if no word is left.
func NextWord(text string, from int) (w Word, next int, ok bool) {
	for i := from; i < len(text); {
		n := 1
		switch byteKinds[text[i]] {
		case byteLower, byteUpper, byteDigit:
			w, next = scanWord(text, i)
			return w, next, true
		case byteWide:
			r, size := utf8.DecodeRuneInString(text[i:])
			if kindOfRune(r).has(runeLetter | runeNumber) {
				w, next = scanWord(text, i)
				return w, next, true
			}
			n = size
		}
		i += n
	}
	return Word{}, len(text), false
}

// AppendWords appends the words of the part within of text to dst. The error is ctx.Err() if ctx ended first.
func AppendWords(ctx context.Context, dst []Word, text string, within Span) ([]Word, error) {
	pace := NewPace(ctx)
	part := text[:within.End]
	for at := within.Start; ; {
		w, next, ok := NextWord(part, at)
		if !ok {
			return dst, ctx.Err()
		}
		dst = append(grown(dst, int(w.Start)-within.Start, within.Len()), w)
		if err := pace.Step(next - at); err != nil {
			return dst, err
		}
		at = next
	}
}

// scanWord returns the word that begins at offset start, and the offset after it and its possessive ending.
func scanWord(text string, start int) (w Word, next int) {
	end, shape := scanRun(text, start, 0)
	if shape.Has(Unspaced) {
		return newWord(start, end, shape|HasLetter, 0), end
	}
	r, _ := utf8.DecodeRuneInString(text[start:])
	if first := kindOfRune(r); first.has(runeCapital) {
		shape |= Capital
	} else if first.has(runeNumber) {
		shape |= Numeral
	}
	if end < len(text) && text[end] == ' ' { // most words: nothing is joined to them
		return newWord(start, end, shape, 0), end
	}
	for end < len(text) && end-start <= maxWordPart {
		n, add := joint(text, start, end, shape)
		if n == 0 {
			break
		}
		end, shape = scanRun(text, end+n, shape|add)
	}
	if n := possessive(text[start:end]); n > 0 {
		return newWord(start, end-n, shape|Possessive, 0), end
	}
	class := stopClass(text, start, end, shape)
	if class != 0 {
		end++
		shape |= EndsInStop
	}
	return newWord(start, end, shape, class), end
}

func newWord(start, end int, shape Shape, class Abbreviation) Word {
	if shape&(hasLower|manyLetters) == manyLetters {
		shape |= AllCapitals
	}
	return Word{int32(start), int32(end), shape &^ (hasLower | manyLetters), class} //nolint:gosec // texts are shorter than 2 GiB
}

// maxWordPart is the length in bytes from which on a word ends at the next mark or character beyond ASCII, and at twice that
// anywhere: no word of any language is as long, and work on one word must stop in time.
const maxWordPart = 4 << 10

// scanRun returns the end of the run of letters, digits and combining marks at offset i, and adds what it looks like to
// shape.
func scanRun(text string, i int, shape Shape) (int, Shape) {
	for first := i; i < len(text) && i-first <= 2*maxWordPart; i++ {
		switch byteKinds[text[i]] {
		case byteLower:
			shape = shape.withLetter() | hasLower
		case byteUpper:
			shape = shape.withLetter()
		case byteDigit:
			shape |= HasDigit
		case byteWide:
			if i-first > maxWordPart {
				return i, shape
			}
			r, n := utf8.DecodeRuneInString(text[i:])
			next, ok := shape.withWide(r)
			switch {
			case !ok || next.Has(Unspaced) && i > first:
				return i, shape
			case next.Has(Unspaced):
				return i + n, next
			}
			shape = next
			i += n - 1
		default:
			return i, shape
		}
	}
	return i, shape
}

// withLetter returns s with one more letter.
func (s Shape) withLetter() Shape {
	if s.Has(HasLetter) {
		return s | manyLetters
	}
	return s | HasLetter
}

// withWide returns s with a character beyond ASCII, and whether that belongs to a word at all.
func (s Shape) withWide(r rune) (Shape, bool) {
	switch k := kindOfRune(r); {
	case k.has(runeUnspaced):
		return s | Unspaced, true
	case k.has(runeLetter):
		if s = s.withLetter(); !k.has(runeUpper) {
			s |= hasLower
		}
		return s, true
	case k.has(runeNumber):
		return s | HasDigit, true
	default:
		return s, k.has(runeMark) || r == softHyphen
	}
}

const softHyphen = '\u00ad'

// wideJoiners join two parts of a word as ' and - do; the last two have no width and shape letters.
const wideJoiners = "’\u2010\u2011\u200c\u200d"

// joint returns how many bytes at offset i join the word that began at start to a further part, zero if none, and what
// they add to its shape.
func joint(text string, start, i int, shape Shape) (int, Shape) {
	c, n := text[i], 1
	var add Shape
	switch {
	case c == ',':
		if text[i-1] < '0' || text[i-1] > '9' || !isGroup(text[i+1:]) {
			return 0, 0
		}
	case c == '.':
		if shape.Has(hasLower) && !shape.Has(HasAt|HasStop) && isSentenceJoint(text, start, i) {
			return 0, 0
		}
		add = HasStop
	case c == '@':
		add = HasAt
	case c == '-':
		add = HasHyphen
	case byteKinds[c] == byteWide:
		r, size := utf8.DecodeRuneInString(text[i:])
		if !strings.ContainsRune(wideJoiners, r) {
			return 0, 0
		}
		n = size
	case byteKinds[c] != byteJoiner:
		return 0, 0
	}
	if r, _ := utf8.DecodeRuneInString(text[i+n:]); !kindOfRune(r).has(runeLetter | runeNumber) {
		return 0, 0
	}
	return n, add
}

// isSentenceJoint reports whether the full stop at offset i, which follows a small letter, ends a sentence or a title that
// the next word is glued to: a capital follows, and not of an abbreviation like "Ph.D.".
func isSentenceJoint(text string, start, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[start:i])
	after, n := utf8.DecodeRuneInString(text[i+1:])
	if !unicode.IsLower(before) || !unicode.IsUpper(after) || text[start:i] == "www" {
		return false
	}
	second, _ := utf8.DecodeRuneInString(text[i+1+n:])
	return i-start > 2 || unicode.IsLetter(second)
}

// isGroup reports whether s begins with three digits that no fourth follows.
func isGroup(s string) bool {
	for i := range 3 {
		if i >= len(s) || s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return len(s) == 3 || s[3] < '0' || s[3] > '9'
}

// possessive returns the length of the possessive ending of word, zero if it has none.
func possessive(word string) int {
	if word == "" || word[len(word)-1]|0x20 != 's' {
		return 0
	}
	for _, mark := range [...]string{"’", "'"} {
		if strings.HasSuffix(word[:len(word)-1], mark) && len(word) > len(mark)+1 {
			return len(mark) + 1
		}
	}
	return 0
}

// stopClass returns what kind of abbreviation the word from start to end is if a full stop at its end belongs to it, else
// zero. What is an abbreviation only before a number must have one after it.
func stopClass(text string, start, end int, shape Shape) Abbreviation {
	if end >= len(text) || text[end] != '.' || shape.Has(HasAt|HasDigit) || end-start > longestAbbreviation {
		return 0
	}
	word, rest := text[start:end], text[end+1:]
	if word == "I" || strings.HasPrefix(rest, ".") {
		return 0 // the pronoun ("So did I."), or an ellipsis
	}
	class, _ := LookAbbreviation(word)
	if class.Has(BeforeNumber) && !beginsWithDigit(rest) {
		class &^= BeforeNumber
	}
	return class
}

func beginsWithDigit(s string) bool {
	for s != "" && s[0] == ' ' {
		s = s[1:]
	}
	if rest, ok := strings.CutPrefix(s, "\u00a0"); ok {
		s = rest
	}
	return s != "" && '0' <= s[0] && s[0] <= '9'
}
