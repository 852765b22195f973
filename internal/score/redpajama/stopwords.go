package redpajama

import (
	"embed"
	"strings"
	"sync"
)

// stopFiles are the stop words of stopwords-json, one a line.
//
//go:embed stopwords
var stopFiles embed.FS

// stopLists are the lists by language.
var stopLists = func() map[string]func() *wordSet[struct{}] {
	lists := map[string]func() *wordSet[struct{}]{}
	for _, language := range languages {
		lists[language] = sync.OnceValue(func() *wordSet[struct{}] { return newWordSet(readStopWords(language)) })
	}
	return lists
}()

func readStopWords(language string) map[string]struct{} {
	b, err := stopFiles.ReadFile("stopwords/" + language + ".txt")
	if err != nil {
		panic(err) // they are in the binary
	}
	list := map[string]struct{}{}
	for line := range strings.Lines(string(b)) {
		list[strings.TrimSuffix(line, "\n")] = struct{}{}
	}
	return list
}

// stopWords returns the list of the language of a BCP 47 tag, and whether there is one.
func stopWords(tag string) (*wordSet[struct{}], bool) {
	lazy := stopLists[primary(tag)]
	if lazy == nil {
		return nil, false
	}
	return lazy(), true
}
