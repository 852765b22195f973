package gazetteer

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/copydesk/copydesk/internal/text"
)

//go:embed others.txt
var othersFile string

// Kind is what a name names that is no person, organisation or place.
type Kind uint8

// The kinds.
const (
	Nationality Kind = iota + 1 // or a religion, or a political group
	Event
	Work
	Product
	Law
)

// Other is a name that is no person, organisation or place.
type Other struct {
	Kind  Kind
	Words int   // how many words it has
	Share uint8 // of a hundred such words, how many are such a name
}

// MaxOther is the most words of such a name.
const MaxOther = 7

// others are whole names, the first words of names of several, and the last words with which names of events and laws end.
type others struct {
	whole map[string]Other
	first map[string]bool
	heads map[string]Other
}

var kinds = map[byte]Kind{'N': Nationality, 'E': Event, 'W': Work, 'P': Product, 'L': Law}

// known reads lines of a letter for the kind (small for a head), the share, and the name.
var known = sync.OnceValue(func() (o others) {
	o = others{map[string]Other{}, map[string]bool{}, map[string]Other{}}
	for line := range strings.Lines(othersFile) {
		kind, rest, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		digits, name, _ := strings.Cut(rest, " ")
		x := Other{Kind: kinds[kind[0]&^0x20], Share: share(digits)}
		if kind[0]&0x20 != 0 {
			o.heads[name] = x
			continue
		}
		o.whole[name] = x
		if word, _, several := strings.Cut(name, " "); several {
			o.first[word] = true
		}
	}
	return o
})

func share(digits string) (n uint8) {
	for _, c := range []byte(digits) {
		n = n*10 + c - '0'
	}
	return n
}

// FindOther returns the name that begins with the first of words, which are of one sentence of clean: a known one, or capitalised
// words, with "of" and "the" between them, that end in a word that events or laws end in. It reports false if there is none.
func FindOther(clean string, words []text.Word) (Other, bool) {
	if len(words) == 0 || !words[0].Shape.Has(text.Capital) {
		return Other{}, false
	}
	o := known()
	if o.first[words[0].Of(clean)] {
		for n := min(MaxOther, len(words)); n > 1; n-- {
			if x, ok := o.whole[clean[words[0].Start:words[n-1].End]]; ok {
				x.Words = n
				return x, true
			}
		}
	}
	if x, ok := o.headed(clean, words); ok {
		return x, true
	}
	x, ok := o.whole[words[0].Of(clean)]
	x.Words = 1
	return x, ok
}

// headed returns the longest run of capitalised words from the first on that ends in a head.
func (o *others) headed(clean string, words []text.Word) (found Other, ok bool) {
	for i := 1; i < min(MaxOther, len(words)); i++ {
		w := words[i]
		if clean[words[i-1].End:w.Start] != " " {
			break
		}
		word := w.Of(clean)
		switch {
		case w.Shape.Has(text.Capital):
			if x, is := o.heads[word]; is {
				x.Words = i + 1
				found, ok = x, true
			}
		case word != "of" && word != "the" && word != "and" && word != "for":
			return found, ok
		}
	}
	return found, ok
}
