package metric

import "strings"

// Snippets counts which of a page's known snippets an answer holds, as WCXB has it: plain substrings of the lower-cased
// answer, white space as it is. The zero value has seen no page. It belongs to one goroutine.
type Snippets struct {
	pages         int
	with, without float64 // sums over pages
}

// Add takes in the answer for one page: with should be in it, without should not.
func (s *Snippets) Add(with, without []string, answer string) {
	answer = strings.ToLower(answer)
	s.pages++
	s.with += found(with, answer)
	s.without += found(without, answer)
}

// With returns the mean share of the snippets found that should be there; a page without any counts 1.
func (s *Snippets) With() float64 { return mean(s.with, s.pages) }

// Without returns the mean share of the snippets found that should not be there; a page without any counts 1, as WCXB
// has it, so that even the best answers do not come down to 0.
func (s *Snippets) Without() float64 { return mean(s.without, s.pages) }

func found(snippets []string, in string) float64 {
	n := 0
	for _, s := range snippets {
		if strings.Contains(in, strings.ToLower(s)) {
			n++
		}
	}
	return ratio(float64(n), float64(len(snippets)), 1)
}
