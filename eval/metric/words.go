package metric

import "strings"

// Words is the metric of WCXB (Murrough-Foley/web-content-extraction-benchmark): texts as bags of lower-cased words.
// Figures are means over pages, from 0 to 1. The zero value has seen no page. It belongs to one goroutine.
type Words struct {
	pages                 int
	precision, recall, f1 float64 // sums over pages
}

// Add takes in the answer for one page and returns its F1. An empty answer scores 0, or 1 if nothing was to be found.
func (w *Words) Add(gold, answer string) float64 {
	p, r := WordsOf(gold, answer)
	f := f1(p, r)
	w.pages++
	w.precision += p
	w.recall += r
	w.f1 += f
	return f
}

// Pages returns how many pages were added.
func (w *Words) Pages() int { return w.pages }

// Precision returns the mean share of the answers' words that are wanted.
func (w *Words) Precision() float64 { return mean(w.precision, w.pages) }

// Recall returns the mean share of the wanted words that are in the answers.
func (w *Words) Recall() float64 { return mean(w.recall, w.pages) }

// F1 returns the mean of the pages' F1, which is not the F1 of the means.
func (w *Words) F1() float64 { return mean(w.f1, w.pages) }

// WordsOf returns the precision and recall of one page's answer, from 0 to 1.
func WordsOf(gold, answer string) (precision, recall float64) {
	want, got := Tokens(strings.ToLower(gold)), Tokens(strings.ToLower(answer))
	if len(want) == 0 && len(got) == 0 {
		return 1, 1
	}
	if len(want) == 0 || len(got) == 0 {
		return 0, 0
	}
	left := make(map[string]int, len(want))
	for _, t := range want {
		left[t]++
	}
	overlap := 0
	for _, t := range got {
		if left[t] > 0 {
			left[t]--
			overlap++
		}
	}
	return float64(overlap) / float64(len(got)), float64(overlap) / float64(len(want))
}
