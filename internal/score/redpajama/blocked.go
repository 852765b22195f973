package redpajama

import (
	"slices"
	"strings"
	"sync"

	"github.com/copydesk/copydesk/internal/score/wordlist"
)

// blockList are the entries of a list by their first words: the words that follow it, none for an entry of one word.
type blockList map[string][][]string

// blockLists are the lists that the reference uses, by language.
var blockLists = func() map[string]func() blockList {
	lists := map[string]func() blockList{}
	for _, language := range languages {
		lists[language] = sync.OnceValue(func() blockList { return newBlockList(wordlist.List(language)) })
	}
	return lists
}()

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

func newBlockList(entries []string) blockList {
	list := blockList{}
	slices.Sort(entries)
	for _, e := range slices.Compact(entries) {
		w := strings.Split(e, " ")
		list[w[0]] = append(list[w[0]], w[1:])
	}
	return list
}

// blocked returns how often an entry of a language's block list stands in the text, and adds where to p.
func (n *normal) blocked(language string, p *places) int {
	lazy := blockLists[primary(language)]
	if lazy == nil {
		return 0
	}
	list := lazy()
	if !n.flag(func(word string) bool { return list[word] != nil }) {
		return 0
	}
	count := 0
	for i, id := range n.IDs {
		if !n.flags[id] {
			continue
		}
		for _, tail := range list[n.types.Text(id)] {
			if n.follows(i+1, tail) {
				count++
				p.add(i, i+1+len(tail))
			}
		}
	}
	return count
}

// flag marks the types that are so, and reports whether any is.
func (n *normal) flag(is func(word string) bool) bool {
	n.flags = n.flags[:0]
	any := false
	for id := range n.types.Len() {
		f := is(n.types.Text(uint32(id))) //nolint:gosec // a text has fewer words than 2^31
		n.flags = append(n.flags, f)
		any = any || f
	}
	return any
}

// follows reports whether the words from number i on are these.
func (n *normal) follows(i int, tail []string) bool {
	if i+len(tail) > n.Len() {
		return false
	}
	for j, word := range tail {
		if n.types.Text(n.IDs[i+j]) != word {
			return false
		}
	}
	return true
}
