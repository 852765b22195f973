package facts

import (
	"fmt"
	"strings"

	"github.com/copydesk/copydesk/eval/data"
	"github.com/copydesk/copydesk/eval/floor"
	"github.com/copydesk/copydesk/internal/extract"
	"github.com/copydesk/copydesk/internal/text"
)

// clustered is a text whose names are annotated; offsets are code points. Names of one cluster name the same.
type clustered struct {
	id, text string
	names    []clusteredName
}

// clusteredName is one place where something is named.
type clusteredName struct {
	span    text.Span
	cluster string
}

// pairs counts pairs of names that name the same.
type pairs struct{ gold, found, both int }

func (p *pairs) f1() (precision, recall, f float64) {
	precision, recall = share(p.both, p.found), share(p.both, p.gold)
	return precision, recall, 2 * precision * recall / max(precision+recall, 1e-9)
}

// Variants prints how well the names of one person, organisation or place are tied together: of all pairs of names in a document that
// are annotated and found, how many are put into one entity and how many belong together. Names that are not found are no matter of this
// measurement.
func Variants() error {
	news, err := newsNames()
	if err != nil {
		return err
	}
	var parts [2][]clustered
	for i, c := range news {
		parts[i%2] = append(parts[i%2], c)
	}
	novels, err := novelNames()
	if err != nil {
		return err
	}
	for _, set := range []struct {
		name, floor string
		texts       []clustered
	}{
		{"news-dev, the articles that rules were made on", "", parts[0]},
		{"news-dev, the other half", "variants/news", parts[1]},
		{"litbank", "variants/litbank", novels},
	} {
		all, kinds, err := countPairs(set.texts)
		if err != nil {
			return err
		}
		p, r, f := all.f1()
		fmt.Printf("  %-48s precision %.3f, recall %.3f, F1 %.3f of %d pairs; in other words: %s\n", set.name, p, r, f, all.gold, kinds)
		if set.floor != "" {
			floor.AtLeast(set.floor, f)
		}
	}
	return nil
}

// unlike counts pairs of names that are not written alike, which are the harder ones.
type unlike struct{ pairs }

func (u unlike) String() string {
	p, r, f := u.f1()
	return fmt.Sprintf("precision %.3f, recall %.3f, F1 %.3f of %d", p, r, f, u.gold)
}

// countPairs counts the pairs of all texts.
func countPairs(texts []clustered) (all pairs, other unlike, err error) {
	for _, c := range texts {
		d, f, err := factsOf(c.text, extract.Entities)
		if err != nil {
			return all, other, err
		}
		index := text.NewIndex(d.Clean, text.UTF32)
		entity := map[int]int{} // by the end of the name: titles before it count for nothing
		for k, e := range f.Entities {
			for _, m := range e.Mentions {
				entity[index.Span(m.Place.Clean).End] = k + 1
			}
		}
		runes := []rune(c.text)
		for i, a := range c.names {
			for _, b := range c.names[:i] {
				x, y := entity[a.span.End], entity[b.span.End]
				if x == 0 || y == 0 {
					continue
				}
				same := strings.EqualFold(string(runes[a.span.Start:a.span.End]), string(runes[b.span.Start:b.span.End]))
				for _, p := range []*pairs{&all, &other.pairs} {
					if p == &other.pairs && same {
						continue
					}
					p.gold += data.OneIf(a.cluster == b.cluster)
					p.found += data.OneIf(x == y)
					p.both += data.OneIf(a.cluster == b.cluster && x == y)
				}
				if List && (a.cluster == b.cluster) != (x == y) {
					fmt.Printf("%s: %v %q %q: %q %q\n", c.id, x == y, a.cluster, b.cluster, string(runes[a.span.Start:a.span.End]), string(runes[b.span.Start:b.span.End]))
				}
			}
		}
	}
	return all, other, nil
}

// newsNames returns the names of news-dev.
func newsNames() ([]clustered, error) {
	type record struct {
		ID, Text string
		Entities []struct {
			Name     string
			Mentions [][2]int
		}
	}
	records, err := data.ReadJSONL[record]("quotes/news-dev.jsonl")
	all := make([]clustered, 0, len(records))
	for _, r := range records {
		c := clustered{id: r.ID, text: r.Text}
		for _, e := range r.Entities {
			for _, m := range e.Mentions {
				c.names = append(c.names, clusteredName{text.Span{Start: m[0], End: m[1]}, e.Name})
			}
		}
		all = append(all, c)
	}
	return all, err
}

// novelNames returns the persons of litbank who are named.
func novelNames() ([]clustered, error) {
	type record struct {
		ID, Text string
		Mentions [][5]any
	}
	records, err := data.ReadJSONL[record]("quotes/litbank.jsonl")
	all := make([]clustered, 0, len(records))
	for _, r := range records {
		c := clustered{id: r.ID, text: r.Text}
		for _, m := range r.Mentions {
			cluster, known := m[4].(string)
			if !known || m[3] != "PROP" {
				continue
			}
			start, end := int(m[0].(float64)), int(m[1].(float64)) //nolint:forcetypeassert // as the README says
			c.names = append(c.names, clusteredName{text.Span{Start: start, End: end}, cluster})
		}
		all = append(all, c)
	}
	return all, err
}
