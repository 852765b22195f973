package repair

import (
	"strings"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/text"
)

// broken says which byte a truncated sequence lacks.
type broken uint8

const (
	brokenNot   broken = iota
	brokenQuote        // "â€": the last byte of a closing quotation mark, 9D, which windows-1252 lacks, was dropped
	brokenDash         // "â€\"": byte 94, the last of a dash, was read as a closing quotation mark and straightened
	brokenGrave        // "Ã": byte A0, the second of "à", was taken for white space
)

// readBroken reads a truncated sequence of codec k at offset i.
func (m *mojibake) readBroken(i, k int) stretch {
	r := stretch{start: i, end: i, codec: k}
	switch {
	case k == windows1252 && m.lost && strings.HasPrefix(m.in[i:], "â€\""):
		r.end, r.broken, r.only, r.final, r.gain = i+len("â€\""), brokenDash, '—', '—', certain
	case k == windows1252 && m.lost && strings.HasPrefix(m.in[i:], "â€"):
		r.end, r.broken, r.only, r.final, r.gain = i+len("â€"), brokenQuote, '”', '”', certain
	case codecs[k].spaced && m.atGrave(i, k):
		_, size := utf8.DecodeRuneInString(m.in[i:])
		r.end, r.broken, r.only, r.final, r.gain = i+size, brokenGrave, 'à', 'à', likely
		before := kindOf(lastRune(m.in[:i]))
		if k == windows1252 && (before == lower || before == blank && twoSpaces(m.in[r.end:]) || insideWord(m.in[:i], m.in[r.end:])) {
			r.gain = certain
		}
	default:
		return r
	}
	r.sequences, r.firm = 1, true
	return r
}

// atGrave reports whether the character at offset i is the first byte of "à" in codec k, and white space, punctuation or the
// end of the text follows.
func (m *mojibake) atGrave(i, k int) bool {
	r, size := utf8.DecodeRuneInString(m.in[i:])
	if mappingOf(r).bytes[k] != 0xC3 {
		return false
	}
	i += size
	return i == len(m.in) || m.in[i] <= ' ' || strings.IndexByte(",.;:!?)", m.in[i]) >= 0
}

// mendBroken replaces a truncated sequence. A space after "Ã" is byte A0 if what follows cannot be a word of its own;
// otherwise byte A0 was folded into the space between two words, which stays.
func (m *mojibake) mendBroken(e *text.Editor, r stretch, why text.Change) {
	s := text.Span{Start: r.start, End: r.end}
	if r.broken == brokenGrave && (spaceIsPart(m.in[r.end:]) || insideWord(m.in[:r.start], m.in[r.end:]) || m.evidence[r.codec].scripts&(1<<vietnamese) != 0 &&
		kindOf(lastRune(m.in[:r.start])).isLetter() && endsSyllable(m.in[r.end:])) {
		s.End++
	}
	if r.broken != brokenGrave {
		why.Rule = LostBytes
	}
	e.Replace(s, string(r.only), why)
}

// spaceIsPart reports whether the space that s begins with is the second byte of "à".
func spaceIsPart(s string) bool {
	if s == "" || s[0] != ' ' {
		return false
	}
	s = s[1:]
	if s == "" || s[0] == ' ' || s[0] == '\n' {
		return true
	}
	for _, rest := range [...]string{"s ", "quele", "quela", "quilo"} { // Portuguese: "às", "àquele"
		if strings.HasPrefix(s, rest) {
			return true
		}
	}
	return strings.IndexByte(",.;:!?)-", s[0]) >= 0
}

// twoSpaces reports whether s begins with two spaces before a small letter: the first is byte A0.
func twoSpaces(s string) bool {
	return len(s) > 2 && s[:2] == "  " && 'a' <= s[2] && s[2] <= 'z'
}

// insideWord reports whether a space after "Ã" is byte A0 because what comes before "Ã" is no word with "à" added: "RÃ pidament"
// is one word. One consonant is judged, of those that no word of Catalan, French, Italian or Portuguese has alone before "à".
func insideWord(before, after string) bool {
	n := len(before)
	if n == 0 || strings.IndexByte("BCGNPQRXZbcgnpqrxz", before[n-1]) < 0 || kindOf(lastRune(before[:n-1])) != blank {
		return false
	}
	if len(after) < 4 || after[0] != ' ' {
		return false
	}
	for _, c := range []byte(after[1:4]) {
		if c < 'a' || c > 'z' {
			return false
		}
	}
	return true
}

// endsSyllable reports whether s begins with a space and the end of a Vietnamese syllable that has "à" before it.
func endsSyllable(s string) bool {
	if s == "" || s[0] != ' ' {
		return false
	}
	n := 1
	for n < len(s) && 'a' <= s[n] && s[n] <= 'z' {
		n++
	}
	if n < len(s) && s[n] >= utf8.RuneSelf {
		return false
	}
	switch s[1:n] {
	case "i", "y", "o", "u", "m", "n", "ng", "nh":
		return true
	default:
		return false
	}
}
