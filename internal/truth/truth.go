// Package truth turns truth values into numbers, for sums and features.
package truth

// Int returns 1 if b, else 0.
func Int(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Float returns 1 if b, else 0.
func Float(b bool) float64 {
	if b {
		return 1
	}
	return 0
}
