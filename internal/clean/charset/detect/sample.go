package detect

// How much of a document is read: its first words with bytes beyond ASCII, up to naturalSample bytes; and of the first scanned
// bytes of the document words with bytes that are rare in the sample, up to maxSample bytes. Two encodings often differ in
// such bytes alone.
const (
	naturalSample = 512
	maxSample     = 1024
	scanned       = 64 << 10

	// rareBytes is how often a byte is rare.
	rareBytes = 2
)

// SampleOf returns words of raw that have bytes beyond ASCII; with the words around them where they are few, as these show
// the language.
func SampleOf(raw string) []byte {
	s := sample(raw, 0)
	if 0 < len(s) && len(s) < fewBytes {
		return sample(raw, aroundFew)
	}
	return s
}

// Of a sample of fewer than fewBytes, aroundFew bytes on either side of each word are read too.
const fewBytes, aroundFew = 400, 60

// sample returns words of raw that have bytes beyond ASCII, with at least so many bytes around them, and a space before
// each.
func sample(raw string, around int) []byte {
	s := make([]byte, 0, maxSample)
	var seen [256]uint8
	done := 0
	for at := 0; at < len(raw) && len(s) < maxSample; {
		switch {
		case raw[at] < 0x80:
			at = afterASCII(raw, at)
			continue
		case len(s) >= naturalSample && at > scanned:
			return s
		case len(s) >= naturalSample && seen[raw[at]] >= rareBytes:
			at++
			continue
		}
		start := at
		for start > done && at-start < around+maxBefore && !isTag(raw[start-1]) && (at-start < around || !isBoundary(raw[start-1])) {
			start--
		}
		last := at
		for at < len(raw) && at-start < maxSample-len(s) && !isTag(raw[at]) && (!isBoundary(raw[at]) || at-last < around) {
			if c := raw[at]; c >= 0x80 {
				last = at
				seen[c] = min(seen[c]+1, rareBytes)
			}
			at++
		}
		s = append(s, ' ')
		s = append(s, raw[start:at]...)
		done = at
	}
	return s
}

// afterASCII returns the end, or a place on the way there, of the ASCII text at offset at.
func afterASCII(raw string, at int) int {
	at++
	for at+8 <= len(raw) && raw[at]|raw[at+1]|raw[at+2]|raw[at+3]|raw[at+4]|raw[at+5]|raw[at+6]|raw[at+7] < 0x80 {
		at += 8
	}
	return at
}

// maxBefore is how many bytes of ASCII before another byte are read as part of its word.
const maxBefore = 32

// isBoundary reports whether c ends a word, and is in none of the encodings the second byte of a character.
func isBoundary(c byte) bool { return c < '0' || isTag(c) }

// isTag reports whether c begins or ends a tag: markup is no language.
func isTag(c byte) bool { return c == '<' || c == '>' }
