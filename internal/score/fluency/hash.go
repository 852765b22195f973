package fluency

import "github.com/copydesk/copydesk/internal/model"

const (
	piece = 8 // bytes of a word that are hashed at once

	eachByte  = 0x0101010101010101
	highBits  = eachByte * 0x80
	belowA    = eachByte * (0x80 - 'A') // adding it sets the highest bit of what is not below A
	beyondZ   = eachByte * (0x7f - 'Z') // and this that of what is above Z
	caseShift = 2                       // from that bit to the one that makes a capital small
)

// wordHash returns the hash of a folded word.
func wordHash(word []byte) uint64 {
	h := uint64(len(word))
	for ; len(word) > piece; word = word[piece:] {
		h = mix(h ^ load(word[:piece]))
	}
	return mix(h ^ load(word))
}

// load returns up to eight bytes as a number, the first one lowest.
func load(b []byte) (x uint64) {
	for i, c := range b {
		x |= uint64(c) << (8 * i)
	}
	return x
}

// asciiHash returns the hash of the folded word of s from start to end, which must not be empty. The second result is false if the word is not all in
// ASCII, or if s ends too soon after it to be read in pieces.
func asciiHash(s string, start, end int) (uint64, bool) {
	h, pieces := uint64(end-start), uint64(0) //nolint:gosec // a length
	for ; end-start > piece; start += piece {
		x := model.Uint64(s, start)
		pieces |= x
		h = mix(h ^ lower(x))
	}
	if start+piece > len(s) {
		return 0, false
	}
	beyond := 8 * (piece - (end - start)) // bits of what follows the word
	x := model.Uint64(s, start) << beyond >> beyond
	return mix(h ^ lower(x)), (pieces|x)&highBits == 0
}

// lower returns eight bytes of ASCII with small letters for capitals.
func lower(x uint64) uint64 {
	return x | ((x+belowA)&^(x+beyondZ)&highBits)>>caseShift
}
