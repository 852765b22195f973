//go:build unix && !race

package growth_test

const raceEnabled = false
