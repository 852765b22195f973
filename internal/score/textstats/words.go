package textstats

import (
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
)

var wordSignals = []profile.Signal{
	{Name: prefix + "word_entropy", Description: "Shannon's entropy of the words between white space, as they are written", Unit: "bits"},
	{Name: prefix + "all_caps_word_ratio", Description: "words of two or more letters, all of them capitals / words with a letter", Unit: "ratio"},
	{Name: prefix + "title_case_word_ratio", Description: "words of two or more letters of which the first is a capital and no other / words with a letter", Unit: "ratio"},
}

const (
	wordEntropy = iota
	allCapsRatio
	titleCaseRatio
)

// casing is how a word uses capitals.
type casing int

const (
	noLetters casing = iota
	otherCase
	allCaps
	titleCase
	casings
)

func measureWords(t *pytext.Text, v []float64) {
	w := t.Words()
	var e entropy
	var counts [casings]int
	for id, word := range w.All() {
		n := int(w.Counts[id])
		e.add(n)
		counts[casingOf(t, word)] += n
	}
	lettered := w.Len() - counts[noLetters]
	v[wordEntropy] = e.bits()
	v[allCapsRatio] = profile.Ratio(counts[allCaps], lettered)
	v[titleCaseRatio] = profile.Ratio(counts[titleCase], lettered)
}

// casingOf returns the casing of word. Marks and digits in it do not matter; a letter without case is not a capital.
func casingOf(t *pytext.Text, word string) casing {
	letters, capitals, first := 0, 0, false
	for i := 0; i < len(word); {
		c := word[i]
		if c < utf8.RuneSelf {
			i++
			if letter := c | 0x20; letter < 'a' || 'z' < letter {
				continue
			}
			letters++
			if c <= 'Z' {
				capitals++
				first = first || letters == 1
			}
			continue
		}
		t.Tick(4)
		r, n := utf8.DecodeRuneInString(word[i:])
		i += n
		if !pytext.IsAlpha(r) {
			continue
		}
		letters++
		if pytext.IsUpper(r) {
			capitals++
			first = first || letters == 1
		}
	}
	switch {
	case letters == 0:
		return noLetters
	case letters > 1 && capitals == letters:
		return allCaps
	case letters > 1 && capitals == 1 && first:
		return titleCase
	default:
		return otherCase
	}
}

func findWords(t *pytext.Text, i int, p *profile.Places) {
	if i == wordEntropy {
		return
	}
	wanted := allCaps
	if i == titleCaseRatio {
		wanted = titleCase
	}
	w := t.Words()
	for at, id := range w.IDs {
		word := w.Type(id)
		t.Tick(len(word) + 4)
		if casingOf(t, word) == wanted {
			p.Add(w.Span(at))
		}
	}
}
