package metric

import (
	"slices"
	"strings"
)

// shingleTokens is how many tokens make a shingle.
const shingleTokens = 4

// Shingles is the metric of scrapinghub/article-extraction-benchmark: texts as multisets of runs of four tokens, case as
// it is. The zero value has seen no page. It belongs to one goroutine.
type Shingles struct {
	pages, exact      int
	precision, recall float64 // sums over the pages that count
	answered, wanted  int     // how many pages count for precision and for recall
}

// Add takes in the answer for one page.
func (s *Shingles) Add(gold, answer string) {
	want, got := Tokens(gold), Tokens(answer)
	tp, fp, fn := overlap(shingles(want), shingles(got))
	s.pages++
	if slices.Equal(want, got) {
		s.exact++
	}
	if tp+fp > 0 {
		s.answered++
		s.precision += float64(tp) / float64(tp+fp)
	}
	if tp+fn > 0 {
		s.wanted++
		s.recall += float64(tp) / float64(tp+fn)
	}
}

// Precision returns the mean over the pages with an answer of the share of the answer's shingles that are wanted.
func (s *Shingles) Precision() float64 { return mean(s.precision, s.answered) }

// Recall returns the mean over the pages with something to find of the share of the wanted shingles that were found.
func (s *Shingles) Recall() float64 { return mean(s.recall, s.wanted) }

// F1 returns the harmonic mean of Precision and Recall, which is not the mean of the pages' F1.
func (s *Shingles) F1() float64 { return f1(s.Precision(), s.Recall()) }

// Exact returns the share of pages whose answer has just the tokens wanted.
func (s *Shingles) Exact() float64 { return mean(float64(s.exact), s.pages) }

// shingles counts the shingles of a text. One of fewer than four tokens has a single shorter one, an empty one none.
func shingles(tokens []string) map[string]int {
	counts := make(map[string]int, len(tokens))
	switch n := len(tokens); {
	case n == 0:
	case n < shingleTokens:
		counts[strings.Join(tokens, " ")]++
	default:
		for i := range n - shingleTokens + 1 {
			counts[strings.Join(tokens[i:i+shingleTokens], " ")]++
		}
	}
	return counts
}

// overlap counts what two multisets share, and what is in one of them only.
func overlap(want, got map[string]int) (tp, fp, fn int) {
	for s, n := range got {
		both := min(n, want[s])
		tp += both
		fp += n - both
	}
	for s, n := range want {
		fn += n - min(n, got[s])
	}
	return tp, fp, fn
}
