package redpajama

import (
	"slices"
	"strings"
	"sync"

	"github.com/copydesk/copydesk/internal/score/wordlist"
)

// languages are those that the reference has block lists for.
var languages = []string{"en", "de", "es", "fr", "it"}

// primary returns the language of a BCP 47 tag without script and region, English for none.
func primary(tag string) string {
	if tag == "" {
		return "en"
	}
	language, _, _ := strings.Cut(tag, "-")
	return strings.ToLower(language)
}

// blockLists are the lists that the reference uses, by language: the entries by their first words, each as the words that
// follow it, none for an entry of one word.
var blockLists = func() map[string]func() *wordSet[[][]string] {
	lists := map[string]func() *wordSet[[][]string]{}
	for _, language := range languages {
		lists[language] = sync.OnceValue(func() *wordSet[[][]string] { return newBlockList(wordlist.List(language)) })
	}
	return lists
}()

// blockListOf returns the list of a language, nil if there is none.
func blockListOf(language string) *wordSet[[][]string] {
	if list := blockLists[primary(language)]; list != nil {
		return list()
	}
	return nil
}

func newBlockList(entries []string) *wordSet[[][]string] {
	list := map[string][][]string{}
	slices.Sort(entries)
	for _, e := range slices.Compact(entries) {
		w := strings.Split(e, " ")
		list[w[0]] = append(list[w[0]], w[1:])
	}
	return newWordSet(list)
}

// blocked returns how often an entry of the block list stands in the text, and adds where to p.
func (n *normal) blocked(p *places) int {
	if n.seen&blockHead == 0 {
		return 0
	}
	count := 0
	for i, id := range n.IDs {
		if n.traits[id]&blockHead == 0 {
			continue
		}
		tails, _ := n.blocks.get(n.Type(id))
		for _, tail := range tails {
			if n.follows(i+1, tail) {
				count++
				p.add(i, i+1+len(tail))
			}
		}
	}
	return count
}

// follows reports whether the words from number i on are these.
func (n *normal) follows(i int, tail []string) bool {
	if i+len(tail) > n.Len() {
		return false
	}
	for j, word := range tail {
		if n.Type(n.IDs[i+j]) != word {
			return false
		}
	}
	return true
}
