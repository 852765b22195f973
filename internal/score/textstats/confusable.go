package textstats

import (
	"unicode"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

var confusableSignals = []profile.Signal{
	{
		Name: prefix + "confusable_words", Unit: "words",
		Description: "runs of letters that mix letters of Latin, Cyrillic and Greek of which those of one look like letters of another (Unicode Technical " +
			"Standard 39); those of only such letters of a script that the text has no other letters of; those of two and more letters for mathematics",
	},
	{Name: prefix + "confusable_word_ratio", Description: "confusable words / words between white space", Unit: "ratio"},
}

// lookAlikes are the letters of Cyrillic and Greek that look like one of Latin, each before that one, in all usual typefaces. Small letters
// of Greek that stand for quantities, as in TNFα, are not among them.
const lookAlikes = "аaеeоoрpсcуyхxѕsіiјjһhԁdԛqԝwѵvӏlүyАAВBЕEКKМMНHОOРPСCТTУYХXЅSІIЈJԌGԚQԜWѴVҮYЁËёëЇÏїï" +
	"ΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXοoϲcϳj"

// alphabet is one of the scripts that are mixed.
type alphabet int8

const (
	noAlphabet alphabet = iota
	latinLetters
	cyrillicLetters
	greekLetters
	mathLetters
	alphabets
)

// letter is what is known of a letter.
type letter struct {
	alphabet alphabet
	alike    [alphabets]bool // whether it looks like a letter of that alphabet
}

// letters are those below firstRare, where nearly all are.
const firstRare = 0x530

var letters = func() (table [firstRare]letter) {
	for r := range rune(firstRare) {
		table[r].alphabet = alphabetOf(r)
	}
	pairs := []rune(lookAlikes)
	for i := 0; i < len(pairs); i += 2 {
		other, latin := &table[pairs[i]], &table[pairs[i+1]]
		other.alike[latinLetters] = true
		latin.alike[other.alphabet] = true
	}
	return table
}()

// rareLetter is a letter that looks like no other, by alphabet.
var rareLetter = func() (table [alphabets]letter) {
	for a := range table {
		table[a].alphabet = alphabet(a)
	}
	return table
}()

func letterOf(r rune) *letter {
	if r < firstRare {
		return &letters[r]
	}
	return &rareLetter[alphabetOf(r)]
}

func alphabetOf(r rune) alphabet {
	switch {
	case 'a' <= r|0x20 && r|0x20 <= 'z', 0xC0 <= r && r < 0x250 && r != 0xD7 && r != 0xF7, 0x1E00 <= r && r < 0x1F00:
		return latinLetters
	case 0x370 <= r && r < 0x400 && unicode.IsLetter(r), 0x1F00 <= r && r < 0x2000 && unicode.IsLetter(r):
		return greekLetters
	case 0x400 <= r && r < firstRare && unicode.IsLetter(r):
		return cyrillicLetters
	case 0x1D400 <= r && r < 0x1D7CE:
		return mathLetters
	default:
		return noAlphabet
	}
}

// run is a run of letters.
type run struct {
	span  text.Span
	count [alphabets]int // letters of each alphabet
	alike [alphabets]int // of Cyrillic and Greek those that look like Latin
	latin [alphabets]int // letters of Latin that look like those
}

// kind is what a run is as to look-alikes.
type kind int

const (
	plain  kind = iota
	mixed       // of two alphabets, or in letters for mathematics
	veiled      // of look-alikes alone: counts if its alphabet is otherwise not in the text
)

// kindOf returns what the run is, and the alphabet of look-alikes.
func (r *run) kindOf() (kind, alphabet) {
	if r.count[mathLetters] > 1 {
		return mixed, mathLetters
	}
	for a := cyrillicLetters; a <= greekLetters; a++ {
		switch n, latin := r.count[a], r.count[latinLetters]; {
		case n == 0:
		case latin > 0 && (r.alike[a] == n || r.latin[a] == latin && latin < n):
			return mixed, a
		case n > 1 && r.alike[a] == n:
			return veiled, a
		}
	}
	if c, g := r.count[cyrillicLetters], r.count[greekLetters]; c > 0 && g > 0 && (r.alike[cyrillicLetters] == c || r.alike[greekLetters] == g) {
		return mixed, greekLetters
	}
	return plain, noAlphabet
}

// eachRun calls f with the runs of letters of s that have a letter of Cyrillic, Greek or mathematics.
func eachRun(t *pytext.Text, f func(*run)) {
	s, done := t.S, 0
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf {
			n := asciiPrefix(s[i:])
			t.Tick(n/8 + 1)
			i += n
			continue
		}
		t.Tick(4)
		c, n := utf8.DecodeRuneInString(s[i:])
		if a := letterOf(c).alphabet; a == noAlphabet || a == latinLetters {
			i += n
			continue
		}
		r := run{span: text.Span{Start: i}}
		for r.span.Start > done {
			before, n := utf8.DecodeLastRuneInString(s[done:r.span.Start])
			if letterOf(before).alphabet == noAlphabet && !isMark(before) {
				break
			}
			t.Tick(4)
			r.span.Start -= n
		}
		for i = r.span.Start; i < len(s); i += n {
			c, n = utf8.DecodeRuneInString(s[i:])
			l := letterOf(c)
			if l.alphabet == noAlphabet && !isMark(c) {
				break
			}
			t.Tick(4)
			r.add(l)
		}
		r.span.End, done = i, i
		f(&r)
	}
}

func isMark(r rune) bool { return r >= 0x300 && unicode.IsMark(r) }

// asciiPrefix returns the length of the ASCII that s begins with, up to 4 KiB.
func asciiPrefix(s string) int {
	s = s[:min(len(s), 4<<10)]
	i := 0
	for i+8 <= len(s) && s[i]|s[i+1]|s[i+2]|s[i+3]|s[i+4]|s[i+5]|s[i+6]|s[i+7] < utf8.RuneSelf {
		i += 8
	}
	for i < len(s) && s[i] < utf8.RuneSelf {
		i++
	}
	return i
}

func (r *run) add(l *letter) {
	r.count[l.alphabet]++
	if l.alike[latinLetters] {
		r.alike[l.alphabet]++
	}
	for a := cyrillicLetters; a <= greekLetters; a++ {
		if l.alike[a] {
			r.latin[a]++
		}
	}
}

// found are the confusable words of a text.
type found struct {
	mixed  int
	veiled [alphabets]int

	// has are the alphabets of which the text has a letter, outside mixed runs, that looks like none of Latin: words of
	// look-alikes are words of that alphabet then.
	has [alphabets]bool
}

func look(t *pytext.Text) (f found) {
	eachRun(t, func(r *run) {
		switch k, a := r.kindOf(); k {
		case mixed:
			f.mixed++
			return
		case veiled:
			f.veiled[a]++
		case plain:
		}
		for a := cyrillicLetters; a <= greekLetters; a++ {
			f.has[a] = f.has[a] || r.count[a] > r.alike[a]
		}
	})
	return f
}

func measureConfusable(t *pytext.Text, v []float64) {
	f := look(t)
	n := f.mixed
	for a, veiled := range f.veiled {
		if !f.has[a] {
			n += veiled
		}
	}
	v[0] = float64(n)
	total := 0
	for _, c := range t.Words().Counts {
		total += int(c)
	}
	v[1] = profile.Ratio(n, total)
}

func findConfusable(t *pytext.Text, _ int, p *profile.Places) {
	f := look(t)
	eachRun(t, func(r *run) {
		if k, a := r.kindOf(); k == mixed || k == veiled && !f.has[a] {
			p.Add(r.span)
		}
	})
}
