package main

import (
	"log"
	"math"

	"github.com/copydesk/copydesk/internal/extract/tagger"
	"github.com/copydesk/copydesk/train/vectors"
)

// learnt is how many of the most frequent words the groups are found with; the others join the nearest.
const learnt = 60_000

// pressWords is how many of the most frequent words of news and encyclopedias get entries.
const pressWords = 280_000

// addGroups adds the words of both sets of vectors, with the groups that they belong to.
func (l *list) addGroups(press, web string) error {
	words, table, err := vectors.Press(press)
	if err != nil {
		return err
	}
	weights := make([]float64, len(table))
	for i := range weights {
		weights[i] = math.Log(float64(len(weights)+1)/float64(i+1)) + .5 // by Zipf's law the log of how often the word occurs
	}
	for i, g := range groupsOf(table, weights, tagger.PressGroups, tagger.PressParts)[:pressWords] {
		if isProper(words[i]) {
			l.entry(tagger.Fold(words[i]), false).Press = g
		}
	}
	log.Printf("%d words of news and encyclopedias", len(l.entries))
	words, rows, table, err := readWeb(web)
	if err != nil {
		return err
	}
	weights = make([]float64, len(table))
	for _, r := range rows {
		weights[r]++
	}
	for i, n := range weights {
		weights[i] = math.Log(n + 2)
	}
	groups := groupsOf(table, weights, tagger.WebGroups, tagger.WebParts)
	for i, word := range words {
		if e := tagger.Fold(word); isProper(word) {
			l.entry(e, false).Web = groups[rows[i]]
		}
	}
	log.Printf("%d words with those of all sorts of text", len(l.entries))
	return nil
}

// groupsOf returns the group of each of vectors, whose directions count: large ones, each of a number of parts.
func groupsOf(vectors [][]float32, weights []float64, large, parts int) []tagger.Group {
	for _, v := range vectors {
		normalise(v)
	}
	groups := make([]tagger.Group, len(vectors))
	coarse := cluster(vectors, weights, large, 20, 1)
	for g := range large {
		var members []int
		for i := range coarse {
			if coarse[i] == g {
				members = append(members, i)
			}
		}
		if len(members) == 0 {
			continue
		}
		own, w := make([][]float32, len(members)), make([]float64, len(members))
		for k, i := range members {
			own[k], w[k] = vectors[i], weights[i]
		}
		for k, part := range cluster(own, w, parts, 15, uint64(g)+10) { //nolint:gosec // small
			groups[members[k]] = tagger.Group(1 + g*parts + part) //nolint:gosec // some thousand
		}
	}
	return groups
}
