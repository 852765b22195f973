package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/copydesk/copydesk/internal/extract/gazetteer"
	"github.com/copydesk/copydesk/internal/extract/tagger"
)

// span is a name in the text of a document, in bytes. Class is unsure where teachers disagree.
type span struct {
	start, end int
	class      tagger.Class
}

// unsure is the class of a span that may be anything.
const unsure tagger.Class = 255

// document is a text and its names.
type document struct {
	text  string
	names []span
	read  []span // the sentences of a machine-labelled document that an annotator has read
}

// classes map the labels of all sets. What is in none of our classes is no name.
var classes = map[string]tagger.Class{
	"person": tagger.Person, "PER": tagger.Person, "politician": tagger.Person, "scientist": tagger.Person, "writer": tagger.Person,
	"musicalartist": tagger.Person, "researcher": tagger.Person,
	"organization": tagger.Organization, "ORG": tagger.Organization, "corporation": tagger.Organization, "group": tagger.Organization,
	"organisation": tagger.Organization, "politicalparty": tagger.Organization, "university": tagger.Organization, "band": tagger.Organization,
	"conference": tagger.Organization,
	"place":      tagger.Location, "location": tagger.Location, "LOC": tagger.Location, "country": tagger.Location,
	"GPE": tagger.Location, "FAC": tagger.Location,
}

// readGold reads a set of tagged tokens. The texts of EWT and GUM are read from the sentences, others are their tokens with
// spaces.
func readGold(data, set string) ([]document, error) {
	file, err := os.ReadFile(filepath.Join(data, "entities", set+".tsv")) //nolint:gosec // the caller's choice
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
	data, err := os.ReadFile(file) //nolint:gosec // the caller's choice
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

// dropNations drops places and organisations that are a nationality alone ("Russian troops"). They are no names here nor in most sets, but in some
// tweets of BTC.
func (d *document) dropNations() {
	d.names = slices.DeleteFunc(d.names, func(n span) bool {
		l := gazetteer.Look(d.text[n.start:n.end])
		return n.class != tagger.Person && l.Has(gazetteer.Nation) && !l.Has(gazetteer.Place)
	})
}
