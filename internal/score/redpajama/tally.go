package redpajama

import (
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/score/pytext"
)

// tally counts tokens.
type tally struct {
	t *pytext.Text // bounds the work

	tokens, alphabetic, capitals, stop int
}

// add counts the tokens of a word that occurs so many times; seen are the classes of its bytes.
func (a *tally) add(word string, seen uint8, times int, lists *wordSet[listed]) {
	if seen&^inWord == 0 {
		a.addToken(word, seen, times, lists)
		return
	}
	for start := 0; start < len(word); {
		end, seen := tokenEnd(a.t, word, start)
		a.t.Tick(end - start + 4)
		a.addToken(word[start:end], seen, times, lists)
		start = end
	}
}

// addSmall counts a word of small letters from a to z, which is one token, given its traits.
func (a *tally) addSmall(t trait, times int) {
	a.tokens += times
	a.alphabetic += times
	if t&stopWord != 0 {
		a.stop += times
	}
}

// addToken counts one token; seen are the classes of its bytes.
func (a *tally) addToken(token string, seen uint8, times int, lists *wordSet[listed]) {
	a.tokens += times
	if seen&(capital|small) != 0 {
		a.alphabetic += times
	}
	if isCapitals(a.t, token, seen) {
		a.capitals += times
	}
	if seen&inWord == 0 && seen&beyond == 0 {
		return
	}
	if l := lists.get(token); l != nil && l.stop {
		a.stop += times
	}
}

// isCapitals is str.isupper.
func isCapitals(t *pytext.Text, token string, seen uint8) bool {
	if seen&small != 0 {
		return false
	}
	if seen&beyond == 0 {
		return seen&capital != 0
	}
	upper := false
	for r := range t.Chars(token) {
		if pytext.IsLowerOrTitle(r) {
			return false
		}
		upper = upper || pytext.IsUpper(r)
	}
	return upper
}

// tokenEnd returns where the token that begins at start ends, which is where characters of words begin or end, and the classes of
// its bytes.
func tokenEnd(t *pytext.Text, word string, start int) (int, uint8) {
	is, n := wordChar(word[start:])
	seen := classes[word[start]]
	for i := start + n; i < len(word); i += n {
		class := classes[word[i]]
		other := class&inWord != 0
		n = 1
		if class == beyond {
			t.Tick(4)
			other, n = wordChar(word[i:])
		}
		if other != is {
			return i, seen
		}
		seen |= class
	}
	return len(word), seen
}

// wordChar reports whether s begins with a character of words, as `\w` has them, and returns its length.
func wordChar(s string) (bool, int) {
	if s[0] < utf8.RuneSelf {
		return classes[s[0]]&inWord != 0, 1
	}
	if isPlain(s) {
		return false, plainLen
	}
	r, n := utf8.DecodeRuneInString(s)
	return pytext.IsWord(r), n
}
