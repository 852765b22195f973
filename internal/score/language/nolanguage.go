package language

import "github.com/copydesk/copydesk/internal/portable"

// traits is how many traits of a text say whether it is in a language at all.
const traits = 17

// Traits returns what a text looks like, each from 0 to 1 or not far beyond.
func (m *Model) Traits(s string) [traits]float64 {
	var e evidence
	m.read(s, &e)
	return m.traits(&e)
}

// traits are shares of characters, tokens and words, and how well the model knows the words.
func (m *Model) traits(e *evidence) (t [traits]float64) {
	letters := 0
	for _, n := range e.letters {
		letters += n
	}
	cased := e.wordsOf[Latin] + e.wordsOf[Cyrillic] + e.wordsOf[Greek] + e.wordsOf[Armenian]
	read := ratio(e.words, e.words+2) // how much there is to judge by
	t[0] = ratio(e.digits, e.chars)
	t[1] = ratio(e.symbols, e.chars)
	t[2] = ratio(e.noise, e.tokens)
	t[3] = ratio(e.chars-letters-e.digits, e.chars)
	t[4] = ratio(min(5*e.odd, e.chars), e.chars)
	t[5] = float64(read * ratio(e.capitals, cased))
	t[6] = float64(t[5] * t[5])
	t[7] = ratio(min(5*e.inner, e.words), e.words)
	t[8] = read
	wholes := 0
	for _, n := range e.wholes {
		wholes += n
	}
	t[9] = float64(read * ratio(wholes-e.known, wholes))
	deep := 1 - ratio(e.depth, 3*e.places)
	if e.places == 0 {
		deep = 0
	}
	t[10] = float64(read * deep)
	t[11] = float64(float64(read*deep) * deep)
	t[12] = float64(read * m.strength(e, Latin, Latin))
	t[13] = ratio(e.tokens, e.tokens+8)
	uncased := letters - e.letters[Latin] - e.letters[Cyrillic] - e.letters[Greek] - e.letters[Armenian]
	t[14] = ratio(uncased, e.chars) // programs, digests and wrong encodings have none
	t[15] = float64(read * m.strength(e, Cyrillic, Scripts-1))
	if wholes > 0 && e.places == 0 {
		t[16] = 1 // the words as a whole left no doubt
	}
	return t
}

// strength is how little the words in the scripts from first to last are those of one language: 0 where they are or there are none, and 1
// where not at all.
func (m *Model) strength(e *evidence, first, last Script) float64 {
	words, scored, best := 0, 0, int32(0)
	for s := first; s <= last; s++ {
		if m.alone[s] || e.wordsOf[s] == 0 {
			continue
		}
		n, _ := e.measureOf(s)
		words += e.wordsOf[s]
		scored += n
		for c := m.first[s]; c < m.first[s+1]; c++ {
			best = max(best, e.scores[c])
		}
	}
	if words == 0 {
		return 0
	}
	perWord := float64(best) * unit / float64(scored)
	return float64(ratio(words, e.words) / (1 + float64(perWord*.5)))
}

func ratio(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}

// noLanguage returns the probability that a text is in no language.
func (m *Model) noLanguage(e *evidence) float64 {
	sum := m.evidence[traits]
	for i, x := range m.traits(e) {
		sum += float64(x * m.evidence[i])
	}
	return 1 / (1 + portable.Exp(-sum))
}
