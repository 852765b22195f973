package redpajama

import (
	"embed"
	"slices"
	"strings"
	"sync"

	"github.com/copydesk/copydesk/internal/score/wordlist"
)

// listed says on which lists a word is.
type listed struct {
	// stop says that it is a stop word.
	stop bool

	// tails are the entries of the block list of which it is the first word: the words that follow it, none for an entry
	// of one word.
	tails [][]string
}

// languages are those that the reference has lists for.
var languages = []string{"en", "de", "es", "fr", "it"}

// stopFiles are the stop words of stopwords-json, one a line.
//
//go:embed stopwords
var stopFiles embed.FS

// lists are the lists by language, made when first used.
var lists = func() map[string]func() *wordSet[listed] {
	all := map[string]func() *wordSet[listed]{}
	for _, language := range languages {
		all[language] = sync.OnceValue(func() *wordSet[listed] {
			stop, err := stopFiles.ReadFile("stopwords/" + language + ".txt")
			if err != nil {
				panic(err) // they are in the binary
			}
			return newLists(strings.Fields(string(stop)), wordlist.List(language))
		})
	}
	return all
}()

// listsOf returns the lists for the language of a BCP 47 tag, those for English if it is empty; nil if there are none.
func listsOf(tag string) *wordSet[listed] {
	if tag == "" {
		tag = "en"
	}
	language, _, _ := strings.Cut(tag, "-")
	if made := lists[strings.ToLower(language)]; made != nil {
		return made()
	}
	return nil
}

func newLists(stop, block []string) *wordSet[listed] {
	of := map[string]listed{}
	for _, word := range stop {
		of[word] = listed{stop: true}
	}
	slices.Sort(block)
	for _, entry := range slices.Compact(block) {
		w := strings.Split(entry, " ")
		l := of[w[0]]
		l.tails = append(l.tails, w[1:])
		of[w[0]] = l
	}
	return newWordSet(of)
}
