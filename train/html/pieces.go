package main

import "strings"

// labelPieces labels the blocks of a page of which only pieces of text are known: 1 for a block with a piece of the main content,
// 0 for one with a piece of something else, else unknown.
func (s *sample) labelPieces() {
	for _, text := range s.texts {
		with, without := holds(text, s.With), holds(text, s.Without)
		label := float32(unknown)
		switch {
		case with && !without:
			label = 1
		case without && !with:
			label = 0
		}
		s.labels = append(s.labels, label)
	}
}

// holds reports whether text holds one of the pieces, or is a good part of one.
func holds(text string, pieces []string) bool {
	for _, p := range pieces {
		p = folded(p)
		if p != "" && (strings.Contains(text, p) || len(text) > len(p)/3 && len(text) > 15 && strings.Contains(p, text)) {
			return true
		}
	}
	return false
}

// segments counts trafilatura's metric: pieces found and not found.
type segments struct{ tp, fp, fn, tn int }

func (m *segments) add(s *sample, keep []bool) {
	var kept []string
	for i, yes := range keep {
		if yes {
			kept = append(kept, s.texts[i])
		}
	}
	text := folded(strings.Join(kept, " "))
	for _, p := range s.With {
		if strings.Contains(text, folded(p)) {
			m.tp++
		} else {
			m.fn++
		}
	}
	for _, p := range s.Without {
		if strings.Contains(text, folded(p)) {
			m.fp++
		} else {
			m.tn++
		}
	}
}
