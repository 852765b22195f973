package main

import (
	"strings"
	"testing"

	"github.com/copydesk/copydesk/internal/clean/reflow/breaks"
)

// TestCluster puts words into classes that stand beside the same words: determiners before nouns, nouns before verbs.
func TestCluster(t *testing.T) {
	t.Parallel()
	var entries []breaks.Entry
	var text strings.Builder
	determiners, nouns, verbs := strings.Fields("the a this that every"), strings.Fields("dog cat boat gull man"), strings.Fields("ran sat fell sang left")
	for _, words := range [][]string{determiners, nouns, verbs} {
		for _, w := range words {
			entries = append(entries, breaks.Entry{Word: w})
		}
	}
	for i := range 3000 {
		text.WriteString(determiners[i%5] + " " + nouns[i/5%5] + " " + verbs[i/25%5] + ". ")
	}
	p := newPairs(entries)
	p.count(text.String())
	class, table := p.cluster()
	follows, err := breaks.OpenFollows(string(table))
	if err != nil {
		t.Fatal(err)
	}
	of := func(word string) uint8 { return class[p.ids[word]] }
	if follows.At(of("the"), of("gull")) <= 0 || follows.At(of("gull"), of("sang")) <= 0 || follows.At(of("the"), of("sang")) >= 0 {
		t.Errorf("nouns after determiners %d, verbs after nouns %d, verbs after determiners %d",
			follows.At(of("the"), of("gull")), follows.At(of("gull"), of("sang")), follows.At(of("the"), of("sang")))
	}
}
