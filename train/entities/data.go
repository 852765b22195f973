package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/ulikunitz/xz"

	"github.com/copydesk/copydesk/internal/extract/tagger"
	"github.com/copydesk/copydesk/internal/text"
)

// span is a name in the text of a document, in bytes.
type span struct {
	start, end int
	class      tagger.Class
}

// document is a text and its names, in order.
type document struct {
	text  string
	names []span
}

// classes map the labels of all sets. What is in none of our classes is no name.
var classes = map[string]tagger.Class{
	"person": tagger.Person, "PER": tagger.Person, "politician": tagger.Person, "scientist": tagger.Person, "writer": tagger.Person,
	"musicalartist": tagger.Person, "researcher": tagger.Person,
	"organization": tagger.Organization, "ORG": tagger.Organization, "corporation": tagger.Organization, "group": tagger.Organization,
	"organisation": tagger.Organization, "politicalparty": tagger.Organization, "university": tagger.Organization, "band": tagger.Organization,
	"conference": tagger.Organization,
	"place":      tagger.Location, "location": tagger.Location, "LOC": tagger.Location, "country": tagger.Location,
}

// readGold reads a set of tagged tokens. The texts of EWT and GUM are read from the sentences, others are their tokens with
// spaces.
func readGold(data, set string) ([]document, error) {
	file, err := os.ReadFile(filepath.Join(data, "entities", set+".tsv"))
	if err != nil {
		return nil, err
	}
	texts := map[string]string{}
	for prefix, name := range map[string]string{"uner-ewt": "ewt", "gum": "gum"} {
		if rest, ok := strings.CutPrefix(set, prefix); ok {
			if texts, err = readTexts(filepath.Join(data, "sentences", name+rest+".jsonl")); err != nil {
				return nil, err
			}
		}
	}
	var docs []document
	for part := range strings.SplitSeq("\n"+string(file), "\n# doc ") {
		id, lines, ok := strings.Cut(part, "\n")
		if !ok || strings.TrimSpace(id) == "" {
			continue
		}
		docs = append(docs, join(lines, texts[strings.TrimSpace(id)]))
	}
	return docs, nil
}

// join makes a document of the tagged tokens of lines: in real, if that has them, else with spaces between.
func join(lines, real string) document {
	var made strings.Builder
	var d document
	at := 0
	for line := range strings.Lines(lines) {
		token, tag, ok := strings.Cut(strings.TrimRight(line, "\n"), "\t")
		if !ok {
			if line == "\n" && made.Len() > 0 {
				made.WriteString("\n")
			}
			continue
		}
		start := made.Len()
		if real != "" {
			k := strings.Index(real[at:], token)
			if k < 0 || k > 200 {
				return join(lines, "")
			}
			start = at + k
			at = start + len(token)
		} else {
			made.WriteString(token)
		}
		end := start + len(token)
		if real == "" {
			made.WriteByte(' ')
		}
		class := classes[strings.TrimLeft(tag, "BI-")]
		if n := len(d.names); strings.HasPrefix(tag, "I-") && n > 0 && d.names[n-1].class == class {
			d.names[n-1].end = end
		} else if class != 0 {
			d.names = append(d.names, span{start, end, class})
		}
	}
	if d.text = real; real == "" {
		d.text = made.String()
	}
	return d
}

// readTexts reads the texts of a set by their ids.
func readTexts(file string) (map[string]string, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	texts := map[string]string{}
	for line := range bytes.Lines(data) {
		var d struct{ ID, Text string }
		if err := json.Unmarshal(line, &d); err != nil {
			return nil, err
		}
		texts[d.ID] = d.Text
	}
	return texts, nil
}

// readXZ calls each for every line of a compressed file.
func readXZ(file string, each func([]byte) error) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close() //nolint:errcheck // only read
	r, err := xz.NewReader(bufio.NewReaderSize(f, 1<<20))
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	lines := bufio.NewReaderSize(r, 1<<20)
	for {
		line, err := lines.ReadBytes('\n')
		if len(line) > 1 {
			if err := each(line); err != nil {
				return fmt.Errorf("%s: %w", file, err)
			}
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// enoughVotes is how many votes make a name.
const enoughVotes = 2

// silver is what one teacher found in a document.
type silver struct {
	File, ID string
	Spans    []silverSpan
}

// silverSpan is [start, end, class], in code points.
type silverSpan struct {
	start, end int
	class      string
}

func (s *silverSpan) UnmarshalJSON(b []byte) error {
	return json.Unmarshal(b, &[]any{&s.start, &s.end, &s.class})
}

// readSilver reads machine-labelled documents, some most words. Their names are those that the best teacher found, and those on
// which the two others agree. Only the documents that all but the third have labelled are taken.
func readSilver(data string, most int) ([]document, error) {
	votes := map[string]map[silverSpan]int{}
	worth := [...]int{1, enoughVotes, 1}
	for i, teacher := range []string{"spacy-md", "corenlp3", "corenlp4"} {
		err := readXZ(filepath.Join(data, "silver", teacher+".jsonl.xz"), func(line []byte) error {
			var s silver
			if err := json.Unmarshal(line, &s); err != nil {
				return err
			}
			key := s.File + "|" + s.ID
			if i == 0 {
				votes[key] = map[silverSpan]int{}
			}
			if v := votes[key]; v != nil {
				for _, n := range s.Spans {
					if n.class == "GPE" || n.class == "FAC" {
						n.class = "LOC"
					}
					v[n] += worth[i]
				}
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return silverTexts(data, votes, most)
}

// silverTexts finds the texts of the documents voted on.
func silverTexts(data string, votes map[string]map[silverSpan]int, most int) ([]document, error) {
	files, err := filepath.Glob(filepath.Join(data, "english", "*.jsonl.xz"))
	if err != nil {
		return nil, err
	}
	files = append(files, filepath.Join(data, "news", "news-train.jsonl.xz"))
	var docs []document
	for _, file := range files {
		words, share := 0, most/(2*(len(files)-1))
		if strings.HasSuffix(file, "news-train.jsonl.xz") {
			share = most / 2
		}
		err := readXZ(file, func(line []byte) error {
			if words >= share {
				return nil
			}
			var d struct{ ID, Text string }
			if err := json.Unmarshal(line, &d); err != nil {
				return err
			}
			v := votes[filepath.Base(file)+"|"+d.ID]
			if v == nil || len(d.Text) > 100_000 {
				return nil
			}
			words += len(d.Text) / 6
			docs = append(docs, silverDocument(d.Text, v))
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return docs, nil
}

// silverDocument is a text with the names that got enough votes.
func silverDocument(s string, votes map[silverSpan]int) document {
	offsets := make([]int, 0, len(s)+1)
	for i := range s {
		offsets = append(offsets, i)
	}
	offsets = append(offsets, len(s))
	d := document{text: s}
	for n, count := range votes {
		if class := classes[n.class]; count >= enoughVotes && class != 0 && n.end < len(offsets) {
			d.names = append(d.names, span{offsets[n.start], offsets[n.end], class})
		}
	}
	return d
}

// split returns the sentences of s as the service finds them.
func split(s string) ([]text.Word, []text.Span) {
	ctx := context.Background() // it never ends, so there are no errors
	words, _ := text.AppendWords(ctx, nil, s, text.Span{End: len(s)})
	var sentences []text.Span
	for _, p := range text.Paragraphs(s) {
		sentences, _ = text.AppendSentences(ctx, sentences, s, words, p)
	}
	return words, sentences
}
