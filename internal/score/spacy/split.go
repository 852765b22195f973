package spacy

import (
	"github.com/copydesk/copydesk/internal/pool"
	"github.com/copydesk/copydesk/internal/score/pytext"
)

// Token is a token of a chunk.
type Token struct {
	// Start and End are byte offsets in the chunk, half-open.
	Start, End int32
}

// splitter cuts chunks into tokens. The zero value is ready for use.
type splitter struct {
	t     *pytext.Text // bounds the work; nil for none
	ends  []int32      // where the suffixes end that were cut off, from the outermost
	match matcher

	// simple says of the tokens last found that no exception can be among them in pieces, and that first and last of match are
	// set.
	simple bool
}

// setText sets the text whose context bounds the work.
func (p *splitter) setText(t *pytext.Text) { p.t, p.match.t = t, t }

// tick counts n bytes or tokens of work.
func (p *splitter) tick(n int) {
	if p.t != nil {
		p.t.Tick(n)
	}
}

// size returns the memory that is kept, in bytes.
func (p *splitter) size() int {
	return pool.Size(p.ends) + pool.Size(p.match.matches) + pool.Size(p.match.seen)
}

// raw appends the tokens of chunk to dst before exceptions that were cut up are put together again. base is added to their
// offsets. The exceptions of l are not cut up; it may be nil.
func (p *splitter) raw(dst []Token, chunk string, base int32, l *lexicon) []Token {
	n := len(chunk) - 1
	body, last := shapeOf(chunk[:n]), byteShapes[chunk[n]]
	known := l.find(chunk)
	p.simple = known == nil && body&^hasLetter == 0
	switch {
	case !p.simple:
	case last == hasLetter:
		p.match.first, p.match.last = nil, nil
		return append(dst, token(0, n+1, base)) // no affix rule looks at letters alone
	case n > 0 && last&hasWide == 0 && suffixLen(chunk, last) == 1 && l.find(chunk[:n]) == nil:
		p.match.first, p.match.last = nil, l.find(chunk[n:])
		return append(dst, token(0, n, base), token(n, n+1, base))
	default:
		p.simple = false
	}
	return p.affixes(dst, chunk, base, l, body|last, known)
}

// affixes appends the tokens of chunk, whose shape is has, by all the rules. known is what l knows of it.
func (p *splitter) affixes(dst []Token, chunk string, base int32, l *lexicon, has shape, known *entry) []Token {
	var parts []int32
	if known != nil {
		parts = known.parts
	}
	start, end := 0, len(chunk)
	p.ends = append(p.ends[:0], int32(end)) //nolint:gosec // texts are shorter than 2 GiB
	for start < end && parts == nil {
		p.tick(8)
		var pre, suf int
		if pre, suf, parts = cut(chunk[start:end], has, l); pre+suf == 0 {
			break
		}
		if pre > 0 {
			dst = append(dst, token(start, start+pre, base))
		}
		if suf > 0 {
			p.ends = append(p.ends, int32(end-suf)) //nolint:gosec // texts are shorter than 2 GiB
		}
		start, end = start+pre, end-suf
	}
	if parts != nil {
		dst = appendParts(dst, parts, base+int32(start))
	} else if start < end {
		dst = p.core(dst, chunk[start:end], base+int32(start), has)
	}
	for i := len(p.ends) - 1; i > 0; i-- {
		dst = append(dst, token(int(p.ends[i]), int(p.ends[i-1]), base))
	}
	return dst
}

// cut returns how much the affix rules cut off the front and the end of s, and the parts of what is left if it is an
// exception: one that a cut on one side leaves takes precedence over a cut on both.
func cut(s string, has shape, l *lexicon) (pre, suf int, parts []int32) {
	if pre = prefixLen(s); pre > 0 {
		if parts = l.exception(s[pre:]); parts != nil {
			return pre, 0, parts
		}
	}
	if suf = suffixLen(s[pre:], has); suf > 0 {
		if parts = l.exception(s[:len(s)-suf]); parts != nil {
			return 0, suf, parts
		}
	}
	if pre > 0 && suf > 0 {
		parts = l.exception(s[pre : len(s)-suf])
	}
	return pre, suf, parts
}

// core appends the tokens of s, which has no affix and is no exception.
func (p *splitter) core(dst []Token, s string, base int32, has shape) []Token {
	if has&hasStop != 0 && isURL(s) {
		return append(dst, token(0, len(s), base))
	}
	from, at := 0, len(s)
	if has&(hasStop|hasInfix|hasWide) != 0 {
		at = 0
	}
	for at < len(s) {
		var start int
		start, at = p.nextInfix(s, at)
		if start == 0 || start == len(s) {
			continue // what begins with an infix keeps it
		}
		if start > from {
			dst = append(dst, token(from, start, base))
		}
		dst = append(dst, token(start, at, base))
		from = at
	}
	if from < len(s) {
		dst = append(dst, token(from, len(s), base))
	}
	return dst
}

// appendParts appends tokens of the given lengths, one after the other from base on.
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

// hasAffixOrInfix reports whether the rules would cut s.
func hasAffixOrInfix(s string) bool {
	start, _ := new(splitter).nextInfix(s, 0)
	return prefixLen(s) > 0 || suffixLen(s, shapeOf(s)) > 0 || start < len(s)
}
