package breaks

import (
	"fmt"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/model"
)

// Classes is how many classes of words there are. Words of a class come beside the same words: days of the week, verbs of speech.
const Classes = 128

// The classes of words that the lexicon does not know, by their form, and of known ones that begin with a capital which they seldom
// have: those of titles. The other classes are from FirstClass on.
const (
	ClassNone  = iota // nothing, or a mark
	ClassLower        // a small letter
	ClassCapital
	ClassDigit
	ClassTitle
	FirstClass
)

// MostCapital is the share, as Usage has it, of capitals up to which a word with one is a word of a title.
const MostCapital = 125

// IsTitle reports whether word, which is used as u says, has a capital that it seldom has inside a sentence.
func (u Usage) IsTitle(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return u.Capital <= MostCapital && unicode.IsUpper(r)
}

// ClassOfForm returns the class of a word that is not known.
func ClassOfForm(word string) uint8 {
	r, _ := utf8.DecodeRuneInString(word)
	switch {
	case unicode.IsUpper(r):
		return ClassCapital
	case unicode.IsDigit(r):
		return ClassDigit
	case unicode.IsLetter(r):
		return ClassLower
	default:
		return ClassNone
	}
}

// Follows says how much more often than by chance words of one class follow those of another inside a sentence. The zero value
// says that chance alone decides. It is safe for concurrent use.
type Follows struct{ table string }

// OpenFollows reads a table with a byte, with its sign, for each pair of classes: At. Errors wrap model.ErrFormat.
func OpenFollows(section string) (Follows, error) {
	if len(section) != Classes*Classes {
		return Follows{}, fmt.Errorf("%w: a table of %d bytes", model.ErrFormat, len(section))
	}
	return Follows{section}, nil
}

// At returns, in 1/16 bits, how much more often than by chance a word of class b comes after one of class a.
func (f Follows) At(a, b uint8) int {
	if f.table == "" || a >= Classes || b >= Classes {
		return 0
	}
	return int(int8(f.table[int(a)*Classes+int(b)])) //nolint:gosec // its sign is meant
}
