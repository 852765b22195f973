package readability

import (
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/truth"
)

// spelling is what is read off a word's characters.
type spelling struct {
	letters, digits int
	capital         bool // the first letter is one

	// syllables is their number in English, by the spelling: at least 1 for each part between characters that are neither
	// letters nor apostrophes, and for a word without letters.
	//
	// A run of vowels counts as one. An e at the end is silent except after a consonant and l ("table"), and in -ed and -es
	// after certain consonants ("boxes", "wanted"). Vowels that are pronounced separately ("radio", "lion", "doing") count as
	// two. A part of consonants only that begins with a capital is spelled out ("BBC").
	syllables int

	// heard is the number without a last syllable that is only the ending -ed, -es or -ing.
	heard int

	// ending says that the last part has such an ending.
	ending bool
}

// spell reads word.
func (l *letters) spell(t *pytext.Text, word string) (p spelling) {
	l.clear()
	for i := 0; i < len(word); {
		if n := l.ascii(word[i:]); n > 0 {
			p.add(n, word[i] < 'a')
			i += n
			continue
		}
		t.Tick(4)
		r, size := utf8.DecodeRuneInString(word[i:])
		i += size
		switch {
		case r == '\'' || r == '’':
		case r >= utf8.RuneSelf && pytext.IsAlpha(r):
			p.add(1, pytext.IsUpper(r))
			l.put(base(r), pytext.IsUpper(r))
		default:
			p.digits += truth.Int(pytext.IsAlnum(r))
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

// maxLetters is how many letters of a part are looked at. No English word is longer.
const maxLetters = 48

// letters is a part of a word in lower case, letters only, in ASCII.
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
	n, strong, weak := l.n, l.strong, l.weak
	i := 0
	for ; i < len(s) && isLetter(s[i]); i++ {
		if n == maxLetters {
			continue
		}
		c := s[i] | 0x20
		l.text[n] = c
		strong |= uint64(strongVowels>>(c-'a')&1) << n
		weak |= uint64(weakVowel>>(c-'a')&1) << n
		n++
	}
	if l.n == 0 && i > 0 {
		l.capital = s[0] < 'a'
	}
	l.n, l.strong, l.weak = n, strong, weak
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

// base returns an ASCII letter in place of r: for a letter of Latin-1 the one that it is a form of, except a for é and the like,
// which are never silent; for other letters x, a consonant.
func base(r rune) byte {
	const first = 'À'
	if r < first || r > 'ÿ' {
		return 'x'
	}
	return "aaaaaaacaaaaiiiidnoooooxouuuuytsaaaaaaacaaaaiiiidnoooooxouuuuyty"[r-first]
}

func (l *letters) ends(s string) bool { return l.n >= len(s) && string(l.text[l.n-len(s):l.n]) == s }
