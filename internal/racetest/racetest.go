// Package racetest says whether tests run under the race detector.
package racetest

import "testing"

// Skip skips a test of what things cost. The race detector makes code slower unevenly, keeps memory of its own, and lets a
// sync.Pool forget at random. make test runs these tests a second time, without it.
func Skip(t testing.TB) {
	t.Helper()
	if enabled {
		t.Skip("costs are measured without the race detector")
	}
}
