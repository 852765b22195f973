package main

import (
	"fmt"

	"github.com/copydesk/copydesk/internal/clean/html/content"
)

// measure prints WCXB's metric for all samples, each by models that have not seen its site.
func (l *learner) measure() {
	second := make([][]int32, len(l.samples))
	for fold := range folds {
		f := l.trees(fold, secondParams, content.AllFeatures)
		for i, s := range l.samples {
			if s.fold != fold {
				continue
			}
			second[i] = make([]int32, len(l.rows[i]))
			for k := range l.rows[i] {
				row := append(append(make([]int16, 0, content.AllFeatures), l.rows[i][k][:]...), l.seconds[i][k][:]...)
				second[i][k] = (l.chances[i][k] + content.Thousandths(f.Score(row))) / 2
			}
		}
	}
	l.print("what the labels allow", func(i int) []bool {
		keep := make([]bool, len(l.samples[i].labels))
		for k, v := range l.samples[i].labels {
			keep[k] = v > .5
		}
		return keep
	})
	l.print("first trees", func(i int) []bool { return l.samples[i].page.Choose(l.chances[i], content.Balanced) })
	l.print("both", func(i int) []bool { return l.samples[i].page.Choose(second[i], content.Balanced) })
	l.print("both, precision", func(i int) []bool { return l.samples[i].page.Choose(second[i], content.Precision) })
	l.print("both, recall", func(i int) []bool { return l.samples[i].page.Choose(second[i], content.Recall) })
	l.printKinds()
}

// print prints the mean F1 of words by kind of page.
func (l *learner) print(what string, keep func(i int) []bool) {
	var sums, counts [content.KindCount]float64
	var all, precision, recall, n float64
	var pieces segments
	for i, s := range l.samples {
		if s.known != nil {
			pieces.add(s, keep(i))
			continue
		}
		n++
		var got []string
		for k, yes := range keep(i) {
			if yes {
				got = append(got, s.words[k]...)
			}
		}
		p, r, f := overlap(got, s.gold)
		sums[s.kind] += f
		counts[s.kind]++
		all, precision, recall = all+f, precision+p, recall+r
	}
	fmt.Printf("%-22s F1 %.4f (P %.4f R %.4f)", what, all/n, precision/n, recall/n)
	for k := range content.Kind(content.KindCount) {
		fmt.Printf(" %s %.3f", k, sums[k]/max(counts[k], 1))
	}
	fmt.Printf("; segments F %.4f (P %.4f R %.4f)\n", ratio(2*pieces.tp, 2*pieces.tp+pieces.fp+pieces.fn),
		ratio(pieces.tp, pieces.tp+pieces.fp), ratio(pieces.tp, pieces.tp+pieces.fn))
}

func ratio(part, whole int) float64 { return float64(part) / float64(max(whole, 1)) }

// overlap is WCXB's measure of two bags of words.
func overlap(got, gold []string) (precision, recall, f1 float64) {
	if len(gold) == 0 || len(got) == 0 {
		if len(gold) == len(got) {
			return 1, 1, 1
		}
		return 0, 0, 0
	}
	counts := map[string]int{}
	for _, w := range gold {
		counts[w]++
	}
	hits := 0
	for _, w := range got {
		if counts[w] > 0 {
			counts[w]--
			hits++
		}
	}
	if hits == 0 {
		return 0, 0, 0
	}
	precision, recall = float64(hits)/float64(len(got)), float64(hits)/float64(len(gold))
	return precision, recall, 2 * precision * recall / (precision + recall)
}

// printKinds prints how often the kind of a page is told.
func (l *learner) printKinds() {
	right, told := 0, 0
	for i, s := range l.samples {
		if len(l.rows[i]) == 0 || s.kind < 0 {
			continue
		}
		told++
		best := content.Kind(0)
		row := &l.rows[i][0]
		at := content.Features - content.KindCount
		for k := range content.Kind(content.KindCount) {
			if row[at+int(k)] > row[at+int(best)] {
				best = k
			}
		}
		if int(best) == s.kind {
			right++
		}
	}
	fmt.Printf("kind of page told: %.3f\n", ratio(right, told))
}
