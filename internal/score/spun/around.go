package spun

import (
	"math"

	"github.com/copydesk/copydesk/internal/model"
)

// reach is how many tokens before and after a word it should fit.
const reach = 8

// around is the sum of the vectors of the words around a place, and its length.
type around struct {
	sum    [Dimensions]int32
	length float64
}

// lanes is how many numbers of a vector are added at once, each with vectorZero so that none is negative.
const (
	lanes      = 8
	lanesWords = Dimensions / lanes
	vectorZero = 128
	eachZero   = 0x8080808080808080
	evenBytes  = 0x00ff00ff00ff00ff
)

// around returns what is around the token at i, without the token itself. Sums of 16 bits are enough for 2*reach vectors.
func (d *document) around(i int) (a around) {
	var sums [lanesWords][2]uint64 // four sums in each word: of the numbers at even places, and at odd ones
	n := int32(0)
	for k := max(0, i-reach); k < min(len(d.tokens), i+reach+1); k++ {
		id := d.tokens[k].ID
		if k == i || !isContent(id) {
			continue
		}
		v := d.m.vector(id)
		if len(v) < Dimensions {
			continue
		}
		n++
		for j := range sums {
			x := model.Uint64(v, lanes*j) ^ eachZero
			sums[j][0] += x & evenBytes
			sums[j][1] += x >> 8 & evenBytes
		}
		for j := lanes * lanesWords; j < Dimensions; j++ {
			a.sum[j] += int32(int8(v[j])) //nolint:gosec // two's complement
		}
	}
	for j, pair := range sums {
		for k := range lanes {
			a.sum[lanes*j+k] = int32(pair[k&1]>>(16*(k>>1))&0xffff) - vectorZero*n
		}
	}
	square := int64(0)
	for _, x := range a.sum {
		square += int64(x) * int64(x)
	}
	a.length = math.Sqrt(float64(square))
	return a
}

// fit returns how well a word with vector v fits: the cosine, in hundredths, 0 if nothing is known.
func (a *around) fit(v string) int16 {
	if len(v) < Dimensions || a.length == 0 {
		return 0
	}
	v = v[:Dimensions]
	product := int32(0)
	for j, x := range a.sum {
		product += x * int32(int8(v[j])) //nolint:gosec // two's complement
	}
	return int16(100 * float64(product) / (127 * a.length))
}
