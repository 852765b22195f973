package main

import (
	"fmt"
	"io"

	"github.com/copydesk/copydesk/internal/clean/html/content"
	"github.com/copydesk/copydesk/train/labelled"
)

// score sums up how well the main content of some pages was chosen, by the metrics of ../shared/data/html/README.md.
type score struct {
	pages, exact         int
	precision, recall, f float64 // of words, sums over pages
	shinglesP, shinglesR float64 // sums
	answered, answerable int     // pages with shingles in the answer, in the gold
	byKind               [content.KindCount]float64
	kinds                [content.KindCount]int
	pieces               segments
	isPieces             bool
	reliability          reliability
}

// add adds a page, and the confidence in the choice on it.
func (m *score) add(s *sample, keep []bool, confidence float32) {
	if s.Set.Pieces {
		m.isPieces = true
		m.pieces.add(s, keep)
		return
	}
	var got []int32
	for i, yes := range keep {
		if yes {
			got = append(got, s.words[i]...)
		}
	}
	m.pages++
	p, r, f := overlap(counted(got, 1), counted(s.gold, 1))
	m.precision, m.recall, m.f = m.precision+p, m.recall+r, m.f+f
	m.reliability.add(confidence, f)
	if s.kind >= 0 {
		m.byKind[s.kind] += f
		m.kinds[s.kind]++
	}
	m.shingles(got, s.gold)
}

const shingleWords = 4

func (m *score) shingles(got, gold []int32) {
	if equal(got, gold) {
		m.exact++
	}
	p, r, _ := overlap(counted(got, shingleWords), counted(gold, shingleWords))
	if len(got) > 0 {
		m.answered++
		m.shinglesP += p
	}
	if len(gold) > 0 {
		m.answerable++
		m.shinglesR += r
	}
}

func equal(a, b []int32) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// counted counts the runs of n words of a text; a text of fewer words is one run.
func counted(words []int32, n int) map[[shingleWords]int32]int {
	counts := make(map[[shingleWords]int32]int, len(words))
	for i := range words {
		if i > 0 && i+n > len(words) {
			break
		}
		key := [shingleWords]int32{-1, -1, -1, -1}
		copy(key[:], words[i:min(i+n, len(words))])
		counts[key]++
	}
	return counts
}

func overlap(got, gold map[[shingleWords]int32]int) (precision, recall, f float64) {
	hits, size, all := 0, 0, 0
	for k, n := range got {
		size += n
		hits += min(n, gold[k])
	}
	for _, n := range gold {
		all += n
	}
	switch {
	case size == 0 && all == 0:
		return 1, 1, 1
	case hits == 0:
		return 0, 0, 0
	}
	precision, recall = float64(hits)/float64(size), float64(hits)/float64(all)
	return precision, recall, 2 * float64(precision*recall) / (precision + recall)
}

// headline is the figure of a set: the F-measure of pieces, or of words.
func (m *score) headline() float64 {
	if m.isPieces {
		return ratio(2*m.pieces.tp, 2*m.pieces.tp+m.pieces.fp+m.pieces.fn)
	}
	return m.f / float64(max(m.pages, 1))
}

func (m *score) print(w io.Writer, set *labelled.Set, what string) {
	if m.isPieces {
		k := &m.pieces
		fmt.Fprintf(w, "%-14s %-10s segments F %.4f (P %.4f R %.4f)\n", set.Name, what, m.headline(), ratio(k.tp, k.tp+k.fp), ratio(k.tp, k.tp+k.fn))
		return
	}
	n := float64(max(m.pages, 1))
	p, r := m.shinglesP/float64(max(m.answered, 1)), m.shinglesR/float64(max(m.answerable, 1))
	fmt.Fprintf(w, "%-14s %-10s words F1 %.4f (P %.4f R %.4f) shingles F1 %.4f (P %.4f R %.4f) exact %.3f pages %d", set.Name, what, m.f/n, m.precision/n,
		m.recall/n, 2*p*r/max(p+r, 1e-9), p, r, float64(m.exact)/n, m.pages)
	if set.Name == "wcxb" {
		for k := range content.Kind(content.KindCount) {
			fmt.Fprintf(w, " %s %.3f", k, m.byKind[k]/float64(max(m.kinds[k], 1)))
		}
	}
	fmt.Fprintln(w)
}

func ratio(part, whole int) float64 { return float64(part) / float64(max(whole, 1)) }
