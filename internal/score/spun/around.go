package spun

import "math"

// reach is how many tokens before and after a word it should fit.
const reach = 8

// around is the sum of the vectors of the words around a place, and its length.
type around struct {
	sum    [Dimensions]int32
	length float64
}

// around returns what is around the token at i, without the token itself.
func (d *document) around(i int) (a around) {
	for k := max(0, i-reach); k < min(len(d.tokens), i+reach+1); k++ {
		if id := d.tokens[k].ID; k != i && isContent(id) {
			v := d.m.vector(id)
			for j := range len(v) {
				a.sum[j] += int32(int8(v[j])) //nolint:gosec // two's complement
			}
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
	if v == "" || a.length == 0 {
		return 0
	}
	product := int32(0)
	for j := range len(v) {
		product += a.sum[j] * int32(int8(v[j])) //nolint:gosec // two's complement
	}
	return int16(100 * float64(product) / (127 * a.length))
}
