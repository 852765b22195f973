package metric

import (
	"strings"
	"unicode"
)

// Tokens returns the \w+ of s as Python's re has it: runs of letters, numbers and underscores, in s's own case. They are
// views of s.
func Tokens(s string) []string { return strings.FieldsFunc(s, isGap) }

func isGap(r rune) bool { return r != '_' && !unicode.IsLetter(r) && !unicode.IsNumber(r) }

// f1 is the harmonic mean of precision and recall, 0 if both are.
func f1(precision, recall float64) float64 {
	if precision+recall == 0 {
		return 0
	}
	return 2 * precision * recall / (precision + recall)
}

// ratio returns part of whole, or otherwise if there is no whole.
func ratio(part, whole, otherwise float64) float64 {
	if whole == 0 {
		return otherwise
	}
	return part / whole
}

// mean returns the sum over n pages, 0 if there is none.
func mean(sum float64, n int) float64 { return ratio(sum, float64(n), 0) }
