package texts

import (
	"context"
	"encoding/json"
	"math"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"

	"github.com/copydesk/copydesk/internal/score/fluency"
	"github.com/copydesk/copydesk/internal/text"
	"github.com/copydesk/copydesk/train/corpus"
)

// measured are the genres and files of genres that nothing is learnt from.
var measured = []string{
	"podcast", "court-opinion", "forum-qa", "recipe", "cloud-docs", "health-qa", "speech-un", "travel-1900s", // of ../shared/data/english
	"abc", "webtext", "state_union", // of ../shared/data/calibration
}

// mostOfGenre is how many texts of a genre are used at most, in the order of their files.
const mostOfGenre = 200

// genres returns pieces of many genres, of documents from which the models of fluency and of spun text have learnt nothing: their signals,
// which the model of quality looks at, speak too well of a text that they have learnt from.
func genres(data string, half Half) ([]Text, error) {
	files, err := corpus.Files(data)
	if err != nil {
		return nil, err
	}
	other, err := filepath.Glob(filepath.Join(data, "calibration", "*.jsonl.xz"))
	if err != nil {
		return nil, err
	}
	var list []Text
	counts := map[string]int{}
	for i, file := range append(files, other...) {
		err := corpus.Lines(file, func(line []byte) error {
			d := struct{ ID, Genre, Text string }{Genre: "news"}
			if err := json.Unmarshal(line, &d); err != nil {
				return err
			}
			if i >= len(files) {
				d.Genre = strings.TrimSuffix(filepath.Base(file), ".jsonl.xz")
			}
			if seen := i < len(files) && corpus.PartOf(file, d.ID) != corpus.Test || i >= len(files) && corpus.Calibrates(file, d.ID); seen {
				return nil
			}
			if slices.Contains(measured, d.Genre) != (half == Measure) || counts[d.Genre] == mostOfGenre {
				return nil
			}
			if t, ok := good(d.Genre, corpus.Document(file, d.ID), d.ID, d.Text); ok {
				counts[d.Genre]++
				list = append(list, t)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return list, nil
}

const leastWords = 30 // of a text

// good returns a good text of a document: some paragraphs in a row, as many as chance has it. The second result is false if it is too short
// or not in English.
func good(set, key, id, s string) (Text, bool) {
	r := seeded("cut", id)
	list := stretch(r, paragraphs(s))
	t := Text{Set: set, Kind: Good, ID: id, Key: key, Text: join(r, list)}
	return t, wordsOf(list) >= leastWords && inEnglish(t.Text)
}

// stretch returns paragraphs in a row that have from 40 to 1200 words, short stretches as often as long ones.
func stretch(r *rand.Rand, list []string) []string {
	const shortest, longest = 40, 1200
	want := int(shortest * math.Pow(longest/shortest, r.Float64()))
	if len(list) == 0 || wordsOf(list) <= want {
		return list
	}
	first := 0
	if r.IntN(2) == 0 {
		first = r.IntN(len(list))
		for first > 0 && wordsOf(list[first:]) < want {
			first--
		}
	}
	for end := first + 1; end <= len(list); end++ {
		if wordsOf(list[first:end]) >= want {
			return list[first:end]
		}
	}
	return list[first:]
}

func inEnglish(s string) bool {
	words, _ := text.AppendWords(context.Background(), nil, s, text.Span{End: len(s)}) // the context never ends
	tokens, _ := fluency.English().Tokens(context.Background(), s, words)
	return fluency.InEnglish(tokens, "")
}
