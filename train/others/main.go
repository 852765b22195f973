// Command others makes internal/extract/gazetteer/others.txt: names of events, works, products and laws, and words for nationalities,
// religions and political groups, that another tagger finds again and again. Run it in train:
//
//	go run ./others
package main

import (
	"cmp"
	"flag"
	"fmt"
	"log"
	"os"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/extract/gazetteer"
	"github.com/copydesk/copydesk/internal/text"
	"github.com/copydesk/copydesk/train/corpus"
)

// letters are what the classes are called in the file.
var letters = map[string]byte{"NORP": 'N', "EVENT": 'E', "WORK": 'W', "PRODUCT": 'P', "LAW": 'L'}

// least is how often a name must be found, and in how many documents.
const (
	least          = 3
	leastDocuments = 2
	lowestHead     = 40 // of a hundred
)

// document is a text and what was found in it.
type document struct {
	text  string
	spans []corpus.Span
}

// evidence is what was found of one name.
type evidence struct {
	found     map[byte]int // by class
	documents int
	last      int // the last document
	all       int // occurrences, found or not
}

func main() {
	data := flag.String("data", "../../shared/data", "where the data are")
	out := flag.String("out", "../internal/extract/gazetteer/others.txt", "the file to be written")
	flag.Parse()
	docs, err := read(*data)
	if err != nil {
		log.Fatal(err)
	}
	names := collect(docs)
	countAll(docs, names)
	if err := os.WriteFile(*out, []byte(list(names)+heads(docs)), 0o644); err != nil { //nolint:gosec // it is public
		log.Fatal(err)
	}
}

func read(data string) (docs []document, err error) {
	spans := map[string][]corpus.Span{}
	if err := corpus.EachSilver(data, "spacy-md", func(s *corpus.Silver) error {
		spans[s.Key()] = s.Spans
		return nil
	}); err != nil {
		return nil, err
	}
	files, err := corpus.Files(data)
	if err != nil {
		return nil, err
	}
	return docs, corpus.Each(files, func(t *corpus.Text) error {
		if s, ok := spans[t.Key()]; ok {
			docs = append(docs, document{strings.Clone(t.Text), s})
		}
		return nil
	})
}

// collect returns the names found, without an article.
func collect(docs []document) map[string]*evidence {
	names := map[string]*evidence{}
	for k, d := range docs {
		offsets := corpus.Offsets(d.text)
		for _, s := range d.spans {
			class, ok := letters[s.Class]
			if !ok {
				continue
			}
			name := strings.TrimPrefix(strings.TrimPrefix(d.text[offsets[s.Start]:offsets[s.End]], "the "), "The ")
			if !isName(name) {
				continue
			}
			e := names[name]
			if e == nil {
				e = &evidence{found: map[byte]int{}, last: -1}
				names[name] = e
			}
			e.found[class]++
			if e.last != k {
				e.documents, e.last = e.documents+1, k
			}
		}
	}
	return names
}

// isName reports whether the words of name are written as a name is.
func isName(name string) bool {
	words, _ := corpus.Split(name)
	if len(words) == 0 || len(words) > gazetteer.MaxOther || strings.ContainsAny(name, "\n\t\"“”()[]@#/…") || len(name) < 4 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(name)
	last, _ := utf8.DecodeLastRuneInString(name)
	return unicode.IsUpper(r) && int(words[0].Start) == 0 && int(words[len(words)-1].End) == len(name) && last != '.'
}

// countAll counts every occurrence of the names.
func countAll(docs []document, names map[string]*evidence) {
	for _, d := range docs {
		words, sentences := corpus.Split(d.text)
		for _, s := range sentences {
			own := text.WordsIn(words, s)
			for i := range own {
				if !own[i].Shape.Has(text.Capital) {
					continue
				}
				for n := 1; n <= gazetteer.MaxOther && i+n <= len(own); n++ {
					if e := names[d.text[own[i].Start:own[i+n-1].End]]; e != nil {
						e.all++
					}
				}
			}
		}
	}
}

// list returns the lines of the file: class, how often in a hundred the words are a name of it, and the words.
func list(names map[string]*evidence) string {
	type line struct {
		name  string
		class byte
		share int
	}
	var lines []line
	for name, e := range names {
		var class byte
		sum := 0
		for c, n := range e.found {
			sum += n
			if n > e.found[class] || n == e.found[class] && c < class {
				class = c
			}
		}
		share := 100 * e.found[class] / max(e.all+1, sum)
		enough := sum >= least && e.documents >= leastDocuments
		if enough && share >= lowest(class, strings.Contains(name, " ")) {
			lines = append(lines, line{name, class, share})
		}
	}
	slices.SortFunc(lines, func(a, b line) int { return cmp.Compare(a.name, b.name) })
	var b strings.Builder
	for _, l := range lines {
		fmt.Fprintf(&b, "%c %d %s\n", l.class, l.share, l.name)
	}
	return b.String()
}

// endings are nouns with which names of events and laws end.
var endings = strings.Fields("War Wars Olympics Games Revolution Bowl Cup Championship Championships Festival Act Treaty Protocol Amendment Accord Accords")

// heads returns lines of endings with the class in small letters that most names of several words with the ending have, of those that
// are no person, organisation or place; and how many in a hundred of all names with the ending that are.
func heads(docs []document) string {
	found := map[string]map[byte]int{}
	sums := map[string]int{}
	for _, d := range docs {
		offsets := corpus.Offsets(d.text)
		for _, s := range d.spans {
			name := d.text[offsets[s.Start]:offsets[s.End]]
			i := strings.LastIndexByte(name, ' ')
			if i < 0 || !slices.Contains(endings, name[i+1:]) {
				continue
			}
			if found[name[i+1:]] == nil {
				found[name[i+1:]] = map[byte]int{}
			}
			sums[name[i+1:]]++
			if class := letters[s.Class]; class == 'E' || class == 'L' {
				found[name[i+1:]][class]++
			}
		}
	}
	var b strings.Builder
	for _, word := range endings {
		class := byte('E')
		if found[word]['L'] > found[word]['E'] {
			class = 'L'
		}
		if n := found[word][class]; n >= least && 100*n/sums[word] >= lowestHead {
			fmt.Fprintf(&b, "%c %d %s\n", class|0x20, 100*n/sums[word], word)
		}
	}
	return b.String()
}

// lowest is the least share of a name: works and products of one word are often other things.
func lowest(class byte, several bool) int {
	if !several && (class == 'W' || class == 'P') {
		return 75
	}
	return 60
}
