package language

import "unicode/utf8"

// pieces calls yield for the pieces of s to read, in order: all, or some at even distances.
func pieces(s string) func(func(int, int) bool) {
	n, stride := (len(s)+pieceBytes-1)/pieceBytes, 0
	if len(s) > readAtOnce {
		n = (readAtOnce + (len(s)-readAtOnce)/readShare) / pieceBytes
		stride = len(s) / n
	}
	return func(yield func(int, int) bool) {
		at := 0
		for i := range n {
			if at = max(at, i*stride); i > 0 && stride > 0 {
				at += untilSpace(s[at:])
			}
			end := at + pieceBytes
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
