// Package forest evaluates an ensemble of boosted decision trees, read in place from a section of a model file.
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
	nodeLen  = 4
)

// Forest is an open ensemble. It is safe for concurrent use.
type Forest struct {
	trees  string
	depth  int
	size   int // of a tree, in bytes
	scale  float64
	wanted int
}

// Open reads the head of section and checks that every tree is whole and asks only for features below features, the
// number that Score will be given. Errors wrap model.ErrFormat.
func Open(section string, features int) (Forest, error) {
	if len(section) < headLen {
		return Forest{}, fmt.Errorf("%w: forest without a head", model.ErrFormat)
	}
	depth, wanted, count := int(model.Uint32(section, 0)), int(model.Uint32(section, 4)), int(model.Uint32(section, 8))
	if depth < 1 || depth > maxDepth || wanted != features || features > 256 {
		return Forest{}, fmt.Errorf("%w: forest of depth %d on %d features, want %d", model.ErrFormat, depth, wanted, features)
	}
	f := Forest{trees: section[headLen:], depth: depth, size: treeLen(depth), scale: float64(model.Uint32(section, 12)), wanted: wanted}
	if f.scale == 0 || len(f.trees) != count*f.size {
		return Forest{}, fmt.Errorf("%w: %d trees in %d bytes", model.ErrFormat, count, len(f.trees))
	}
	for at := 0; at < len(f.trees); at += f.size {
		for node := range 1<<depth - 1 {
			if asked := int(uint16(model.Int16(f.trees, at+nodeLen*node))); asked >= features { //nolint:gosec // an index
				return Forest{}, fmt.Errorf("%w: a tree asks for feature %d", model.ErrFormat, asked)
			}
		}
	}
	return f, nil
}

func treeLen(depth int) int { return nodeLen*(1<<depth-1) + 2<<depth }

// Score returns the log-odds for features x, whose number was given to Open. It sums whole numbers, so every machine gives
// the same result.
func (f *Forest) Score(x []int16) float64 { return f.ScoreUntil(x, math.Inf(1)) }

// ScoreUntil is Score that stops early, once the log-odds so far are at least enough away from zero: most cases are clear
// after a few trees.
func (f *Forest) ScoreUntil(x []int16, enough float64) float64 {
	sum, limit, trees := 0, f.scale*enough, f.trees
	for ; len(trees) >= lanes*f.size; trees = trees[lanes*f.size:] {
		if sum += f.walk(trees[:lanes*f.size], x); math.Abs(float64(sum)) >= limit {
			return float64(sum) / f.scale
		}
	}
	for ; trees != ""; trees = trees[f.size:] {
		sum += int(f.leaf(trees, f.descend(trees, x)))
	}
	return float64(sum) / f.scale
}

// lanes is how many trees are walked side by side: a step waits for memory, and the steps of other trees fill the wait.
const lanes = 4

// walk returns the sum of the leaves of as many trees as there are lanes.
func (f *Forest) walk(trees string, x []int16) int {
	a, b, c, d := trees[:f.size], trees[f.size:2*f.size], trees[2*f.size:3*f.size], trees[3*f.size:]
	var i, j, k, l int
	for range f.depth {
		i, j, k, l = step(a, i, x), step(b, j, x), step(c, k, x), step(d, l, x)
	}
	return int(f.leaf(a, i)) + int(f.leaf(b, j)) + int(f.leaf(c, k)) + int(f.leaf(d, l))
}

// descend walks one tree and returns where it ends.
func (f *Forest) descend(tree string, x []int16) int {
	node := 0
	for range f.depth {
		node = step(tree, node, x)
	}
	return node
}

// step returns the child of node that x leads to. It compares by subtraction: the direction is unpredictable, and a
// mispredicted branch would cost more than the whole step.
func step(tree string, node int, x []int16) int {
	n := model.Uint32(tree, nodeLen*node)
	threshold, value := int32(n)>>16, int32(x[n&0xffff]) //nolint:gosec // the upper half, with its sign
	return 2*node + 1 + int(uint32(threshold-value)>>31) //nolint:gosec // the sign bit: 1 if value is greater
}

func (f *Forest) leaf(tree string, node int) int16 {
	inner := 1<<f.depth - 1
	return model.Int16(tree, nodeLen*inner+2*(node-inner))
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
