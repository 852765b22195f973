package main

import (
	"fmt"
	"math"
)

// judged is a name that was found: how sure that is, and whether span and class are right.
type judged struct {
	margin float64 // the least margin of its words by the tagger, the probability in hundredths by Extract
	right  bool
}

// calibrate prints the logistic function of the margin that fits names best, and its expected calibration error in ten bins. The function is fitted on the
// same names: what is returned is measured by printCalibration.
func calibrate(names []judged) {
	scale := 1. // so that slope and base are of one order
	for _, n := range names {
		scale += math.Abs(n.margin) / float64(len(names))
	}
	slope, base := 1., 0.
	for range 5_000 {
		var gradSlope, gradBase float64
		for _, n := range names {
			diff := probability(n.margin/scale, slope, base)
			if n.right {
				diff--
			}
			gradSlope += diff * n.margin / scale
			gradBase += diff
		}
		slope -= gradSlope / float64(len(names))
		base -= gradBase / float64(len(names))
	}
	fmt.Printf("confidence: slope %.6f, base %.3f, calibration error %.3f\n", slope/scale, base, calibrationError(names, func(m float64) float64 { return probability(m, slope/scale, base) }))
}

// printCalibration prints the expected calibration error, in ten bins, of the probabilities that Extract returns with names.
func printCalibration(names []judged) {
	fmt.Printf("confidence as returned: calibration error %.3f\n", calibrationError(names, func(hundredths float64) float64 { return hundredths / 100 }))
}

func probability(margin, slope, base float64) float64 {
	return 1 / (1 + math.Exp(-(slope*margin + base)))
}

// calibrationError is the mean distance between probability and share of right names, in ten bins.
func calibrationError(names []judged, probability func(margin float64) float64) float64 {
	var sum, right [10]float64
	for _, n := range names {
		p := probability(n.margin)
		bin := min(int(p*10), 9)
		sum[bin] += p
		if n.right {
			right[bin]++
		}
	}
	off := 0.
	for bin := range sum {
		off += math.Abs(sum[bin] - right[bin])
	}
	return off / float64(max(len(names), 1))
}
