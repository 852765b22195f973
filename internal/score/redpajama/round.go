package redpajama

import (
	"math"
	"strconv"

	"github.com/copydesk/copydesk/internal/score/profile"
)

// round8 rounds to 8 decimal places as Python's round does: exactly to the nearest.
func round8(x float64) float64 {
	scaled := float64(x * 1e8)
	whole := math.Floor(scaled)
	if off := math.Abs(scaled - whole - 0.5); off > 1e-3 && scaled < 1e12 {
		return math.Floor(scaled+0.5) / 1e8
	}
	y, err := strconv.ParseFloat(strconv.FormatFloat(x, 'f', 8, 64), 64) // near a tie the product's own rounding could decide
	if err != nil {
		return x
	}
	return y
}

// ratio8 returns n/of, rounded; Undefined if of is 0.
func ratio8(n, of int) float64 {
	if of == 0 {
		return profile.Undefined
	}
	return round8(float64(n) / float64(of))
}

// ratioOr0 returns n/of, rounded; 0 if of is 0.
func ratioOr0(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return round8(float64(n) / float64(of))
}
