package spacy

// Token is a token of a chunk.
type Token struct {
	// Start and End are byte offsets in the chunk, half-open.
	Start, End int32
}

// splitter cuts chunks into tokens. The zero value is ready for use.
type splitter struct {
	ends  []int32 // where the suffixes that were cut off end, from the outermost
	match matcher
}

// raw appends the tokens of chunk to dst before exceptions that were cut up are put together again. base is added to their
// offsets. The exceptions of l are not cut up; it may be nil.
func (p *splitter) raw(dst []Token, chunk string, base int32, l *lexicon) []Token {
	start, end := 0, len(chunk)
	p.ends = append(p.ends[:0], int32(end)) //nolint:gosec // texts are shorter than 2 GiB
	for start < end && !l.isException(chunk[start:end]) {
		pre := prefixLen(chunk[start:end])
		if pre > 0 && l.isException(chunk[start+pre:end]) {
			dst = append(dst, token(start, start+pre, base))
			start += pre
			break
		}
		suf := suffixLen(chunk[start+pre : end])
		if suf > 0 && l.isException(chunk[start:end-suf]) {
			pre = 0
		}
		if pre+suf == 0 {
			break
		}
		if pre > 0 {
			dst = append(dst, token(start, start+pre, base))
		}
		if suf > 0 {
			p.ends = append(p.ends, int32(end-suf)) //nolint:gosec // as above
		}
		start, end = start+pre, end-suf
	}
	if start < end {
		dst = core(dst, chunk[start:end], base+int32(start), l) //nolint:gosec // as above
	}
	for i := len(p.ends) - 1; i > 0; i-- {
		dst = append(dst, token(int(p.ends[i]), int(p.ends[i-1]), base))
	}
	return dst
}

// core appends the tokens of s, which has no affix.
func core(dst []Token, s string, base int32, l *lexicon) []Token {
	if parts := l.exception(s); parts != nil {
		return appendParts(dst, parts, base)
	}
	if isURL(s) {
		return append(dst, token(0, len(s), base))
	}
	from := 0
	for at := 0; ; {
		start, end := nextInfix(s, at)
		at = end
		if start == len(s) {
			break
		}
		if start == 0 {
			continue // what begins with an infix keeps it
		}
		if start > from {
			dst = append(dst, token(from, start, base))
		}
		dst = append(dst, token(start, end, base))
		from = end
	}
	if from < len(s) {
		dst = append(dst, token(from, len(s), base))
	}
	return dst
}

// appendParts appends tokens of the given lengths, one behind the other from base on.
func appendParts(dst []Token, parts []int32, base int32) []Token {
	for _, n := range parts {
		dst = append(dst, Token{base, base + n})
		base += n
	}
	return dst
}

func token(start, end int, base int32) Token {
	return Token{base + int32(start), base + int32(end)} //nolint:gosec // texts are shorter than 2 GiB
}

// AppendTokens appends the tokens of chunk, which has no white space in it, to dst, as they are where the chunk stands alone.
func AppendTokens(dst []Token, chunk string) []Token {
	if isLetters(chunk) && words.exception(chunk) == nil {
		return append(dst, token(0, len(chunk), 0))
	}
	var p splitter
	raw := p.raw(nil, chunk, 0, words)
	return p.match.restore(dst, raw, chunk)
}

// hasAffixOrInfix reports whether the rules would cut s.
func hasAffixOrInfix(s string) bool {
	start, _ := nextInfix(s, 0)
	return prefixLen(s) > 0 || suffixLen(s) > 0 || start < len(s)
}
