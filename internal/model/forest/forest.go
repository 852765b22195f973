// Package forest evaluates an ensemble of boosted decision trees, read from a section of a model file into numbers, a few ten kilobytes.
//
// Trees are complete and all of one depth, so that walking one needs neither a check for a leaf nor
// pointers: the children of node i are 2i+1 and 2i+2. Where training found no split, a node sends everything left.
package forest

import (
	"encoding/binary"
	"fmt"
	"math"

	"github.com/copydesk/copydesk/internal/model"
	"github.com/copydesk/copydesk/internal/portable"
)

// The layout of a section: a head of depth, count of features, count of trees and the units of a leaf in one log-odds,
// a uint32 each; then the trees: the nodes (feature and threshold, two bytes each) and the leaves (int16).
const (
	headLen  = 16
	maxDepth = 10

	// maxFeatures is how many features a byte can number, so that looking one up needs no check of its bounds.
	maxFeatures = 256

	nodeLen = 4
)

// Forest is an open ensemble. It is safe for concurrent use.
type Forest struct {
	depth int
	scale float64

	// nodes and leaves are those of all trees. A tree has 2^depth of each; its last node is unused. Trees come in groups of as many as there are
	// lanes, within which first nodes are followed by second ones and so on; the trees that fill no group come after them, each by itself.
	nodes  []uint32
	leaves []int16
}

// Open reads the head of section and checks that every tree is whole and asks only for features below features, the
// number that Score will be given. Errors wrap model.ErrFormat.
func Open(section string, features int) (Forest, error) {
	if len(section) < headLen {
		return Forest{}, fmt.Errorf("%w: forest without a head", model.ErrFormat)
	}
	depth, wanted, count := int(model.Uint32(section, 0)), int(model.Uint32(section, 4)), int(model.Uint32(section, 8))
	if depth < 1 || depth > maxDepth || wanted != features || features > maxFeatures {
		return Forest{}, fmt.Errorf("%w: forest of depth %d on %d features, want %d", model.ErrFormat, depth, wanted, features)
	}
	trees, size := section[headLen:], treeLen(depth)
	f := Forest{depth: depth, scale: float64(model.Uint32(section, 12))}
	if f.scale == 0 || len(trees) != count*size {
		return Forest{}, fmt.Errorf("%w: %d trees in %d bytes", model.ErrFormat, count, len(trees))
	}
	f.nodes, f.leaves = make([]uint32, count<<depth), make([]int16, count<<depth)
	for i := range count {
		tree := trees[i*size:][:size]
		for node := range 1<<depth - 1 {
			n := model.Uint32(tree, nodeLen*node)
			if asked := int(n & 0xffff); asked >= features {
				return Forest{}, fmt.Errorf("%w: a tree asks for feature %d", model.ErrFormat, asked)
			}
			f.nodes[f.place(i, node, count)] = n
		}
		for leaf := range 1 << depth {
			f.leaves[f.place(i, leaf, count)] = model.Int16(tree, nodeLen*(1<<depth-1)+2*leaf)
		}
	}
	return f, nil
}

// place returns where a node or a leaf of a tree is, of count trees.
func (f *Forest) place(tree, node, count int) int {
	if first := tree / lanes * lanes; first+lanes <= count {
		return first<<f.depth + node*lanes + tree%lanes
	}
	return tree<<f.depth + node
}

func treeLen(depth int) int { return nodeLen*(1<<depth-1) + 2<<depth }

// Score returns the log-odds for features x, whose number was given to Open. It sums whole numbers, so every machine gives
// the same result.
func (f *Forest) Score(x []int16) float64 {
	var values [maxFeatures]int16
	copy(values[:], x)
	sum, block := 0, lanes<<f.depth
	nodes, leaves := f.nodes, f.leaves
	for len(nodes) >= 2*block && len(leaves) >= 2*block {
		sum += f.walkTwo(nodes[:block], nodes[block:2*block], leaves[:2*block], &values)
		nodes, leaves = nodes[2*block:], leaves[2*block:]
	}
	if len(nodes) >= block {
		sum += f.walk(nodes[:block], leaves[:block], &values)
		nodes, leaves = nodes[block:], leaves[block:]
	}
	return float64(sum+f.rest(nodes, leaves, &values)) / f.scale
}

// ScoreUntil is Score that stops early, once the log-odds so far are at least enough away from zero: most cases are clear
// after a few trees.
func (f *Forest) ScoreUntil(x []int16, enough float64) float64 {
	var values [maxFeatures]int16
	copy(values[:], x)
	sum, limit, block := 0, f.scale*enough, lanes<<f.depth
	nodes, leaves := f.nodes, f.leaves
	for len(nodes) >= block && len(leaves) >= block {
		if sum += f.walk(nodes[:block], leaves[:block], &values); math.Abs(float64(sum)) >= limit {
			return float64(sum) / f.scale
		}
		nodes, leaves = nodes[block:], leaves[block:]
	}
	return float64(sum+f.rest(nodes, leaves, &values)) / f.scale
}

// lanes is how many trees are walked side by side: a step waits for memory, and the steps of other trees fill the wait.
const lanes = 4

// walk returns the sum of the leaves of as many trees as there are lanes.
func (f *Forest) walk(nodes []uint32, leaves []int16, x *[maxFeatures]int16) int {
	var i, j, k, l uint // nodes times lanes
	for range f.depth {
		i, j, k, l = step(nodes[i], i, x), step(nodes[j+1], j, x), step(nodes[k+2], k, x), step(nodes[l+3], l, x)
	}
	inner := uint(lanes)<<f.depth - lanes
	return int(leaves[i-inner]) + int(leaves[j-inner+1]) + int(leaves[k-inner+2]) + int(leaves[l-inner+3])
}

// walkTwo is walk for twice as many trees.
func (f *Forest) walkTwo(low, high []uint32, leaves []int16, x *[maxFeatures]int16) int {
	var i, j, k, l, m, n, o, p uint
	for range f.depth {
		i, j, k, l = step(low[i], i, x), step(low[j+1], j, x), step(low[k+2], k, x), step(low[l+3], l, x)
		m, n, o, p = step(high[m], m, x), step(high[n+1], n, x), step(high[o+2], o, x), step(high[p+3], p, x)
	}
	inner := uint(lanes)<<f.depth - lanes
	first, second := leaves[:len(leaves)/2], leaves[len(leaves)/2:]
	return int(first[i-inner]) + int(first[j-inner+1]) + int(first[k-inner+2]) + int(first[l-inner+3]) +
		int(second[m-inner]) + int(second[n-inner+1]) + int(second[o-inner+2]) + int(second[p-inner+3])
}

// rest returns the sum of the leaves of trees that are left over.
func (f *Forest) rest(nodes []uint32, leaves []int16, x *[maxFeatures]int16) (sum int) {
	inner := uint(lanes)<<f.depth - lanes
	for size := 1 << f.depth; len(nodes) > 0; nodes, leaves = nodes[size:], leaves[size:] {
		node := uint(0)
		for range f.depth {
			node = step(nodes[node/lanes], node, x)
		}
		sum += int(leaves[(node-inner)/lanes])
	}
	return sum
}

// step returns lanes times the child of a node that x leads to; node is lanes times its number. It compares by subtraction: the direction is
// unpredictable, and a mispredicted branch would cost more than the whole step.
func step(n uint32, node uint, x *[maxFeatures]int16) uint {
	threshold, value := int32(n)>>16, int32(x[uint8(n)])            //nolint:gosec // the upper half, with its sign, and a number below maxFeatures
	return 2*node + lanes + uint(uint32(threshold-value)>>31)*lanes //nolint:gosec // the sign bit: 1 if value is greater
}

// Probability returns the probability that log-odds stand for.
func Probability(logOdds float64) float64 { return 1 / (1 + portable.Exp(-logOdds)) }

// Tree is one tree to be written: 2^depth-1 nodes and 2^depth leaves, in log-odds.
type Tree struct {
	Feature   []uint8
	Threshold []int16 // x[Feature] above it goes right
	Leaf      []float64
}

// unitsPerLogOdds is how finely leaves are stored; a leaf is within ±15.
const unitsPerLogOdds = 2000

// Make returns the section that holds trees, all of the given depth, on the given number of features.
func Make(depth, features int, trees []Tree) []byte {
	var out []byte
	for _, v := range [...]int{depth, features, len(trees), unitsPerLogOdds} {
		out = binary.LittleEndian.AppendUint32(out, uint32(v)) //nolint:gosec // small
	}
	for _, t := range trees {
		for i, v := range t.Threshold {
			out = binary.LittleEndian.AppendUint16(out, uint16(t.Feature[i]))
			out = binary.LittleEndian.AppendUint16(out, uint16(v)) //nolint:gosec // two's complement
		}
		for _, v := range t.Leaf {
			v = max(-15, min(v, 15)) * unitsPerLogOdds
			out = binary.LittleEndian.AppendUint16(out, uint16(int16(math.Round(v)))) //nolint:gosec // within ±30000
		}
	}
	return out
}
