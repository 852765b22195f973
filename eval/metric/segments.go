package metric

import (
	"strings"
	"unicode"
)

// Segments is the metric of adbar/trafilatura's evaluation: which of the segments known of a page are in the answer, any
// white space being as good as any other, case counting. The zero value has seen no page. It belongs to one goroutine.
type Segments struct{ tp, fp, tn, fn int }

// Add takes in the answer for one page: with should be in it, without should not.
func (s *Segments) Add(with, without []string, answer string) {
	answer = fold(answer)
	for _, w := range with {
		if strings.Contains(answer, fold(w)) && answer != "" {
			s.tp++
		} else {
			s.fn++
		}
	}
	for _, w := range without {
		if strings.Contains(answer, fold(w)) && answer != "" {
			s.fp++
		} else {
			s.tn++
		}
	}
}

// Precision returns the share of the segments found that are wanted, over all pages.
func (s *Segments) Precision() float64 { return ratio(float64(s.tp), float64(s.tp+s.fp), 0) }

// Recall returns the share of the wanted segments that were found, over all pages.
func (s *Segments) Recall() float64 { return ratio(float64(s.tp), float64(s.tp+s.fn), 0) }

// Accuracy returns the share of all segments about which the answers are right.
func (s *Segments) Accuracy() float64 {
	return ratio(float64(s.tp+s.tn), float64(s.tp+s.tn+s.fp+s.fn), 0)
}

// F1 returns the harmonic mean of Precision and Recall.
func (s *Segments) F1() float64 { return f1(s.Precision(), s.Recall()) }

// fold makes every run of Python's \s one space, and none at the ends.
func fold(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || 0x1c <= r && r <= 0x1f
	}), " ")
}
