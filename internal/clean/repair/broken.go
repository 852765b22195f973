package repair

import (
	"strings"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/text"
)

// broken says what is missing of a sequence that is cut short.
type broken uint8

const (
	brokenNot   broken = iota
	brokenQuote        // "â€": the last byte of a closing quotation mark, 9D, which windows-1252 lacks, was dropped
	brokenDash         // "â€\"": byte 94, the last of a dash, was read as a closing quotation mark and straightened
	brokenGrave        // "Ã": byte A0, the second of "à", was taken for white space
)

// readBroken reads at offset i a sequence of codec k that is cut short.
func (m *mojibake) readBroken(i, k int) run {
	r := run{start: i, end: i, codec: k}
	switch {
	case k == windows1252 && m.lost && strings.HasPrefix(m.in[i:], "â€\""):
		r.end, r.broken, r.only, r.final, r.gain = i+len("â€\""), brokenDash, '—', '—', certain
	case k == windows1252 && m.lost && strings.HasPrefix(m.in[i:], "â€"):
		r.end, r.broken, r.only, r.final, r.gain = i+len("â€"), brokenQuote, '”', '”', certain
	case codecs[k].spaced && m.atGrave(i, k):
		_, size := utf8.DecodeRuneInString(m.in[i:])
		r.end, r.broken, r.only, r.final, r.gain = i+size, brokenGrave, 'à', 'à', likely
		if k == windows1252 && kindOf(lastRune(m.in[:i])) == lower {
			r.gain = certain
		}
	default:
		return r
	}
	r.sequences, r.firm = 1, true
	return r
}

// atGrave reports whether the first byte of "à" stands at offset i, read in codec k, with white space, the end or the
// end of a word behind it.
func (m *mojibake) atGrave(i, k int) bool {
	r, size := utf8.DecodeRuneInString(m.in[i:])
	if placeOf(r).bytes[k] != 0xC3 {
		return false
	}
	i += size
	return i == len(m.in) || m.in[i] <= ' ' || strings.IndexByte(",.;:!?)", m.in[i]) >= 0
}

// mendBroken replaces a sequence that is cut short. A space behind "Ã" is byte A0 if what follows cannot be a word of
// its own; otherwise it was folded with the space between two words, and stays.
func (m *mojibake) mendBroken(e *text.Editor, r run, why text.Change) {
	s := text.Span{Start: r.start, End: r.end}
	if r.broken == brokenGrave && (spaceIsPart(m.in[r.end:]) || m.evidence[r.codec].scripts&(1<<vietnamese) != 0 &&
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

// endsSyllable reports whether a space and what may follow "à" in a Vietnamese syllable stand at the beginning of s.
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
