package score

import (
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/copydesk/copydesk/eval/data"
	"github.com/copydesk/copydesk/internal/text"
	"github.com/copydesk/copydesk/train/corpus"
)

// english is a text that no model of English was made from: of a book, article or page that is held out as a whole.
type english struct {
	id, genre, text string
	words           []text.Word
}

// heldOut reads the test part of the English texts and news, and the files of calibration; of masc, movie_reviews and state_union, from
// which texts for training are drawn, the others only.
func heldOut() ([]*english, error) {
	files, err := corpus.Files(strings.TrimSuffix(data.Dir, "/"))
	if err != nil {
		return nil, err
	}
	other, err := filepath.Glob(data.Dir + "calibration/*.jsonl.xz")
	if err != nil {
		return nil, err
	}
	var docs []*english
	for i, file := range append(files, other...) {
		err := corpus.Lines(file, func(line []byte) error {
			d := struct{ ID, Genre, Text string }{Genre: "news"}
			if err := json.Unmarshal(line, &d); err != nil {
				return err
			}
			if i < len(files) && corpus.PartOf(file, d.ID) != corpus.Test {
				return nil
			}
			if i >= len(files) {
				if corpus.Calibrates(file, d.ID) {
					return nil
				}
				d.Genre = strings.TrimSuffix(filepath.Base(file), ".jsonl.xz")
			}
			docs = append(docs, newEnglish(d.ID, d.Genre, d.Text))
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return docs, nil
}

func newEnglish(id, genre, s string) *english {
	words, _ := text.AppendWords(context.Background(), nil, s, text.Span{End: len(s)}) // the context never ends
	return &english{id, genre, s, words}
}

// genresOf returns the genres of docs, ordered by name.
func genresOf(docs []*english) []string {
	var list []string
	for _, d := range docs {
		list = append(list, d.genre)
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// areaUnderCurve is the probability that one of pos is above one of neg.
func areaUnderCurve(pos, neg []float64) float64 {
	neg = slices.Sorted(slices.Values(neg))
	sum := 0.
	for _, p := range pos {
		below, _ := slices.BinarySearch(neg, p)
		above := below
		for above < len(neg) && neg[above] == p {
			above++
		}
		sum += float64(below+above) / 2
	}
	return sum / float64(len(pos)) / float64(len(neg))
}

// shareAbove is the share of values above a limit.
func shareAbove(values []float64, limit float64) float64 {
	n := 0
	for _, v := range values {
		n += data.OneIf(v > limit)
	}
	return float64(n) / float64(max(len(values), 1))
}

func percent(share float64) string { return fmt.Sprintf("%5.1f %%", 100*share) }
