package main

import (
	"fmt"
	"math"
)

// judged is a name that the model found: the least margin of its words, and whether span and class are right.
type judged struct {
	margin float64
	right  bool
}

// calibrate prints the logistic function of the margin that fits names best, and its expected calibration error in ten bins.
func calibrate(names []judged) {
	const scale = 100 // so that slope and base are of one order
	slope, base := 1., 0.
	for range 20_000 {
		var gradSlope, gradBase float64
		for _, n := range names {
			diff := 1 / (1 + math.Exp(-(slope*n.margin/scale + base)))
			if n.right {
				diff--
			}
			gradSlope += diff * n.margin / scale
			gradBase += diff
		}
		slope -= .5 * gradSlope / float64(len(names))
		base -= .5 * gradBase / float64(len(names))
	}
	var sum, right, count [10]float64
	for _, n := range names {
		p := 1 / (1 + math.Exp(-(slope*n.margin/scale + base)))
		bin := min(int(p*10), 9)
		sum[bin] += p
		count[bin]++
		if n.right {
			right[bin]++
		}
	}
	off := 0.
	for bin := range count {
		off += math.Abs(sum[bin] - right[bin])
	}
	fmt.Printf("confidence: slope %.5f, base %.3f, calibration error %.3f\n", slope/scale, base, off/float64(len(names)))
}
