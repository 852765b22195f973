package readability

import (
	"math/bits"
	"strings"
)

// vowel reports whether letter i is a vowel.
func (l *letters) vowel(i int) bool { return l.vowels>>i&1 != 0 }

// strongVowels has a bit for each of a, e, i, o and u, from a on, and weakVowel that of y.
const (
	strongVowels uint32 = 1<<0 | 1<<4 | 1<<8 | 1<<14 | 1<<20
	weakVowel    uint32 = 1 << 24
)

// count returns the number of syllables. A y is a vowel unless it comes first or between two others ("beyond").
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
		if l.isHiatus(i, run, run == first) {
			n++
			starts |= 1 << i
		}
	}
	return max(1, n+l.ending(n)-l.compound())
}

// hiatus is a pair of vowels that are pronounced separately.
type hiatus struct {
	pair string

	// rest is how the word continues after the pair, and whole says that nothing else follows.
	rest  string
	whole bool

	// not are letters before the pair after which it is one vowel.
	not string

	// at says in which runs of vowels of the word it is a hiatus.
	at runPlace
}

type runPlace int

const (
	anywhere runPlace = iota
	firstRun          // in the first, after a consonant
	laterRun          // in another
)

// hiatuses were found by comparing counts with the CMU Pronouncing Dictionary, on the words of news in order of frequency.
var hiatuses = []hiatus{
	{pair: "ia", at: firstRun},                                          // giant
	{pair: "ia", not: "tscgxlnv"},                                       // media, but social
	{pair: "ia", rest: "t"},                                             // negotiate
	{pair: "ia", rest: "nc"},                                            // reliance
	{pair: "ia", rest: "n", not: "tscgxl"},                              // Iranian
	{pair: "io", at: firstRun},                                          // lion
	{pair: "io", not: "tscgxln"},                                        // radio, but nation
	{pair: "iu", not: "tscg"},                                           // stadium
	{pair: "ua", not: "qg"},                                             // actual, but quality
	{pair: "uo", not: "qg"},                                             // virtuous
	{pair: "ue", rest: "n", not: "qg"},                                  // fluent
	{pair: "ue", rest: "l", not: "qg"},                                  // fuel
	{pair: "eo", not: "pg"},                                             // video, but people
	{pair: "ea", rest: "ct"},                                            // react
	{pair: "ea", rest: "r", whole: true, at: laterRun},                  // nuclear
	{pair: "ea", rest: "n", whole: true, not: "c", at: laterRun},        // European, but ocean
	{pair: "ea", whole: true, not: "nlspthmb", at: laterRun},            // idea
	{pair: "ea", rest: "s", whole: true, not: "nlspthmb", at: laterRun}, // areas
	{pair: "ie", rest: "t", at: firstRun},                               // quiet
	{pair: "ie", rest: "ty"},                                            // society
	{pair: "ie", rest: "nt", at: firstRun},                              // client
	{pair: "ie", rest: "nc", at: firstRun},                              // science
	{pair: "ie", rest: "nt", not: "tscgn"},                              // obedient, but patient
	{pair: "ie", rest: "nc", not: "tscgn"},                              // audience
	{pair: "ie", rest: "r", not: "dtmg", at: laterRun},                  // easier, but soldier
	{pair: "ie", rest: "st", not: "dtmg", at: laterRun},                 // easiest
	{pair: "ei", rest: "ng", whole: true},                               // being
	{pair: "oi", rest: "ng", whole: true},                               // going
	{pair: "yi", rest: "ng", whole: true},                               // trying
	{pair: "ya", rest: "n", at: firstRun},                               // Ryan
	{pair: "ao", rest: "s", whole: true},                                // chaos
}

// pairs has a bit for the second vowel of each pair in hiatuses, by the first, and hiatusesFrom those that begin with it.
var pairs, hiatusesFrom = func() (table ['z' - 'a' + 1]uint32, from ['z' - 'a' + 1][]hiatus) {
	for _, h := range hiatuses {
		first := h.pair[0] - 'a'
		table[first] |= 1 << (h.pair[1] - 'a')
		from[first] = append(from[first], h)
	}
	return table, from
}()

// isHiatus reports whether vowel i begins a syllable of its own after the vowel before it, in the run of vowels from run on;
// first says that the run is the word's first.
func (l *letters) isHiatus(i, run int, first bool) bool {
	vowel, second := l.text[i-1]-'a', l.text[i]
	if pairs[vowel]>>(second-'a')&1 == 0 {
		return false
	}
	before := byte(0)
	if run > 0 {
		before = l.text[run-1]
	}
	for k := range hiatusesFrom[vowel] {
		h := &hiatusesFrom[vowel][k]
		if h.pair[1] == second && h.fits(before, first) && h.goesOn(l.text[i+1:l.n]) {
			return true
		}
	}
	return false
}

// fits reports whether the pair can be in a run after this letter, 0 at the word's start.
func (h *hiatus) fits(before byte, first bool) bool {
	switch h.at {
	case firstRun:
		return first && before != 0
	case laterRun:
		if first {
			return false
		}
	default:
	}
	return strings.IndexByte(h.not, before) < 0
}

// goesOn reports whether the word continues as it must after the pair.
func (h *hiatus) goesOn(rest []byte) bool {
	if h.whole {
		return string(rest) == h.rest
	}
	return len(rest) >= len(h.rest) && string(rest[:len(h.rest)]) == h.rest
}
