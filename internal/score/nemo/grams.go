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
			Description: fmt.Sprintf("characters that go when the commonest %d-gram of words, joined by spaces, is taken out of the text everywhere / length; of several the first; 1 with fewer words", n),
			Unit:        "ratio",
		})
	}
	for n := minDuplicate; n <= maxDuplicate; n++ {
		list = append(list, profile.Signal{
			Name:        fmt.Sprintf("%srepeating_dup_%dgram", prefix, n),
			Description: fmt.Sprintf("characters of the words, and spaces between them, in %d-grams that occurred before, each word counted once unless n-grams that did not occur before lie between / length; 1 with fewer words", n),
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
			v[i] = profile.Ratio(w.Repeats(n).LaterChars, t.Runes)
		}
	}
}

// topGram returns the commonest n-gram, joined by spaces, and its length in characters. There are at least n words.
func topGram(t *pytext.Text, n int) (gram string, chars int) {
	w := t.Words()
	at := int(w.Repeats(n).Commonest.First) // 0 where none occurs twice
	return joined(t, at, n), w.GramChars(at, n) + n - 1
}

// joined returns the n words from at on, joined by spaces.
func joined(t *pytext.Text, at, n int) string {
	w := t.Words()
	whole := w.Cover(at, n).Of(t.S)
	words := make([]string, n)
	length := n - 1
	for k := range words {
		words[k] = w.Type(w.IDs[at+k])
		length += len(words[k])
	}
	if length == len(whole) && strings.Count(whole, " ") == n-1 {
		return whole // the usual case
	}
	return strings.Join(words, " ")
}

func findGrams(t *pytext.Text, i int, p *profile.Places) {
	n, w := gramLength(i), t.Words()
	if w.Len() < n {
		return
	}
	if n > maxTop {
		p.AddStretches(w.Repeats(n).Later, w.Cover)
		return
	}
	gram, _ := topGram(t, n)
	for at := 0; ; {
		n := strings.Index(t.S[at:], gram)
		if n < 0 {
			return
		}
		t.Tick(n + 4)
		at += n + len(gram)
		p.Add(text.Span{Start: at - len(gram), End: at})
	}
}
