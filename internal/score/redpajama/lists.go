package redpajama

import (
	"embed"
	"slices"
	"strings"
	"sync"

	"github.com/copydesk/copydesk/internal/score/wordlist"
)

// listed says which lists a word is on.
type listed struct {
	// stop says that it is a stop word.
	stop bool

	// tails are the entries of the block list of which it is the first word: the words that follow it, none for an entry
	// of one word.
	tails [][]string
}

// languages are those for which the reference has lists.
var languages = []string{"en", "de", "es", "fr", "it"}

// stopFiles are the stop words of stopwords-json, one a line.
//
//go:embed stopwords
var stopFiles embed.FS

// lists are the lists by language, each made when it is first used.
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

// wordSet maps a fixed set of words to something. Its hash takes a few bytes only, because most words that are looked up are not in
// it.
type wordSet[T any] struct {
	// starts are where the members of each bucket begin in members; they end where those of the next bucket begin.
	starts  [buckets + 1]uint16
	members []member[T]
}

type member[T any] struct {
	word  string
	value T
}

const buckets = 1 << 11

// bucket returns the number of a word's bucket. The word must not be empty.
func bucket(word string) uint {
	first, middle, last := uint(word[0]), uint(word[len(word)/2]), uint(word[len(word)-1])
	return (first*977 + middle*131 + last*17 + uint(len(word))) % buckets
}

// newWordSet makes the set of the keys of a map: fewer than 2^16, none of them empty.
func newWordSet[T any](of map[string]T) *wordSet[T] {
	s := &wordSet[T]{}
	for word, value := range of {
		s.members = append(s.members, member[T]{word, value})
		s.starts[bucket(word)+1]++
	}
	slices.SortFunc(s.members, func(a, b member[T]) int { return int(bucket(a.word)) - int(bucket(b.word)) })
	for i := range buckets {
		s.starts[i+1] += s.starts[i]
	}
	return s
}

// get returns what a word is mapped to, nil if it is not in the set. A nil set has no words.
func (s *wordSet[T]) get(word string) *T {
	if s == nil {
		return nil
	}
	b := bucket(word)
	for i := s.starts[b]; i < s.starts[b+1]; i++ {
		if m := &s.members[i]; m.word == word {
			return &m.value
		}
	}
	return nil
}
