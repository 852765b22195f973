//go:build unix && race

package score_test

const raceEnabled = true
