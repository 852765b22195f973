//go:build !race

package htmltest

const raceEnabled = false
