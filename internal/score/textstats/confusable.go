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

// The letters of lookAlikes; those of Latin that they look like are by the alphabet of the others.
var alike, latinAlike = func() (map[rune]bool, [alphabets]map[rune]bool) {
	one, of := map[rune]bool{}, [alphabets]map[rune]bool{cyrillicLetters: {}, greekLetters: {}}
	letters := []rune(lookAlikes)
	for i := 0; i < len(letters); i += 2 {
		one[letters[i]] = true
		of[alphabetOf(letters[i])][letters[i+1]] = true
	}
	return one, of
}()

func alphabetOf(r rune) alphabet {
	switch {
	case 'a' <= r|0x20 && r|0x20 <= 'z', 0xC0 <= r && r < 0x250 && r != 0xD7 && r != 0xF7, 0x1E00 <= r && r < 0x1F00:
		return latinLetters
	case 0x370 <= r && r < 0x400 && unicode.IsLetter(r), 0x1F00 <= r && r < 0x2000 && unicode.IsLetter(r):
		return greekLetters
	case 0x400 <= r && r < 0x530 && unicode.IsLetter(r):
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
		if a := alphabetOf(c); a == noAlphabet || a == latinLetters {
			i += n
			continue
		}
		r := run{span: text.Span{Start: i}}
		for r.span.Start > done {
			before, n := utf8.DecodeLastRuneInString(s[done:r.span.Start])
			if alphabetOf(before) == noAlphabet && !unicode.IsMark(before) {
				break
			}
			t.Tick(4)
			r.span.Start -= n
		}
		for i = r.span.Start; i < len(s); i += n {
			c, n = utf8.DecodeRuneInString(s[i:])
			a := alphabetOf(c)
			if a == noAlphabet && (c < utf8.RuneSelf || !unicode.IsMark(c)) {
				break
			}
			t.Tick(4)
			r.add(c, a)
		}
		r.span.End, done = i, i
		f(&r)
	}
}

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

func (r *run) add(c rune, a alphabet) {
	r.count[a]++
	switch a {
	case latinLetters:
		for _, other := range [...]alphabet{cyrillicLetters, greekLetters} {
			if latinAlike[other][c] {
				r.latin[other]++
			}
		}
	case cyrillicLetters, greekLetters:
		if alike[c] {
			r.alike[a]++
		}
	case noAlphabet, mathLetters, alphabets:
	}
}

// unmistakable reports for each alphabet whether the text has a letter of it, outside mixed runs, that looks like no letter of
// Latin: words of look-alikes are words of that alphabet then.
func unmistakable(t *pytext.Text) (has [alphabets]bool) {
	eachRun(t, func(r *run) {
		if k, _ := r.kindOf(); k == mixed {
			return
		}
		for a := range has {
			has[a] = has[a] || r.count[a] > r.alike[a]
		}
	})
	return has
}

// eachConfusable calls f with the confusable words of t.
func eachConfusable(t *pytext.Text, f func(text.Span)) {
	has := unmistakable(t)
	eachRun(t, func(r *run) {
		if k, a := r.kindOf(); k == mixed || k == veiled && !has[a] {
			f(r.span)
		}
	})
}

func measureConfusable(t *pytext.Text, v []float64) {
	n := 0
	eachConfusable(t, func(text.Span) { n++ })
	v[0] = float64(n)
	total := 0
	for _, c := range t.Words().Counts {
		total += int(c)
	}
	v[1] = profile.Ratio(n, total)
}

func findConfusable(t *pytext.Text, _ int, p *profile.Places) { eachConfusable(t, p.Add) }
