package dolma

import (
	"fmt"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
)

// The lengths of n-grams of which only the commonest counts, and those of which all repeated ones count.
const (
	minCommon    = 2
	minDuplicate = 5
	maxDuplicate = pytext.MaxGram
)

var gramSignals = defineGrams()

func defineGrams() []profile.Signal {
	var all []profile.Signal
	for n := minCommon; n <= maxDuplicate; n++ {
		s := profile.Signal{
			Name: gramName(n),
			Description: fmt.Sprintf("Characters of the words in all occurrences of the commonest %d words in a row, the first of equally "+
				"common ones, to the characters of all words. Undefined with fewer than %d words.", n, n),
			Unit: "ratio",
		}
		if n >= minDuplicate {
			s.Description = fmt.Sprintf("Characters of the words in all occurrences of %d words in a row that occur more than once, each "+
				"occurrence counted whole, to the same of all %d words in a row. Undefined with fewer than %d words.", n, n, n)
		}
		all = append(all, s)
	}
	return all
}

// gramName returns the tagger's name of the signal for n.
func gramName(n int) string {
	if n < minDuplicate {
		return fmt.Sprintf("fraction_of_characters_in_most_common_%dgrams", n)
	}
	return fmt.Sprintf("fraction_of_characters_in_duplicate_%dgrams", n)
}

func measureGrams(t *pytext.Text, v []float64) {
	w := t.Words()
	chars := w.Chars()
	total := chars // the characters of all n-grams
	for n := 1; n <= maxDuplicate && n <= w.Len(); n++ {
		if n >= minDuplicate {
			v[n-minCommon] = over(w.Repeats(n).OccurrenceChars, total)
		} else if n >= minCommon {
			top := topGram(w, n)
			v[n-minCommon] = over(int(top.Count)*w.GramChars(int(top.First), n), chars)
		}
		// There is one (n+1)-gram fewer, and each is an n-gram and the word after it.
		total += chars - w.GramChars(0, n) - w.GramChars(w.Len()-n, n)
	}
	copy(v[len(gramSignals):], v[:len(gramSignals)])
}

// topGram returns the commonest n-gram; where none occurs twice, the first.
func topGram(w *pytext.Words, n int) pytext.Gram {
	if top := w.Repeats(n).Commonest; top.Count > 0 {
		return top
	}
	return pytext.Gram{First: 0, Count: 1}
}

// findGrams adds the stretches that the commonest n-gram, or all repeated ones, cover.
func findGrams(t *pytext.Text, i int, p *profile.Places) {
	w := t.Words()
	n := i + minCommon
	if w.Len() < n {
		return
	}
	if n >= minDuplicate {
		p.AddStretches(w.Repeats(n).Covered, w.Cover)
		return
	}
	var s pytext.Stretches
	for at := range w.Occurrences(topGram(w, n), n) {
		s.Add(int32(at), int32(at+n)) //nolint:gosec // a Text is shorter than 2 GiB
	}
	p.AddStretches(s, w.Cover)
}

// runes returns the length of a piece of t in code points.
func runes(t *pytext.Text, piece string) int {
	if t.ASCII {
		return len(piece)
	}
	return utf8.RuneCountInString(piece)
}
