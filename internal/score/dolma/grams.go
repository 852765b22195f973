package dolma

import (
	"fmt"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

// The n of which the commonest n-gram counts, and those of which all repeated ones do.
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
			v[n-minCommon] = over(duplicateChars(w, n), total)
		} else if n >= minCommon {
			v[n-minCommon] = over(commonestChars(w, n), chars)
		}
		// Of the (n+1)-grams there is one fewer, and each is an n-gram and the word behind it.
		total += chars - w.GramChars(0, n) - w.GramChars(w.Len()-n, n)
	}
	copy(v[len(gramSignals):], v[:len(gramSignals)])
}

// commonest returns the first of the commonest repeated n-grams; -1 if none repeats.
func commonest(l *pytext.Level) int {
	best := -1
	for name, n := range l.Counts {
		if best < 0 || n > l.Counts[best] {
			best = name
		}
	}
	return best
}

func commonestChars(w *pytext.Words, n int) int {
	l := w.Level(n)
	best := commonest(l)
	if best < 0 {
		return w.GramChars(0, n)
	}
	return int(l.Counts[best]) * w.GramChars(int(l.Firsts[best]), n)
}

func duplicateChars(w *pytext.Words, n int) int {
	sum := 0
	l := w.Level(n)
	for name, count := range l.Counts {
		sum += int(count) * w.GramChars(int(l.Firsts[name]), n)
	}
	return sum
}

// placesOfGrams returns the stretches that the commonest n-gram, or all repeated ones, cover.
func placesOfGrams(t *pytext.Text, i, most int) []text.Span {
	w := t.Words()
	n := i + minCommon
	if w.Len() < n {
		return nil
	}
	l := w.Level(n)
	best := commonest(l)
	if best < 0 {
		if n < minDuplicate && most > 0 {
			return []text.Span{{Start: w.Span(0).Start, End: w.Span(n - 1).End}}
		}
		return nil
	}
	var places []text.Span
	for k, p := range l.Positions {
		if n < minDuplicate && int(l.Names[k]) != best {
			continue
		}
		s := text.Span{Start: w.Span(int(p)).Start, End: w.Span(int(p) + n - 1).End}
		if last := len(places) - 1; last >= 0 && s.Start < places[last].End {
			places[last].End = s.End
		} else if len(places) == most {
			break
		} else {
			places = append(places, s)
		}
	}
	return places
}

// runes returns the length of a piece of t in code points.
func runes(t *pytext.Text, piece string) int {
	if t.ASCII {
		return len(piece)
	}
	return utf8.RuneCountInString(piece)
}
