package general

import (
	"math/bits"
	"strings"
)

// vowel reports whether letter i is a vowel.
func (l *letters) vowel(i int) bool { return l.vowels>>i&1 != 0 }

// strongVowels has a bit for each, from a on, and weakVowel that of y.
const (
	strongVowels uint32 = 1<<('a'-'a') | 1<<('e'-'a') | 1<<('i'-'a') | 1<<('o'-'a') | 1<<('u'-'a')
	weakVowel    uint32 = 1 << ('y' - 'a')
)

// count returns the number of syllables. A y is a vowel unless it stands first or between two others ("beyond").
func (l *letters) count() int {
	l.vowels = l.strong | l.weak&^1&^(l.strong<<1&(l.strong>>1))
	starts := l.vowels &^ (l.vowels << 1)
	n := bits.OnesCount64(starts)
	if n == 0 && l.capital {
		return l.n
	}
	first := bits.TrailingZeros64(starts)
	for later := l.vowels &^ starts; later != 0; later &= later - 1 {
		i := bits.TrailingZeros64(later)
		run := bits.Len64(starts&(1<<i-1)) - 1
		if l.apart(i, run, run == first) {
			n++
			starts |= 1 << i
		}
	}
	return max(1, n+l.ending(n)-l.compound())
}

// hiatus is a pair of vowels that are spoken apart.
type hiatus struct {
	pair string

	// later says that it is none in the word's first syllable, and first that it is none elsewhere.
	first, later bool

	// not are letters before the pair that keep it together.
	not string

	// rest is what the word must go on with; only is that nothing else may follow.
	rest string
	only bool
}

var hiatuses = []hiatus{
	{pair: "ia", first: true, rest: ""},                                                                                  // "giant"
	{pair: "io", first: true, rest: ""},                                                                                  // "lion"
	{pair: "ia", not: "tscgxlnv", rest: ""}, {pair: "io", not: "tscgxln", rest: ""}, {pair: "iu", not: "tscg", rest: ""}, // "radio", "social"
	{pair: "ia", rest: "t"}, {pair: "ia", rest: "nc"}, {pair: "ia", not: "tscgxl", rest: "n"}, // "mediate", "reliance", "Iranian"
	{pair: "ua", not: "qg", rest: ""}, {pair: "uo", not: "qg", rest: ""}, // "actual"
	{pair: "ue", not: "qg", rest: "n"}, {pair: "ue", not: "qg", rest: "l"}, // "fluent", "fuel"
	{pair: "eo", not: "pg", rest: ""},                                                                                                      // "video"
	{pair: "ea", rest: "ct"}, {pair: "ea", later: true, rest: "r", only: true}, {pair: "ea", later: true, not: "c", rest: "n", only: true}, // "react", "nuclear", "European"
	{pair: "ea", not: "nlspthmb", rest: "", only: true, later: true}, {pair: "ea", not: "nlspthmb", rest: "s", only: true, later: true}, // "idea"
	{pair: "ie", first: true, rest: "t"}, {pair: "ie", rest: "ty"}, {pair: "ie", first: true, rest: "nt"}, {pair: "ie", first: true, rest: "nc"}, // "diet", "society", "client"
	{pair: "ie", not: "tscgn", rest: "nt"}, {pair: "ie", not: "tscgn", rest: "nc"}, // "obedient", "audience"
	{pair: "ie", later: true, not: "dtmg", rest: "r"}, {pair: "ie", later: true, not: "dtmg", rest: "st"}, // "easier"
	{pair: "ei", rest: "ng", only: true}, {pair: "oi", rest: "ng", only: true}, {pair: "yi", rest: "ng", only: true}, // "being"
	{pair: "ya", first: true, rest: "n"}, {pair: "ao", rest: "s", only: true}, // "Ryan", "chaos"
}

// pairs has a bit for the second vowel of each pair in hiatuses, by the first.
var pairs = func() (table ['z' - 'a' + 1]uint32) {
	for _, h := range hiatuses {
		table[h.pair[0]-'a'] |= 1 << (h.pair[1] - 'a')
	}
	return table
}()

// apart reports whether vowel i begins a syllable of its own behind the vowel before, in the run of vowels from run on;
// first says that the run is the word's first.
func (l *letters) apart(i, run int, first bool) bool {
	if pairs[l.text[i-1]-'a']>>(l.text[i]-'a')&1 == 0 {
		return false
	}
	c := byte(0)
	if run > 0 {
		c = l.text[run-1]
	}
	for k := range hiatuses {
		h := &hiatuses[k]
		if h.pair[0] != l.text[i-1] || h.pair[1] != l.text[i] || h.first && (!first || c == 0) || h.later && first {
			continue
		}
		rest := l.text[i+1 : l.n]
		if strings.IndexByte(h.not, c) < 0 && len(rest) >= len(h.rest) && string(rest[:len(h.rest)]) == h.rest && (!h.only || len(rest) == len(h.rest)) {
			return true
		}
	}
	return false
}
