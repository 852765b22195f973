package dclm

import (
	"fmt"

	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

// repetitionSignal is a signal of repetition and the largest value that DCLM keeps.
type repetitionSignal struct {
	name, description string
	limit             float64
}

// repetitionSignals in DCLM's order. The n-gram ones stand at the index of their n from firstGram on.
var repetitionSignals = func() []repetitionSignal {
	list := []repetitionSignal{
		{"line_count", "part of the lines with text that stand there more than once, all of them counted", 0.3},
		{"paragraph_count", "the same of the pieces between blank lines", 0.3},
		{"line_chars", "part of the characters of lines with text that are in lines that stand there more than once", 0.2},
		{"paragraph_chars", "the same of the pieces between blank lines", 0.2},
	}
	for n, limit := range []float64{2: 0.20, 3: 0.18, 4: 0.16} {
		if n >= minGram {
			list = append(list, repetitionSignal{fmt.Sprintf("top_%dgram", n), fmt.Sprintf("part of the characters of words that is in the commonest %d words in a row, the longest of several; undefined if none repeat", n), limit})
		}
	}
	for n, limit := range []float64{5: 0.15, 6: 0.14, 7: 0.13, 8: 0.12, 9: 0.11, 10: 0.10} {
		if n > maxTop {
			list = append(list, repetitionSignal{fmt.Sprintf("dup_%dgram", n), fmt.Sprintf("part of the characters of words that is in any %d words in a row that stand there more than once; undefined if none repeat", n), limit})
		}
	}
	return list
}()

// Indices of the signals of repetition.
const (
	lineCount = iota
	paragraphCount
	lineChars
	paragraphChars
	firstGram
)

const (
	// minGram is the shortest n-gram, and maxTop the longest of which the commonest is measured.
	minGram, maxTop = 2, 4

	wordsUniseg    = firstGram + pytext.MaxGram - minGram + 1
	keepRepetition = wordsUniseg + 1
)

// repetition are Gopher's repetition filters as DCLM reads them: all occurrences count, the first too.
var repetition = profile.Group{
	Signals: func() []profile.Signal {
		var list []profile.Signal
		for _, r := range repetitionSignals {
			list = append(list, signal("repetition:"+r.name, r.description, "ratio"))
		}
		return append(list,
			signal("words_uniseg", "words of UAX #29 that begin with a letter or digit", "words"),
			decision("massive_web_repetition", "none of repetition:* is above Gopher's thresholds, and there is text"))
	}(),
	Measure: measureRepetition,
	Places:  repetitionPlaces,
}

func measureRepetition(t *pytext.Text, v []float64) {
	lines := segmentsOf(t, "\n")
	v[lineCount], v[lineChars] = lines.repeated()
	text := lines.len() > 0
	lines.release()
	paragraphs := segmentsOf(t, "\n\n")
	v[paragraphCount], v[paragraphChars] = paragraphs.repeated()
	paragraphs.release()

	k := tokensOf(t)
	v[wordsUniseg] = float64(k.Len())
	chars := k.Chars()
	for n := minGram; n <= pytext.MaxGram; n++ {
		if l := k.Level(n); len(l.Positions) == 0 {
			v[gramSignal(n)] = profile.Undefined
		} else if n <= maxTop {
			v[gramSignal(n)] = profile.Ratio(k.top(n, l), chars)
		} else {
			v[gramSignal(n)] = profile.Ratio(k.covered(n, l), chars)
		}
	}

	keep := text
	for i, r := range repetitionSignals {
		keep = keep && !(v[i] > r.limit) // undefined is no reason
	}
	v[keepRepetition] = truth(keep)
}

func gramSignal(n int) int { return firstGram + n - minGram }

// top returns the characters in the commonest n-gram, the longest of several.
func (k *tokens) top(n int, l *pytext.Level) int {
	best := k.best(n, l)
	return int(l.Counts[best]) * k.GramChars(int(l.Firsts[best]), n)
}

// best returns the name of the commonest n-gram, the longest of several, the first of those.
func (k *tokens) best(n int, l *pytext.Level) (best uint32) {
	most, longest := int32(0), 0
	for name, count := range l.Counts {
		if count < most {
			continue
		}
		length := k.GramChars(int(l.Firsts[name]), n)
		if count > most || length > longest {
			best, most, longest = uint32(name), count, length
		}
	}
	return best
}

// covered returns the characters in repeated n-grams, each once.
func (k *tokens) covered(n int, l *pytext.Level) int {
	sum, end := 0, 0
	for _, p := range l.Positions {
		start := max(end, int(p))
		end = int(p) + n
		sum += k.GramChars(start, end-start)
	}
	return sum
}

func repetitionPlaces(t *pytext.Text, i, limit int) []text.Span {
	switch i {
	case lineCount, lineChars:
		return repeatedSegments(t, "\n", limit)
	case paragraphCount, paragraphChars:
		return repeatedSegments(t, "\n\n", limit)
	case wordsUniseg, keepRepetition:
		return nil
	}
	return repeatedGrams(t, i-firstGram+minGram, limit)
}

// repeatedGrams returns the first stretches of n-grams that bring about a signal: of the commonest, or of all repeated ones.
func repeatedGrams(t *pytext.Text, n, limit int) (spans []text.Span) {
	k := tokensOf(t)
	places, l := k.spans(), k.Level(n)
	best := k.best(n, l)
	for i, p := range l.Positions {
		if n <= maxTop && l.Names[i] != best {
			continue
		}
		s := text.Span{Start: places[p].Start, End: places[int(p)+n-1].End}
		if last := len(spans) - 1; last >= 0 && s.Start < spans[last].End {
			spans[last].End = s.End
			continue
		}
		if len(spans) == limit {
			break
		}
		spans = append(spans, s)
	}
	return spans
}
