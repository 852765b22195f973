package main

import (
	"math/rand/v2"
	"strings"
	"unicode"
)

// prose makes texts of the words of a language, in no order, as prose looks: for what does not depend on the order.
type prose struct {
	*rand.Rand
	lexicon *lexicon
	running bool
	noise   *noise
}

func (p *prose) word() string {
	from := p.lexicon.Varied
	if p.running {
		from = p.lexicon.Running
	}
	return p.lexicon.Words[p.lexicon.pick(p.Rand, from)]
}

func capital(s string) string {
	for i, r := range s {
		return s[:i] + string(unicode.ToUpper(r)) + s[i+len(string(r)):]
	}
	return s
}

// text returns a word, some words, a headline or some sentences.
func (p *prose) text() string {
	p.running = true
	switch p.IntN(9) {
	case 0, 1:
		p.running = false
		if w := p.word(); p.IntN(2) == 0 {
			return capital(w)
		} else {
			return w
		}
	case 2:
		p.running = false
		return p.word() + " " + p.word()
	case 3:
		return p.headline(3+p.IntN(9), p.IntN(3))
	case 4:
		return strings.TrimLeft(p.number(), "(-") + []string{". ", ") ", ": ", " "}[p.IntN(4)] + p.headline(2+p.IntN(6), p.IntN(2)*2)
	}
	var list []string
	besides := func() {
		for p.IntN(5) < 2 {
			list = append(list, p.beside())
		}
	}
	besides()
	for range 1 + p.IntN(1+p.IntN(8)) {
		list = append(list, p.sentence(4+p.IntN(22)))
	}
	besides()
	return strings.Join(list, " ")
}

// beside is what stands beside sentences on the web and says nothing of their language.
func (p *prose) beside() string {
	name := func() string { return p.noise.letters(small, 3, 12) }
	switch p.IntN(6) {
	case 0:
		return "https://www." + name() + ".com/" + name() + "-" + name() + "-" + name() + "-" + name() + ".html"
	case 1:
		return "@" + name() + "_" + name()
	case 2:
		return "#" + name() + " #" + name()
	case 3:
		return p.noise.letters("123456789", 1, 2) + "." + p.noise.letters("0123456789", 3, 3) + "," + p.noise.letters("0123456789", 2, 2) + " €"
	case 4:
		return name() + "@" + name() + ".com"
	}
	return strings.Repeat("😀", 1+p.IntN(3))
}

// number is a figure, a year, a span of years or a measure.
func (p *prose) number() string {
	digits := func(least, most int) string { return p.noise.letters("0123456789", least, most) }
	switch p.IntN(6) {
	case 0, 1:
		return digits(1, 4)
	case 2:
		return []string{"19", "20"}[p.IntN(2)] + digits(2, 2)
	case 3:
		return "(1" + digits(3, 3) + []string{"-", " - ", "–"}[p.IntN(3)] + digits(4, 4) + ")"
	case 4:
		return digits(1, 2) + []string{".", ",", ":"}[p.IntN(3)] + digits(1, 3)
	}
	return digits(1, 3) + []string{"%", " €", " km", " MB", "."}[p.IntN(5)]
}

// short is an abbreviation, or a word with a capital inside: names of parties, of products and of people have them.
func (p *prose) short() string {
	switch p.IntN(4) {
	case 0:
		return p.noise.letters(small, 1, 3) + capital(p.noise.letters(small, 1, 8))
	case 1:
		return strings.ToUpper(p.noise.letters(small, 1, 2)) + "-" + p.noise.letters("0123456789", 1, 3)
	case 2:
		return capital(p.noise.letters(small, 1, 8)) + capital(p.noise.letters(small, 1, 8))
	}
	return strings.ToUpper(p.noise.letters(small, 2, 5))
}

// headline is some words, of which all are in capitals, or begin with one.
func (p *prose) headline(words, style int) string {
	list := make([]string, words)
	for i := range list {
		list[i] = p.word()
		if style == 0 || i == 0 {
			list[i] = capital(list[i])
		}
		if style == 1 {
			list[i] = strings.ToUpper(list[i])
		}
	}
	return strings.Join(list, " ")
}

// sentence has names, figures, addresses and marks here and there.
func (p *prose) sentence(words int) string {
	var b strings.Builder
	for i := range words {
		w := p.word()
		switch k := p.IntN(60); {
		case i == 0 || k < 3:
			w = capital(w)
		case k < 5:
			w = p.noise.names[p.IntN(len(p.noise.names))]
		case k == 5:
			w = p.number()
		case k == 9:
			w = p.short()
		case k == 10:
			w = p.noise.names[p.IntN(len(p.noise.names))] + " " + p.noise.names[p.IntN(len(p.noise.names))]
		case k == 6 && p.IntN(8) == 0:
			w = "https://" + p.noise.letters(small, 4, 9) + ".com/" + p.noise.letters(alphabet, 3, 9)
		case k == 7 && p.IntN(5) == 0:
			w = "@" + w
		case k == 8 && p.IntN(5) == 0:
			w = "#" + w
		}
		if i > 0 {
			b.WriteString([]string{" ", " ", " ", " ", " ", " ", " ", ", "}[p.IntN(8)])
		}
		b.WriteString(w)
	}
	return b.String() + []string{".", ".", ".", "!", "?", "…", ""}[p.IntN(7)]
}
