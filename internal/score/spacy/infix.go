package spacy

import "strings"

// nextInfix returns the first infix of s at or after from; start is len(s) if there is none.
func (p *splitter) nextInfix(s string, from int) (start, end int) {
	for i := from; i < len(s); {
		if byteShapes[s[i]]&(hasStop|hasInfix|hasWide) == 0 {
			i++
			continue
		}
		p.tick(4)
		r, n, c := after(s[i:])
		if m := infixLen(s, i, r, n, c); m > 0 {
			return i, i + m
		}
		i += n
	}
	return len(s), len(s)
}

// infixLen returns the length of the infix of s at i, or 0. The character at i is r, of length n and classes c. The rules are
// tried in spaCy's order.
func infixLen(s string, i int, r rune, n int, c class) int {
	if c&icon != 0 || r == '…' {
		return n
	}
	if r == '.' {
		if d := dots(s[i:]); d > 0 {
			return d
		}
	}
	left, l := before(s[:i])
	right, _, a := after(s[i+n:])
	if isSignBetween(r, left, right) || isMarkBetween(r, left, l, a) {
		return n
	}
	if isHyphen(r) && (l&alpha != 0 || digit(left)) {
		return hyphenLen(s[i:], r)
	}
	return 0
}

// isSignBetween reports whether r is a sign of arithmetic between digits.
func isSignBetween(r, left, right rune) bool {
	return (r == '+' || r == '-' || r == '*' || r == '^') && digit(left) && (digit(right) || right == '-')
}

// isMarkBetween reports whether r is a mark that is an infix after left, of classes l, and before a character of classes a.
func isMarkBetween(r, left rune, l, a class) bool {
	switch r {
	case '.':
		return l&(lower|quote) != 0 && a&(upper|quote) != 0
	case ',':
		return l&alpha != 0 && a&alpha != 0
	case ':', '<', '>', '=', '/':
		return (l&alpha != 0 || digit(left)) && a&alpha != 0
	}
	return false
}

func isHyphen(r rune) bool { return r == '-' || r == '–' || r == '—' || r == '~' }

// hyphenLen returns the length of the hyphen or dash that s begins with, r its character, if a letter follows; or 0.
func hyphenLen(s string, r rune) int {
	most := 1
	switch r {
	case '-':
		most = 3
	case '—':
		most = 2
	}
	mark := string(r)
	n := 0
	for range most {
		if !strings.HasPrefix(s[n:], mark) {
			break
		}
		n += len(mark)
	}
	if _, _, a := after(s[n:]); a&alpha != 0 {
		return n
	}
	return 0
}
