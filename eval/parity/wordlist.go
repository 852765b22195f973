package parity

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/copydesk/copydesk/eval/data"
	"github.com/copydesk/copydesk/eval/peers"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/score/wordlist"
)

// badWordDoc is a text with the language of the list that it is held against.
type badWordDoc struct {
	DocID    string `json:"doc_id"`
	Text     string `json:"text"`
	Language string `json:"language"`
}

// WordList compares what the C4 way finds with the decisions of datatrove's own filter, and counts how often finding
// by word decides otherwise.
func WordList() error {
	docs, err := badWordDocs()
	if err != nil {
		return err
	}
	request := struct {
		Lists map[string][]string `json:"lists"`
		Docs  []badWordDoc        `json:"docs"`
	}{map[string][]string{}, docs}
	for _, language := range wordlist.Languages() {
		request.Lists[language] = wordlist.List(language)
	}
	var answer struct {
		Rejected map[string]bool `json:"rejected"`
		Seconds  float64         `json:"seconds"`
	}
	if err := peers.Call("golden_wordlist.py", request, &answer); errors.Is(err, peers.ErrNotInstalled) {
		fmt.Println(err)
		return nil
	} else if err != nil {
		return err
	}
	same, rejected, words := 0, 0, 0
	var differ []string
	start := time.Now()
	for _, d := range docs {
		byWord, c4 := badWords(d)
		theirs := answer.Rejected[d.DocID]
		if theirs {
			rejected++
		}
		if c4 == theirs {
			same++
		} else {
			differ = append(differ, d.DocID)
		}
		if byWord != c4 {
			words++
		}
	}
	spent := time.Since(start).Seconds()
	fmt.Printf("%d texts in %d languages, %d rejected: the same decision %.6f; by word another for %d\n", len(docs), len(request.Lists),
		rejected, part(same, len(docs)), words)
	if len(differ) > 0 {
		fmt.Println("  differ:", strings.Join(differ[:min(5, len(differ))], ", "))
	}
	fmt.Printf("its own code took %.1f s, ours %.2f s: %.0f times as long\n", answer.Seconds, spent, answer.Seconds/spent)
	return nil
}

// badWords reports whether there is a hit in a text, by word and as the C4 filter finds them.
func badWords(d badWordDoc) (byWord, c4 bool) {
	t := pytext.New(d.Text)
	defer t.Release()
	t.Language = d.Language
	for _, g := range wordlist.Groups {
		v := make([]float64, len(g.Signals))
		g.Measure(t, v)
		for i, s := range g.Signals {
			byWord = byWord || s.Name == "ldnoobw.hits" && v[i] > 0
			c4 = c4 || s.Name == "ldnoobw.c4_hits" && v[i] > 0
		}
	}
	return byWord, c4
}

// badWordFiller stands between the entries in made texts.
var badWordFiller = []string{
	"the", "boat", "of", "class", "assistant", "Essex", "Scunthorpe", "cocktail", "analysis", "İstanbul", "\u212aelvin", "ẞ", "ΣΑΣ", "Ⱥ", "ŉ",
	"…", "日本", "中文", "人", "ー", "ไทย", "हिन्दी", "\u093e", "\u0301", "한국", "Москва", "a_b", "9", "²", "don't", "!", "_",
}

// badWordJoins stand between the words of made texts; some make one word of two.
var badWordJoins = []string{" ", " ", " ", " ", "\n", "\u00a0", "\u2028", "\t", "", "", "-", "'", ".", "_", "é", "\u093e"}

// badWordDocs are the golden files' documents as English, and for each list texts made of its entries, whole, changed and
// inside others, by a fixed rule.
func badWordDocs() ([]badWordDoc, error) {
	golden, err := data.ReadJSONL[data.Document]("quality-parity/docs-dev.jsonl.xz")
	if err != nil {
		return nil, err
	}
	var docs []badWordDoc
	for _, d := range golden {
		docs = append(docs, badWordDoc{d.DocID, d.Text, "en"})
	}
	state := uint64(1)
	draw := func(n int) int {
		state = state*6364136223846793005 + 1442695040888963407
		return int((state >> 33) % uint64(n)) //nolint:gosec // n is small
	}
	for _, language := range wordlist.Languages() {
		entries := wordlist.List(language)
		for i := range 150 {
			var b strings.Builder
			for range 1 + draw(12) {
				word := badWordFiller[draw(len(badWordFiller))]
				if draw(8) == 0 {
					word = entries[draw(len(entries))]
				}
				if draw(6) == 0 {
					word = strings.ToUpper(word)
				}
				b.WriteString(word + badWordJoins[draw(len(badWordJoins))])
			}
			docs = append(docs, badWordDoc{fmt.Sprintf("%s-%d", language, i), b.String(), language})
		}
	}
	return docs, nil
}
