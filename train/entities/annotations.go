package main

import (
	"encoding/json"
	"slices"

	"github.com/copydesk/copydesk/internal/text"
	"github.com/copydesk/copydesk/train/corpus"
)

// annotationsFile says which names are in sentences that were read by an annotator: places only, no text. Each was one of those in which
// the machine labels contradict each other or leave a capitalised word without a name.
const annotationsFile = "entities/annotations.jsonl"

// annotation is the sentences of one document that were read. Offsets are bytes.
type annotation struct {
	File, ID  string
	Sentences []struct {
		Start, End int
		Names      []annotated
	}
}

// annotated is a name: [start, end, class]. What is in doubt has the class X.
type annotated struct{ span }

// UnmarshalJSON reads [start, end, class].
func (a *annotated) UnmarshalJSON(b []byte) error {
	var class string
	if err := json.Unmarshal(b, &[]any{&a.start, &a.end, &class}); err != nil {
		return err
	}
	if a.class = classes[class]; a.class == 0 {
		a.class = unsure
	}
	return nil
}

// readAnnotations returns the annotations of file by the key of their document.
func readAnnotations(file string) (map[string]*annotation, error) {
	all := map[string]*annotation{}
	err := corpus.Lines(file, func(line []byte) error {
		var a annotation
		if err := json.Unmarshal(line, &a); err != nil {
			return err
		}
		all[(&corpus.Text{File: a.File, ID: a.ID}).Key()] = &a
		return nil
	})
	return all, err
}

// annotate replaces what machines found in the sentences of a by what its reader found.
func (d *document) annotate(a *annotation) {
	if a == nil {
		return
	}
	for _, s := range a.Sentences {
		sentence := span{start: s.Start, end: s.End}
		d.names = slices.DeleteFunc(d.names, sentence.overlaps)
		for _, n := range s.Names {
			d.names = append(d.names, n.span)
		}
		d.read = append(d.read, sentence)
	}
}

// wasRead reports whether an annotator has read all of words.
func (d *document) wasRead(words []text.Word) bool {
	start, end := int(words[0].Start), int(words[len(words)-1].End)
	return slices.ContainsFunc(d.read, func(s span) bool { return s.start <= start && end <= s.end })
}
