package texts

import (
	"encoding/json"
	"path/filepath"
	"strings"

	"github.com/copydesk/copydesk/train/corpus"
)

// brokenShare is the share of good texts, of a hundred, of which a broken one of each kind is made.
const brokenShare = 22

// Read makes the texts of a half from the data folder.
func Read(data string, half Half) ([]Text, error) {
	list, err := genres(data, half)
	if err != nil {
		return nil, err
	}
	more, err := pages(data, half)
	if err != nil {
		return nil, err
	}
	list = append(list, more...)
	for _, t := range list {
		for _, b := range broken {
			if t.Kind == Good && share(b.kind+"|"+t.ID) < brokenShare {
				if s := b.make(seeded(b.kind, t.ID), half, t.Text); s != "" {
					list = append(list, Text{Set: t.Set, Kind: b.kind, ID: t.ID, Key: t.Key, Text: s})
				}
			}
		}
	}
	list = append(list, phrased(half)...)
	s, err := spun(data, half)
	return append(list, s...), err
}

// mostSpun is how many spun texts are used at most of each spinner and rate.
const mostSpun = 150

// spun returns news articles in which words were replaced by unfit synonyms: one spinner's to learn from, another one's to measure. From the
// articles as they were the model of spun text has learnt nothing.
func spun(data string, half Half) (list []Text, err error) {
	counts := map[string]int{}
	err = corpus.Lines(filepath.Join(data, "spun", "spun-dev.jsonl.xz"), func(line []byte) error {
		var row struct {
			ID, Spinner, Text string
			Rate              float64
		}
		if err := json.Unmarshal(line, &row); err != nil {
			return err
		}
		key, _, _ := strings.Cut(row.ID, "@")
		set := row.Spinner
		if row.Spinner == "none" || corpus.PartOf("news-train", key) == corpus.Tune || (set == "wordnet") != (half == Learn) || counts[row.ID[len(key):]] == mostSpun {
			return nil
		}
		counts[row.ID[len(key):]]++
		r := seeded(Spun, row.ID)
		list = append(list, Text{Set: set, Kind: Spun, ID: row.ID, Key: key, Text: join(r, stretch(r, paragraphs(row.Text)))})
		return nil
	})
	return list, err
}
