package facts

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/copydesk/copydesk/eval/data"
	"github.com/copydesk/copydesk/eval/floor"
	"github.com/copydesk/copydesk/eval/peers"
	"github.com/copydesk/copydesk/eval/timing"
	"github.com/copydesk/copydesk/internal/extract"
	"github.com/copydesk/copydesk/internal/text"
)

// named is a name in a text.
type named struct {
	span  text.Span
	class extract.EntityType
}

// classOf maps the labels of the sets.
var classOf = map[string]extract.EntityType{
	"person": extract.Person, "PER": extract.Person,
	"organization": extract.Organization, "ORG": extract.Organization, "corporation": extract.Organization, "group": extract.Organization,
	"place": extract.Location, "location": extract.Location, "LOC": extract.Location,
}

// spaCyClasses maps the labels of spaCy's models; others are no names of our three classes.
var spaCyClasses = map[string]extract.EntityType{
	"PERSON": extract.Person, "ORG": extract.Organization, "GPE": extract.Location, "LOC": extract.Location, "FAC": extract.Location,
}

// Entities prints precision, recall and F1 of exact spans and classes, ours and spaCy's, and the speed of each. The model that is
// shipped has been trained on these sets: train/entities measures one that has not.
func Entities() error {
	fmt.Printf("%-14s %-10s %6s %6s %6s %12s  (our model has seen these sets: see docs/models/names.md)\n", "", "", "P", "R", "F1", "words/s")
	for _, set := range []string{"uner-ewt-dev", "gum-dev", "wnut17-dev", "btc-dev"} {
		texts, gold, err := readTagged(set)
		if err != nil {
			return err
		}
		words := 0
		for _, s := range texts {
			words += len(strings.Fields(s))
		}
		found := make([][]named, len(texts))
		took := timing.Quickest(5*time.Second, func() {
			for i, s := range texts {
				found[i], err = ourNames(s, err)
			}
		})
		if err != nil {
			return err
		}
		f1 := printNames(set, "copydesk", found, gold, float64(words)/took.Seconds())
		floor.AtLeast("entities/"+set+"/F1", f1)
		if err := spaCyNames(set, texts, gold, words); err != nil && !errors.Is(err, peers.ErrNotInstalled) {
			return err
		}
	}
	return nil
}

// ourNames returns the names of s, unless there has been an error before.
func ourNames(s string, before error) ([]named, error) {
	if before != nil {
		return nil, before
	}
	_, f, err := factsOf(s, extract.Entities)
	if err != nil {
		return nil, err
	}
	var names []named
	for _, e := range f.Entities {
		for _, m := range e.Mentions {
			if e.Type <= extract.Location {
				names = append(names, named{m.Place.Clean, e.Type})
			}
		}
	}
	return names, nil
}

// spaCyNames prints the figures of spaCy's small and middle-sized models, where they are installed.
func spaCyNames(set string, texts []string, gold [][]named, words int) error {
	var answer map[string]struct {
		Names   [][][3]any
		Seconds float64
	}
	if err := peers.Call("entities.py", map[string]any{"texts": texts}, &answer); err != nil {
		return err
	}
	for _, model := range []string{"sm", "md"} {
		a, ok := answer[model]
		if !ok {
			continue
		}
		found := make([][]named, len(texts))
		for i, names := range a.Names {
			offsets := make([]int, 0, len(texts[i])+1)
			for at := range texts[i] {
				offsets = append(offsets, at)
			}
			offsets = append(offsets, len(texts[i]))
			for _, n := range names {
				if class := spaCyClasses[n[2].(string)]; class != 0 {
					found[i] = append(found[i], named{text.Span{Start: offsets[int(n[0].(float64))], End: offsets[int(n[1].(float64))]}, class})
				}
			}
		}
		printNames(set, "spaCy "+model, found, gold, float64(words)/a.Seconds)
	}
	return nil
}

// printNames prints the figures of one system and returns its F1.
func printNames(set, system string, found, gold [][]named, speed float64) float64 {
	hit, got, want := 0, 0, 0
	for i := range gold {
		right := map[named]bool{}
		for _, n := range gold[i] {
			right[n] = true
		}
		want, got = want+len(gold[i]), got+len(found[i])
		for _, n := range found[i] {
			hit += data.OneIf(right[n])
		}
	}
	p, r := float64(hit)/float64(max(got, 1)), float64(hit)/float64(max(want, 1))
	f1 := 2 * p * r / max(p+r, 1e-9)
	fmt.Printf("%-14s %-10s %6.1f %6.1f %6.1f %12.0f\n", set, system, 100*p, 100*r, 100*f1, speed)
	return f1
}

// readTagged reads the texts and names of a set of tagged tokens. EWT and GUM have their own texts; those of others are their
// tokens with spaces between.
func readTagged(set string) (texts []string, gold [][]named, err error) {
	file, err := os.ReadFile(data.Dir + "entities/" + set + ".tsv")
	if err != nil {
		return nil, nil, err
	}
	own := map[string]string{}
	for prefix, name := range map[string]string{"uner-ewt": "ewt", "gum": "gum"} {
		if rest, ok := strings.CutPrefix(set, prefix); ok {
			docs, err := data.ReadJSONL[struct{ ID, Text string }]("sentences/" + name + rest + ".jsonl")
			if err != nil {
				return nil, nil, err
			}
			for _, d := range docs {
				own[d.ID] = d.Text
			}
		}
	}
	for part := range strings.SplitSeq("\n"+string(file), "\n# doc ") {
		if id, lines, ok := strings.Cut(part, "\n"); ok && id != "" {
			s, names := joinTokens(lines, own[id])
			texts, gold = append(texts, s), append(gold, names)
		}
	}
	return texts, gold, nil
}

// joinTokens finds tagged tokens in own, or joins them with spaces if that is empty.
func joinTokens(lines, own string) (string, []named) {
	var joined strings.Builder
	var names []named
	at := 0
	for line := range strings.Lines(lines) {
		token, tag, ok := strings.Cut(strings.TrimRight(line, "\n"), "\t")
		if !ok {
			continue
		}
		start := joined.Len()
		if own == "" {
			joined.WriteString(token + " ")
		} else {
			start = at + max(0, strings.Index(own[at:], token))
		}
		end := start + len(token)
		at = end
		prefix, label, _ := strings.Cut(tag, "-")
		class := classOf[label]
		switch n := len(names); {
		case class == 0:
		case prefix == "I" && n > 0 && names[n-1].class == class:
			names[n-1].span.End = end
		default:
			names = append(names, named{text.Span{Start: start, End: end}, class})
		}
	}
	if own != "" {
		return own, names
	}
	return joined.String(), names
}
