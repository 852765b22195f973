package facts

import (
	"fmt"
	"os"
	"strings"

	"github.com/copydesk/copydesk/eval/data"
	"github.com/copydesk/copydesk/eval/floor"
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

// Entities prints precision, recall and F1 of exact spans and classes. The model that is shipped has been trained on these sets:
// train/entities measures one that has not.
func Entities() error {
	fmt.Printf("%-14s %6s %6s %6s  (the model has seen these sets: see docs/models/names.md)\n", "", "P", "R", "F1")
	for _, set := range []string{"uner-ewt-dev", "gum-dev", "wnut17-dev", "btc-dev"} {
		p, r, err := measureNames(set)
		if err != nil {
			return err
		}
		f1 := 2 * p * r / max(p+r, 1e-9)
		fmt.Printf("%-14s %6.1f %6.1f %6.1f\n", set, 100*p, 100*r, 100*f1)
		floor.AtLeast("entities/"+set+"/F1", f1)
	}
	return nil
}

// measureNames returns precision and recall of exact spans and classes.
func measureNames(set string) (p, r float64, err error) {
	texts, gold, err := readTagged(set)
	if err != nil {
		return 0, 0, err
	}
	hit, got, want := 0, 0, 0
	for i, s := range texts {
		right := map[named]bool{}
		for _, n := range gold[i] {
			right[n] = true
		}
		_, f, err := factsOf(s, extract.Entities)
		if err != nil {
			return 0, 0, err
		}
		want += len(gold[i])
		for _, e := range f.Entities {
			for _, m := range e.Mentions {
				got++
				hit += data.OneIf(right[named{m.Place.Clean, e.Type}])
			}
		}
	}
	return float64(hit) / float64(max(got, 1)), float64(hit) / float64(max(want, 1)), nil
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
