package fingerprint

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

// simplifier does to a word what datatrove's simplify_text does to it: lower case, numbers as 0, punctuation and control
// characters as spaces, canonical decomposition, no nonspacing marks. No step looks beyond white space.
type simplifier struct {
	t                  *pytext.Text // bounds the work
	spaced, decomposed []byte
}

// append appends the simplified form of a word to dst: the words that it becomes, with one space between them. It also returns how
// many they are. A word of marks alone becomes an empty word that counts: simplify_text leaves its spaces.
func (s *simplifier) append(dst []byte, word string) ([]byte, int) {
	if isLowercase(word) {
		return append(dst, word...), 1
	}
	if text.IsASCII(word) {
		return appendASCII(dst, word)
	}
	s.spaced = s.appendSpaced(s.spaced[:0], word)
	n := 0
	for rest := s.spaced; len(rest) > 0; {
		end := bytes.IndexByte(rest, ' ')
		if end < 0 {
			end = len(rest)
		}
		if end > 0 {
			if n++; n > 1 {
				dst = append(dst, ' ')
			}
			dst = s.appendDecomposed(dst, rest[:end])
		}
		rest = rest[min(end+1, len(rest)):]
	}
	return dst, n
}

// appendDecomposed appends a word in canonical decomposition without its nonspacing marks.
func (s *simplifier) appendDecomposed(dst, word []byte) []byte {
	s.decomposed = s.decomposed[:0]
	for len(word) > 0 {
		n := pieceLen(word)
		s.t.Tick(n)
		s.decomposed = norm.NFD.Append(s.decomposed, word[:n]...)
		word = word[n:]
	}
	for i := 0; i < len(s.decomposed); {
		s.t.Tick(4)
		r, n := rune(s.decomposed[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRune(s.decomposed[i:])
		}
		if r < utf8.RuneSelf || !unicode.Is(unicode.Mn, r) {
			dst = append(dst, s.decomposed[i:i+n]...)
		}
		i += n
	}
	return dst
}

// maxPiece is how many bytes are decomposed between two looks at the context.
const maxPiece = 4 << 10

// pieceLen returns how much of word can be decomposed by itself: all of it, unless it is long and has a boundary.
func pieceLen(word []byte) int {
	if len(word) <= maxPiece {
		return len(word)
	}
	if n := norm.NFD.LastBoundary(word[:maxPiece]); n > 0 {
		return n
	}
	return len(word)
}

// isLowercase reports whether s is small ASCII letters, as most words are.
func isLowercase(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < 'a' || c > 'z' {
			return false
		}
	}
	return true
}

// appendASCII is append for ASCII, where all punctuation becomes spaces.
func appendASCII(dst []byte, word string) ([]byte, int) {
	n, within := 0, false
	for i := 0; i < len(word); i++ {
		c := word[i]
		letter, digit := 'a' <= c|0x20 && c|0x20 <= 'z', '0' <= c && c <= '9'
		if !letter && !digit {
			within = false
			continue
		}
		if !within {
			if n++; n > 1 {
				dst = append(dst, ' ')
			}
			within = true
		}
		if letter {
			dst = append(dst, c|0x20)
			continue
		}
		dst = append(dst, '0')
		i += numberLen(word[i:]) - 1
	}
	return dst, n
}

// appendSpaced appends a word in lower case with its numbers as 0 and spaces for its punctuation.
func (s *simplifier) appendSpaced(dst []byte, word string) []byte {
	for i := 0; i < len(word); {
		s.t.Tick(8)
		r, n := utf8.DecodeRuneInString(word[i:])
		switch {
		case pytext.IsDecimal(r):
			dst = append(dst, '0')
			n = numberLen(word[i:])
		case r == 'Σ' && pytext.IsFinalSigma(word, i, i+n):
			dst = append(dst, "ς"...)
		case isPunctuation(r):
			dst = append(dst, ' ')
		default:
			dst = utf8.AppendRune(dst, unicode.ToLower(r))
		}
		i += n
	}
	return dst
}

// numberLen returns the length of the number that s begins with: digits of any script, and again after a decimal separator.
func numberLen(s string) int {
	n := digitsLen(s)
	if r, size := utf8.DecodeRuneInString(s[n:]); isDecimalSeparator(r) {
		if more := digitsLen(s[n+size:]); more > 0 {
			n += size + more
		}
	}
	return n
}

func digitsLen(s string) int {
	for i, r := range s {
		if !pytext.IsDecimal(r) {
			return i
		}
	}
	return len(s)
}

func (s *simplifier) size() int { return cap(s.spaced) + cap(s.decomposed) }
