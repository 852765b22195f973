package repair

import (
	"unicode/utf8"
)

// sequence is a UTF-8 sequence whose bytes were read as characters of their own.
type sequence struct {
	end    int  // offset after it
	r      rune // the character that it encodes; U+FFFD if a byte is lost
	length int  // bytes of the sequence, which are so many characters of the text

	// spaced: byte A0 became a plain space; lost: a byte became U+FFFD or "?"; asked: it is "?".
	spaced, lost, asked bool
}

// readSequence reads the sequence of codec k at offset i of in. A lost byte counts only from the second on: without the
// first nothing shows where the sequence begins.
func readSequence(in string, i, k int) (s sequence, ok bool) {
	if i == len(in) {
		return s, false
	}
	r, size := runeAt(in, i)
	lead := mappingOf(r).bytes[k]
	s.length, s.end = sequenceLength(lead), i+size
	if s.length == 2 && s.readPair(in, k, lead) {
		return s, true
	}
	seq := [utf8.UTFMax]byte{lead}
	for n := 1; n < s.length; n++ {
		if seq[n], size = s.continuation(in, k); size == 0 {
			return s, false
		}
		s.end += size
	}
	if s.length < 2 || s.lost && s.spaced {
		return s, false
	}
	if s.lost {
		s.r = utf8.RuneError
		return s, seq[0] >= 0xC3 // what follows C2 is as often a whole character, an accent over "?"
	}
	if s.r, size = utf8.DecodeRune(seq[:s.length]); size == s.length {
		return s, true
	}
	return surrogate(in, k, seq, s)
}

// readPair completes a sequence of two bytes by its second, if that is whole: most sequences are such.
func (s *sequence) readPair(in string, k int, lead byte) bool {
	if s.end >= len(in) || in[s.end] < utf8.RuneSelf {
		return false
	}
	r, size := runeAt(in, s.end)
	p := mappingOf(r)
	if p.continuation&(1<<k) == 0 {
		return false
	}
	s.end += size
	s.r = rune(lead&0x1F)<<6 | rune(p.bytes[k]&0x3F)
	return true
}

// continuation reads the character at s.end as a continuation byte of codec k. Size 0 says that it is none.
func (s *sequence) continuation(in string, k int) (b byte, size int) {
	if s.end >= len(in) {
		return 0, 0
	}
	switch c := in[s.end]; {
	case c == ' ' && codecs[k].spaced && !s.spaced:
		s.spaced = true
		return 0xA0, 1
	case c == '?' && !s.lost:
		s.lost, s.asked = true, true
		return 0x80, 1
	case c < utf8.RuneSelf:
		return 0, 0
	}
	r, size := runeAt(in, s.end)
	if r == utf8.RuneError && !s.lost {
		s.lost = true
		return 0x80, size
	}
	if p := mappingOf(r); p.continuation&(1<<k) != 0 {
		return p.bytes[k], size
	}
	return 0, 0
}

// surrogate completes s, whose bytes seq are half of a surrogate pair, by the other half: CESU-8, which Java and some
// databases write for characters beyond U+FFFF.
func surrogate(in string, k int, seq [utf8.UTFMax]byte, s sequence) (sequence, bool) {
	if s.length != 3 || s.spaced || seq[0] != 0xED || seq[1] < 0xA0 || seq[1] > 0xAF || s.end >= len(in) {
		return s, false
	}
	r, size := utf8.DecodeRuneInString(in[s.end:])
	low := sequence{end: s.end + size}
	b1, n1 := low.continuation(in, k)
	low.end += n1
	b2, n2 := low.continuation(in, k)
	low.end += n2
	if mappingOf(r).bytes[k] != 0xED || n1 == 0 || n2 == 0 || b1 < 0xB0 || low.spaced || low.lost {
		return s, false
	}
	high10, low10 := rune(seq[1]&0x0F)<<6|rune(seq[2]&0x3F), rune(b1&0x0F)<<6|rune(b2&0x3F)
	return sequence{end: low.end, r: 0x10000 + high10<<10 | low10, length: 6}, true
}

// runeAt decodes the character at offset i of s, which is valid UTF-8: without the checks of package utf8, since
// everything here is spent on it.
func runeAt(s string, i int) (r rune, size int) {
	c := s[i]
	switch {
	case c < 0x80:
		return rune(c), 1
	case c < 0xE0:
		return rune(c&0x1F)<<6 | rune(s[i+1]&0x3F), 2
	case c < 0xF0:
		return rune(c&0x0F)<<12 | rune(s[i+1]&0x3F)<<6 | rune(s[i+2]&0x3F), 3
	default:
		return rune(c&0x07)<<18 | rune(s[i+1]&0x3F)<<12 | rune(s[i+2]&0x3F)<<6 | rune(s[i+3]&0x3F), 4
	}
}
