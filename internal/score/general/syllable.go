package general

import (
	"math/bits"
	"strings"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/score/measure"
)

// spelling is what a word's characters say of it.
type spelling struct {
	letters, digits int
	capital         bool // the first letter is one

	// syllables is their number in English, by the spelling: 1 at least for each part between characters that are neither
	// letters nor apostrophes, and for a word without letters.
	//
	// A run of vowels counts one. An e at the end is silent but behind a consonant and l ("table"), and in -ed and -es where
	// the consonant before lets it ("boxes", "wanted"). Vowels that are spoken apart ("radio", "lion", "doing") count two. A
	// part of consonants that begins with a capital is spelled out ("BBC").
	syllables int

	// heard is the number without a last one that is only the ending -ed, -es or -ing.
	heard int

	// ending says that the last part ends so.
	ending bool
}

// spell reads word.
func (l *letters) spell(word string) (p spelling) {
	l.clear()
	for i := 0; i < len(word); {
		if n := l.ascii(word[i:]); n > 0 {
			p.add(n, word[i] < 'a')
			i += n
			continue
		}
		r, size := utf8.DecodeRuneInString(word[i:])
		i += size
		switch {
		case r == '\'' || r == '’':
		case r >= utf8.RuneSelf && measure.IsAlpha(r):
			p.add(1, measure.IsUpper(r))
			l.put(base(r), measure.IsUpper(r))
		default:
			p.digits += count(measure.IsAlnum(r))
			l.end(&p)
		}
	}
	l.end(&p)
	p.heard = p.syllables
	if p.ending && p.syllables >= minLong {
		p.heard--
	}
	p.syllables = max(1, p.syllables)
	return p
}

// add adds n letters; capital says whether the first is one.
func (p *spelling) add(n int, capital bool) {
	if p.letters == 0 {
		p.capital = capital
	}
	p.letters += n
}

// end ends a part, if there is one.
func (l *letters) end(p *spelling) {
	if l.n == 0 {
		return
	}
	n := l.count()
	p.syllables += n
	p.ending = n > 1 && l.spokenEnding()
	l.clear()
}

// maxLetters is how much of a part is looked at, in letters. No English word is longer.
const maxLetters = 48

// letters is a part of a word in lower case, letters only, in ASCII: é is e.
type letters struct {
	text    [maxLetters]byte
	n       int
	strong  uint64 // bit i: letter i is one of a, e, i, o, u
	weak    uint64 // bit i: letter i is y
	vowels  uint64 // bit i: letter i is a vowel; found by count
	capital bool   // the first is one
}

func (l *letters) clear() { l.n, l.strong, l.weak, l.capital = 0, 0, 0, false }

// ascii adds the ASCII letters that s begins with, and returns how many they are.
func (l *letters) ascii(s string) int {
	i := 0
	for ; i < len(s) && isLetter(s[i]); i++ {
		l.put(s[i]|0x20, s[i] < 'a')
	}
	return i
}

func isLetter(c byte) bool { return c|0x20-'a' <= 'z'-'a' }

// put adds a letter, in lower case.
func (l *letters) put(c byte, capital bool) {
	if l.n == 0 {
		l.capital = capital
	}
	if l.n < maxLetters {
		l.text[l.n] = c
		l.strong |= uint64(strongVowels>>(c-'a')&1) << l.n
		l.weak |= uint64(weakVowel>>(c-'a')&1) << l.n
		l.n++
	}
}

// base returns the ASCII letter that r, of Latin-1, is a form of; another letter is a consonant as good as x.
func base(r rune) byte {
	const first = 'À'
	if r < first || r > 'ÿ' {
		return 'x'
	}
	return "aaaaaaaceeeeiiiidnoooooxouuuuytsaaaaaaaceeeeiiiidnoooooxouuuuyty"[r-first]
}

func (l *letters) ends(s string) bool { return l.n >= len(s) && string(l.text[l.n-len(s):l.n]) == s }

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
	{pair: "ia", first: true, rest: ""}, // "giant"
	{pair: "io", first: true, rest: ""}, // "lion"
	{pair: "ia", not: "tscgxlnv", rest: ""}, {pair: "io", not: "tscgxln", rest: ""}, {pair: "iu", not: "tscg", rest: ""}, // "radio", "social"
	{pair: "ia", rest: "t"}, {pair: "ia", rest: "nc"}, {pair: "ia", not: "tscgxl", rest: "n"}, // "mediate", "reliance", "Iranian"
	{pair: "ua", not: "qg", rest: ""}, {pair: "uo", not: "qg", rest: ""}, // "actual"
	{pair: "ue", not: "qg", rest: "n"}, {pair: "ue", not: "qg", rest: "l"}, // "fluent", "fuel"
	{pair: "eo", not: "pg", rest: ""}, // "video"
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

// ending returns by how many syllables the ending differs from its runs of vowels, of which the word has n.
func (l *letters) ending(n int) int {
	switch l.text[l.n-1] {
	case 'm':
		return count(l.ends("sm"))
	case 't':
		return count(l.ends("dnt") || l.ends("snt")) + l.inner(n) // "couldn't"
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

// count is 1 if b, else 0.
func count(b bool) int {
	if b {
		return 1
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

// firstParts are those of compounds that keep their silent e.
var firstParts = []string{"some", "there", "where", "home", "house", "face", "life", "time", "wide", "else", "spokes"}

// minCompound is the least length of one, in letters.
const minCompound = 7

// compound returns 1 if the word is one of them and a consonant follows.
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

// silent returns -1 if the e at i is silent: it stands behind a consonant that is none of those, nor l or r behind another
// consonant ("table", "acre", "hundred"); and in -gue and -que.
func (l *letters) silent(i int, but string) int {
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
	case l.vowel(i-1) || strings.IndexByte(but, c) >= 0:
		return 0
	case (c == 'l' || c == 'r') && !l.vowel(i-2) && b != c:
		return 0
	default:
		return -1
	}
}

// spokenEnding reports whether the part ends in -es, -ed or -ing.
func (l *letters) spokenEnding() bool { return l.ends("es") || l.ends("ed") || l.ends("ing") }
