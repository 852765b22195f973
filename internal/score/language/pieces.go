package language

import "unicode/utf8"

// piecesOf returns the number of pieces that are read.
func piecesOf(s string) int {
	if len(s) > readAtOnce {
		return (readAtOnce + (len(s)-readAtOnce)/readShare) / pieceBytes
	}
	return (len(s) + pieceBytes - 1) / pieceBytes
}

// pieces calls yield for the pieces of s to read, in order: all, or some at even distances.
func pieces(s string) func(func(int, int) bool) {
	n, stride := piecesOf(s), 0
	if len(s) > readAtOnce {
		stride = len(s) / n
	}
	return func(yield func(int, int) bool) {
		at := 0
		for i := range n {
			if at = max(at, i*stride); i > 0 && stride > 0 {
				at += untilSpace(s[at:])
			}
			end := at + pieceBytes
			if stride > 0 {
				end = at + sampleLen(s[at:])
			}
			if end >= len(s) {
				end = len(s)
			} else {
				end += untilSpace(s[end:])
			}
			if at >= len(s) || !yield(at, end) {
				return
			}
			at = end
		}
	}
}

// sampleLen returns the size of a piece of a text of which not all is read, s being what is left of it: sampleBytes, and more where letters have
// several bytes, up to pieceBytes.
func sampleLen(s string) int {
	n := sampleBytes
	for _, c := range []byte(s[:min(sampleBytes, len(s))]) {
		if c >= utf8.RuneSelf && n < pieceBytes {
			n++
		}
	}
	return n
}

// untilSpace returns where the next space of s is, or the next character boundary if it is far.
func untilSpace(s string) int {
	const far = 48
	for i := range min(len(s), far) {
		if byteKinds[s[i]] == isSpace {
			return i
		}
	}
	for i := range min(len(s), utf8.UTFMax) {
		if utf8.RuneStart(s[i]) {
			return i
		}
	}
	return 0 // at the end, or in bytes that are no text
}
