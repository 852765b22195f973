package dclm

import (
	"fmt"

	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/truth"
)

// repetitionNames are the signals of repetition in DCLM's order; those of n-grams are at firstGram + n - minGram.
var repetitionNames = []string{
	"line_count", "paragraph_count", "line_chars", "paragraph_chars", "top_2gram", "top_3gram", "top_4gram", "dup_5gram",
	"dup_6gram", "dup_7gram", "dup_8gram", "dup_9gram", "dup_10gram",
}

// repetitionSignals describes them.
func repetitionSignals() []profile.Signal {
	describe := func(i int) string {
		switch n := i - firstGram + minGram; {
		case i == lineCount:
			return "share of the lines with text that occur more than once, all occurrences counted"
		case i == paragraphCount:
			return "the same of the pieces between blank lines"
		case i == lineChars:
			return "share of the characters of lines with text that are in lines that occur more than once"
		case i == paragraphChars:
			return "the same of the pieces between blank lines"
		case n <= maxTop:
			return fmt.Sprintf("share of the characters of words that is in the commonest %d words in a row, the longest of several; undefined if none repeat", n)
		default:
			return fmt.Sprintf("share of the characters of words that is in any %d words in a row that occur more than once; undefined if none repeat", n)
		}
	}
	list := make([]profile.Signal, len(repetitionNames))
	for i, name := range repetitionNames {
		list[i] = signal("repetition:"+name, describe(i), "ratio")
	}
	return list
}

// Numbers of the signals of repetition.
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

// repetition are Gopher's repetition filters as DCLM reads them: all occurrences count, including the first.
var repetition = profile.Group{
	Signals: func() []profile.Signal {
		return append(repetitionSignals(),
			signal("words_uniseg", "words of UAX #29 that begin with a letter or digit", "words"),
			decision("massive_web_repetition", "none of repetition:* is above Gopher's thresholds, and there is text"))
	}(),
	Measure: measureRepetition,
	Find:    findRepetition,
}

func measureRepetition(t *pytext.Text, v []float64) {
	lines := segmentsOf(t, "\n")
	v[lineCount], v[lineChars] = lines.repeated()
	hasText := lines.count > 0
	lines.release()
	paragraphs := segmentsOf(t, "\n\n")
	v[paragraphCount], v[paragraphChars] = paragraphs.repeated()
	paragraphs.release()

	k := tokensOf(t)
	v[wordsUniseg] = float64(k.Len())
	chars := k.Chars()
	for n := minGram; n <= pytext.MaxGram; n++ {
		r, at := k.Repeats(n), firstGram+n-minGram
		switch top := r.LongestCommonest; {
		case top.Count == 0:
			v[at] = profile.Undefined
		case n <= maxTop:
			v[at] = profile.Ratio(int(top.Count)*k.GramChars(int(top.First), n), chars)
		default:
			v[at] = profile.Ratio(r.CoveredChars, chars)
		}
	}

	keep := hasText
	for i, r := range repetitionRules {
		keep = keep && !r.Fails(v[i]) // undefined does not fail
	}
	v[keepRepetition] = truth.Float(keep)
}

func findRepetition(t *pytext.Text, i int, p *profile.Places) {
	switch i {
	case lineCount, lineChars:
		findRepeatedSegments(t, "\n", p)
	case paragraphCount, paragraphChars:
		findRepeatedSegments(t, "\n\n", p)
	case wordsUniseg, keepRepetition:
	default:
		findGrams(t, i-firstGram+minGram, p)
	}
}

// findGrams adds the stretches of n-grams that account for a signal: of the commonest, or of all repeated ones.
func findGrams(t *pytext.Text, n int, p *profile.Places) {
	k := tokensOf(t)
	r := k.Repeats(n)
	stretches := r.Covered
	if n <= maxTop {
		stretches = pytext.Stretches{}
		if r.LongestCommonest.Count > 0 {
			for at := range k.Occurrences(r.LongestCommonest, n) {
				stretches.Add(int32(at), int32(at+n)) //nolint:gosec // a Text is shorter than 2 GiB
			}
		}
	}
	for _, s := range k.spans(stretches.List) {
		p.Add(s)
	}
	p.Omitted += stretches.Count - len(stretches.List)
}
