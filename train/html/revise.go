package main

import (
	"github.com/copydesk/copydesk/internal/clean/html/content"
	"github.com/copydesk/copydesk/train/boost"
)

// gainScale is how a gain in F-measure becomes a probability: .5 stands for none, and 1 for one of half or more.
const gainScale = 1

// revisionsOf returns the revisions of the choice on a page, by chances from models that have not seen it. The target is what a revision gains, as a probability p
// around one half: a row that is true with the weight p, and the same row that is false with the rest.
func revisionsOf(s *sample, chances []int32) (d boost.Data) {
	if s.Set.Pieces || s.Set.Part || !s.Complete || len(s.gold) == 0 {
		return d
	}
	chances = s.parsed.AsWhole(chances)
	keep, _ := s.parsed.First(chances, content.Balanced)
	before := s.labelF(keep)
	list := s.parsed.Revisions(chances, keep)
	for i := range list {
		p := max(0, min(.5+gainScale*(s.labelF(list[i].Keep)-before), 1))
		row := list[i].Features[:]
		d.Rows = append(d.Rows, row, row)
		d.Labels = append(d.Labels, true, false)
		d.Weight = append(d.Weight, float32(p), float32(1-p))
	}
	return d
}

// labelF is the F-measure of a choice by the labels of the blocks. A block counts as its words and six more: a line too many is seen, however
// short.
func (s *sample) labelF(keep []bool) float64 {
	hits, size, all := 0.0, 0.0, 0.0
	for i, label := range s.labels {
		if label == unknown {
			continue
		}
		w := float64(len(s.words[i]) + blockWords)
		all += float64(w * float64(label))
		if keep[i] {
			size += w
			hits += float64(w * float64(label))
		}
	}
	return 2 * hits / max(size+all, 1)
}
