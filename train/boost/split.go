package boost

import (
	"github.com/copydesk/copydesk/internal/model/forest"
)

// node is a node to be split: its rows and their histogram.
type node struct {
	rows []int32
	hist histogram
}

// choice is the best split of a node.
type choice struct {
	feature, bin int
	gain         float64
}

// minGain keeps splits that explain nothing out.
const minGain = 1e-3

// split grows the tree from node at, which is n, downwards.
func (t *trainer) split(tree *forest.Tree, n node, at int) {
	inner := len(tree.Feature)
	if at >= inner {
		tree.Leaf[at-inner] = t.leaf(t.sum(n.rows))
		return
	}
	best := t.best(n.hist)
	if best.gain < minGain {
		tree.Threshold[at] = noSplit
		t.split(tree, n, 2*at+1)
		return
	}
	tree.Feature[at] = uint8(best.feature) //nolint:gosec // at most 256 features
	tree.Threshold[at] = t.cuts[best.feature][best.bin]
	left, right := t.divide(n, best)
	t.split(tree, left, 2*at+1)
	t.split(tree, right, 2*at+2)
}

func (t *trainer) sum(rows []int32) cell {
	var s cell
	for _, r := range rows {
		s.grad += t.grad[r].grad
		s.hess += t.grad[r].hess
	}
	return s
}

// best returns the split with the greatest gain; of equals the first.
func (t *trainer) best(h histogram) choice {
	var best choice
	for k, used := range t.used {
		f := int(used)
		cells := h[k*maxBins : (k+1)*maxBins]
		var all, left cell
		for _, c := range cells {
			all.grad += c.grad
			all.hess += c.hess
		}
		for b := range t.cuts[f] {
			left.grad += cells[b].grad
			left.hess += cells[b].hess
			right := cell{all.grad - left.grad, all.hess - left.hess}
			if float64(left.hess) < t.MinWeight || float64(right.hess) < t.MinWeight {
				continue
			}
			if gain := t.worth(left) + t.worth(right) - t.worth(all); gain > best.gain {
				best = choice{f, b, gain}
			}
		}
	}
	return best
}

func (t *trainer) worth(c cell) float64 {
	return float64(c.grad) * float64(c.grad) / (float64(c.hess) + t.Lambda)
}

// divide divides the rows of n, keeping their order, and sums the smaller part.
func (t *trainer) divide(n node, c choice) (left, right node) {
	t.spare = t.spare[:0]
	at := 0
	for _, r := range n.rows {
		if int(t.bins[int(r)*t.features+c.feature]) <= c.bin {
			n.rows[at] = r
			at++
		} else {
			t.spare = append(t.spare, r)
		}
	}
	copy(n.rows[at:], t.spare)
	left.rows, right.rows = n.rows[:at], n.rows[at:]
	if len(left.rows) < len(right.rows) {
		left.hist = t.histogram(left.rows)
		right.hist = n.hist.without(left.hist)
	} else {
		right.hist = t.histogram(right.rows)
		left.hist = n.hist.without(right.hist)
	}
	return left, right
}
