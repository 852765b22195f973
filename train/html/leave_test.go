package main

import (
	"testing"

	"github.com/copydesk/copydesk/train/labelled"
)

// TestGroups holds every set with whole golds, or pieces, to be left out once.
func TestGroups(t *testing.T) {
	t.Parallel()
	left := map[string]int{}
	for _, g := range groups {
		for _, name := range g {
			left[name]++
		}
	}
	for _, s := range labelled.Sets {
		if want := map[bool]int{false: 1}[s.Part]; left[s.Name] != want {
			t.Errorf("%s is left out %d times, want %d", s.Name, left[s.Name], want)
		}
	}
}
