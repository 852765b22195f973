package wordlist

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/score/pytext"
)

// unspaced are the scripts that write no spaces between words. Katakana is not among them: a run of it is one word (UAX #29,
// WB13), and short entries in it are parts of many loan words.
var unspaced = []*unicode.RangeTable{
	unicode.Han, unicode.Hiragana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar,
}

// particles are what Korean writes after a noun without a space.
var particles = []string{
	"은", "는", "이", "가", "을", "를", "의", "에", "도", "로", "과", "와", "만", "들", "에서", "에게", "으로", "까지", "부터", "이나", "나",
	"하고", "처럼", "보다", "이다", "다",
}

// byWord reports whether s[start:end] is one or more whole words: neither side cuts a run of letters, marks, digits and
// underscores, except in a script without spaces between words.
func byWord(s string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:start])
	first, _ := utf8.DecodeRuneInString(s[start:end])
	if start > 0 && joined(before, first) {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(s[start:end])
	after, _ := utf8.DecodeRuneInString(s[end:])
	if end == len(s) || !joined(last, after) {
		return true
	}
	return unicode.Is(unicode.Hangul, last) && isParticle(s[end:])
}

// joined reports whether a and b, one after the other, are in one word.
func joined(a, b rune) bool {
	if !inWord(a) || !inWord(b) {
		return false
	}
	if a < utf8.RuneSelf && b < utf8.RuneSelf || unicode.IsMark(b) {
		return true
	}
	return !unicode.In(a, unspaced...) && !unicode.In(b, unspaced...)
}

func inWord(r rune) bool { return pytext.IsWord(r) || r >= utf8.RuneSelf && unicode.IsMark(r) }

// isParticle reports whether s begins with a particle that no further syllable follows.
func isParticle(s string) bool {
	const longest = 2 * len("가") // bytes
	end := 0
	for end <= longest && end < len(s) {
		r, n := utf8.DecodeRuneInString(s[end:])
		if !inWord(r) {
			break
		}
		end += n
	}
	return slices.Contains(particles, s[:end])
}

// flanked reports whether s[start:end] is free as the C4 filter requires: next to no character that \w of Python matches.
func flanked(s string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:start])
	after, _ := utf8.DecodeRuneInString(s[end:])
	return (start == 0 || !pytext.IsWord(before)) && (end == len(s) || !pytext.IsWord(after))
}
