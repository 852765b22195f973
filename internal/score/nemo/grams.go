package nemo

import (
	"fmt"
	"strings"

	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

// The lengths of the n-grams.
const (
	minTop       = 2
	maxTop       = 4
	minDuplicate = 5
	maxDuplicate = 10
)

var gramSignals = func() (list []profile.Signal) {
	for n := minTop; n <= maxTop; n++ {
		list = append(list, profile.Signal{
			Name:        fmt.Sprintf("%srepeating_top_%dgrams", prefix, n),
			Description: fmt.Sprintf("characters that vanish when the commonest %d-gram of words, joined by spaces, is taken out of the text wherever it stands / length; of several the first seen; 1 with fewer words", n),
			Unit:        "ratio",
		})
	}
	for n := minDuplicate; n <= maxDuplicate; n++ {
		list = append(list, profile.Signal{
			Name:        fmt.Sprintf("%srepeating_dup_%dgram", prefix, n),
			Description: fmt.Sprintf("characters of the words, and spaces between them, in %d-grams that stood before, each word counted once unless n-grams that did not stand before lie between / length; 1 with fewer words", n),
			Unit:        "ratio",
		})
	}
	return list
}()

// gramLength returns the n of signal i.
func gramLength(i int) int {
	if n := minTop + i; n <= maxTop {
		return n
	}
	return minDuplicate + i - (maxTop - minTop + 1)
}

func measureGrams(t *pytext.Text, v []float64) {
	w := t.Words()
	for i := range v {
		n := gramLength(i)
		switch {
		case w.Len() < n:
			v[i] = emptyValue
		case n <= maxTop:
			gram, chars := topGram(t, n)
			v[i] = profile.Ratio(strings.Count(t.S, gram)*chars, t.Runes)
		default:
			v[i] = profile.Ratio(duplicated(w, n), t.Runes)
		}
	}
}

// topGram returns the commonest n-gram, joined by spaces, and its length in characters. There are n words at least.
func topGram(t *pytext.Text, n int) (gram string, chars int) {
	w := t.Words()
	at, most := int32(0), int32(1)
	for name, count := range w.Level(n).Counts {
		if count > most {
			at, most = w.Level(n).Firsts[name], count
		}
	}
	return joined(t, int(at), n), w.GramChars(int(at), n) + n - 1
}

// joined returns the n words from at on, joined by spaces.
func joined(t *pytext.Text, at, n int) string {
	w := t.Words()
	whole := w.Span(at).Cover(w.Span(at + n - 1)).Of(t.S)
	words := make([]string, n)
	length := n - 1
	for k := range words {
		words[k] = w.Type(w.IDs[at+k])
		length += len(words[k])
	}
	if length == len(whole) && strings.Count(whole, " ") == n-1 {
		return whole // as it mostly is
	}
	return strings.Join(words, " ")
}

// duplicated returns the characters of n-grams that stood before.
func duplicated(w *pytext.Words, n int) int {
	chars := 0
	eachDuplicate(w, n, func(at, overlap int) bool {
		chars += w.GramChars(at+overlap, n-overlap) + min(n-overlap, n-1)
		return true
	})
	return chars
}

// eachDuplicate calls do with each n-gram that stood before, where it begins and how many of its words the one before has
// in common with it, until do says false.
func eachDuplicate(w *pytext.Words, n int, do func(at, overlap int) bool) {
	l := w.Level(n)
	last := -n
	for k, p := range l.Positions {
		if l.Firsts[l.Names[k]] == p {
			continue
		}
		at := int(p)
		if !do(at, max(0, n-(at-last))) {
			return
		}
		last = at
	}
}

func gramPlaces(t *pytext.Text, i, most int) []text.Span {
	n := gramLength(i)
	w := t.Words()
	if w.Len() < n {
		return nil
	}
	if n <= maxTop {
		gram, _ := topGram(t, n)
		return occurrences(t.S, gram, most)
	}
	var places []text.Span
	eachDuplicate(w, n, func(at, overlap int) bool {
		whole := w.Span(at).Cover(w.Span(at + n - 1))
		if last := len(places) - 1; overlap > 0 {
			places[last].End = whole.End
			return true
		}
		if len(places) == most {
			return false
		}
		places = append(places, whole)
		return true
	})
	return places
}

// occurrences returns the first most places where gram stands in s, none of which overlap.
func occurrences(s, gram string, most int) []text.Span {
	var places []text.Span
	for at := 0; len(places) < most; {
		n := strings.Index(s[at:], gram)
		if n < 0 {
			break
		}
		at += n + len(gram)
		places = append(places, text.Span{Start: at - len(gram), End: at})
	}
	return places
}
