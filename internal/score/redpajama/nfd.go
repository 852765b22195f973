package redpajama

import (
	"slices"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// appendNFD appends s in Normalization Form D to dst. Unlike norm.NFD it inserts no joiner into long runs of marks, because Python does not.
func appendNFD(dst, s []byte, tick func(int)) []byte {
	start := len(dst)
	marks := false
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf {
			dst = append(dst, s[i])
			i++
			continue
		}
		tick(8)
		p := norm.NFD.Properties(s[i:])
		n := max(p.Size(), 1)
		switch d := p.Decomposition(); {
		case d != nil:
			dst = append(dst, d...)
		default:
			dst = appendHangul(dst, s[i:i+n])
		}
		marks = marks || p.CCC() != 0 || p.TrailCCC() != 0
		i += n
	}
	if marks {
		order(dst[start:], tick)
	}
	return dst
}

// Hangul syllables are decomposed by arithmetic (the Unicode Standard, section 3.12).
const (
	hangulBase, hangulEnd                    = 0xAC00, 0xD7A4
	leadingBase, vowelBase, trailingBase     = 0x1100, 0x1161, 0x11A7
	vowelCount, trailingCount, syllableCount = 21, 28, 21 * 28
)

// appendHangul appends the letters of a Hangul syllable, or the character itself if it is not one.
func appendHangul(dst, char []byte) []byte {
	r, _ := utf8.DecodeRune(char)
	if r < hangulBase || r >= hangulEnd {
		return append(dst, char...)
	}
	r -= hangulBase
	dst = utf8.AppendRune(dst, leadingBase+r/syllableCount)
	dst = utf8.AppendRune(dst, vowelBase+r%syllableCount/trailingCount)
	if r %= trailingCount; r != 0 {
		dst = utf8.AppendRune(dst, trailingBase+r)
	}
	return dst
}

// mark is a character of a run of marks.
type mark struct {
	class uint8
	r     rune
}

// order sorts each run of marks by combining class, and keeps the order within one.
func order(s []byte, tick func(int)) {
	var run []mark
	start := 0
	for i := 0; i <= len(s); {
		tick(8)
		if i < len(s) {
			if p := norm.NFD.Properties(s[i:]); p.CCC() != 0 {
				if len(run) == 0 {
					start = i
				}
				r, n := utf8.DecodeRune(s[i:])
				run = append(run, mark{p.CCC(), r})
				i += n
				continue
			}
		}
		if len(run) > 1 {
			run = sortMarks(run)
			to := s[start:start]
			for _, m := range run {
				to = utf8.AppendRune(to, m.r)
			}
		}
		run = run[:0]
		i += width(s[i:])
	}
}

// sortMarks sorts marks by class, stably, in linear time: a text can be one run of marks.
func sortMarks(run []mark) []mark {
	const few = 16
	if len(run) <= few {
		slices.SortStableFunc(run, func(a, b mark) int { return int(a.class) - int(b.class) })
		return run
	}
	var starts [257]int
	for _, m := range run {
		starts[int(m.class)+1]++
	}
	for c := range 256 {
		starts[c+1] += starts[c]
	}
	sorted := make([]mark, len(run))
	for _, m := range run {
		sorted[starts[m.class]] = m
		starts[m.class]++
	}
	return sorted
}

// width returns the length of the first character of s, and 1 at the end.
func width(s []byte) int {
	_, n := utf8.DecodeRune(s)
	return max(n, 1)
}
