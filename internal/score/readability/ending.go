package readability

import (
	"strings"

	"github.com/copydesk/copydesk/internal/truth"
)

// ending returns how many syllables more or fewer the word has, because of its ending, than its n runs of vowels.
func (l *letters) ending(n int) int {
	switch l.text[l.n-1] {
	case 'm':
		return truth.Int(l.ends("sm"))
	case 't':
		return truth.Int(l.ends("dnt") || l.ends("snt")) + l.inner(n) // "couldn't"
	case 'e':
		if n > 1 {
			return l.silent(l.n-1, "")
		}
	case 'd':
		if n > 1 && l.ends("ed") {
			return l.silent(l.n-2, "td")
		}
	case 's':
		if n > 1 && l.ends("es") && !l.ends("shes") && !l.ends("ches") {
			return l.silent(l.n-2, "sxzcg")
		}
		return l.inner(n)
	case 'y', 'l':
		return l.inner(n)
	}
	return 0
}

// inner returns -1 if an e is silent before one of the endings that words with a silent e take ("statement", "likely").
func (l *letters) inner(n int) int {
	if n < 2 {
		return 0
	}
	for _, suffix := range []string{"ment", "ments", "ly", "ful", "less", "ness", "ty"} {
		if e := l.n - len(suffix) - 1; e > 1 && l.text[e] == 'e' && l.ends(suffix) {
			return l.silent(e, "l")
		}
	}
	return 0
}

// firstParts are first parts of compounds that keep their silent e.
var firstParts = []string{"some", "there", "where", "home", "house", "face", "life", "time", "wide", "else", "spokes"}

// minCompound is the length of the shortest such compound, in letters.
const minCompound = 7

// compound returns 1 if the word begins with one of them and a consonant follows.
func (l *letters) compound() int {
	if l.n < minCompound {
		return 0
	}
	for _, p := range firstParts {
		if l.n > len(p)+1 && l.text[0] == p[0] && string(l.text[:len(p)]) == p && !l.vowel(len(p)) {
			return 1
		}
	}
	return 0
}

// silent returns -1 if the e at i is silent: after a consonant that is not in spoken, nor l or r after another consonant
// ("table", "acre", "hundred"); and in -gue and -que.
func (l *letters) silent(i int, spoken string) int {
	if i < 2 {
		return 0
	}
	c, b := l.text[i-1], l.text[i-2]
	switch {
	case c == 'u':
		if b == 'g' || b == 'q' {
			return -1
		}
		return 0
	case l.vowel(i-1) || strings.IndexByte(spoken, c) >= 0:
		return 0
	case (c == 'l' || c == 'r') && !l.vowel(i-2) && b != c:
		return 0
	default:
		return -1
	}
}

// spokenEnding reports whether the part ends in -es, -ed or -ing.
func (l *letters) spokenEnding() bool { return l.ends("es") || l.ends("ed") || l.ends("ing") }
