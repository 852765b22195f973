package main

import (
	"context"
	"fmt"
	"log/slog"
	"maps"
	"slices"

	"github.com/copydesk/copydesk/internal/extract"
	"github.com/copydesk/copydesk/internal/extract/lexis"
	"github.com/copydesk/copydesk/internal/extract/speech"
	"github.com/copydesk/copydesk/internal/text"
)

// newsMeaning is what a pronoun of the news counts for, of which few are annotated.
const newsMeaning = 15

// student hears the features of the entities that a reference could mean and answers as the annotation does.
type student struct {
	d        *document
	clusters []string // by entity; empty where it is not known
	means    map[int32]string
	named    map[string]bool
	byMeans  map[string]int32
	examples []example
	follows  bool // the model's answers, not those of the annotation
	ref      int32
	met      []int32 // entities offered for the reference
	rows     [][]int16
	ranks    []float64

	// ranked is how right the model was.
	ranked []ranked
}

// quotationsOf returns for each document the quotations that models which have not seen it find.
func quotationsOf(ctx context.Context, all []*document, models []*speech.Model) ([][]speech.Quotation, error) {
	found := make([][]speech.Quotation, len(all))
	for i, d := range all {
		t := newTeacher(d)
		var err error
		if found[i], err = d.scene.Attribute(nil, models[d.fold%folds], t, text.NewPace(ctx)); err != nil {
			return nil, err
		}
	}
	return found, nil
}

func newStudent(d *document) *student {
	s := &student{d: d, clusters: make([]string, len(d.scene.Entities)), means: map[int32]string{}, named: map[string]bool{}, byMeans: map[string]int32{}}
	votes := make([]map[string]int, len(d.scene.Entities))
	byEnd := map[int][]goldMention{}
	for _, m := range d.mentions {
		byEnd[m.span.End] = append(byEnd[m.span.End], m)
	}
	for i := range d.scene.Refs {
		r := &d.scene.Refs[i]
		for _, m := range byEnd[int(r.End)] {
			switch {
			case r.Kind == speech.Named && r.Entity != speech.None && m.kind == "PROP":
				if votes[r.Entity] == nil {
					votes[r.Entity] = map[string]int{}
				}
				votes[r.Entity][m.cluster]++
			case r.Kind == speech.Pronoun && m.kind == "PRON" && m.span.Start == int(r.Start):
				s.means[int32(i)] = m.cluster
			case r.Kind == speech.Description && m.kind == "NOM":
				s.means[int32(i)] = m.cluster
			}
		}
	}
	for e, v := range votes {
		best := 0
		for _, c := range slices.Sorted(maps.Keys(v)) {
			if v[c] > best {
				best, s.clusters[e] = v[c], c
			}
		}
		if best > 0 {
			s.named[s.clusters[e]] = true
		}
	}
	for i, full := range d.full { // news: names are their own clusters
		s.means[i] = d.nameOf(full)
	}
	if d.set != "litbank" {
		for e := range s.clusters {
			s.clusters[e] = d.facts.Entities[e].Name
		}
	}
	return s
}

// nameOf returns the name under which the document knows full, which may be a variant of it; full itself if none does.
func (d *document) nameOf(full string) string {
	named := func(e extract.Entity) bool { return e.Name == full }
	written := func(e extract.Entity) bool {
		return slices.ContainsFunc(e.Mentions, func(m extract.Mention) bool { return m.Text == full })
	}
	for _, means := range []func(extract.Entity) bool{named, written} {
		if k := slices.IndexFunc(d.facts.Entities, means); k >= 0 {
			return d.facts.Entities[k].Name
		}
	}
	return full
}

func (s *student) flush() {
	cluster, known := s.means[s.ref]
	if known || s.d.set == "litbank" {
		for i, e := range s.met {
			s.examples = append(s.examples, example{s.rows[i], known && s.clusters[e] == cluster, s.weight(), s.d.fold})
		}
	}
	if len(s.ranks) == len(s.met) && len(s.met) > 0 && (known || s.d.set == "litbank") {
		best, second := 0, lowest
		for i, r := range s.ranks {
			if r > s.ranks[best] {
				best = i
			}
		}
		for i, r := range s.ranks {
			if i != best {
				second = max(second, r)
			}
		}
		s.ranked = append(s.ranked, ranked{s.ranks[best], second, known && s.clusters[s.met[best]] == cluster})
	}
	s.met, s.rows, s.ranks = s.met[:0], s.rows[:0], s.ranks[:0]
}

// weight is what one reference counts for.
func (s *student) weight() float32 {
	if s.d.set == "litbank" {
		return 1
	}
	return newsMeaning
}

func (s *student) Entity(ref, entity int32, x []int16) {
	if ref != s.ref {
		s.flush()
		s.ref = ref
	}
	s.met, s.rows = append(s.met, entity), append(s.rows, slices.Clone(x))
}

func (s *student) Rank(odds float64) { s.ranks = append(s.ranks, odds) }

func (s *student) Introduces(ref, _ int32) { s.clusters = append(s.clusters, s.means[ref]) }

func (s *student) Means(ref int32) (int32, bool) {
	cluster, known := s.means[ref]
	if s.follows {
		return speech.None, false
	}
	if !known {
		return speech.None, s.d.set == "litbank"
	}
	for e, c := range s.clusters {
		if c == cluster && c != "" {
			return int32(e), true //nolint:gosec // few
		}
	}
	return speech.None, true
}

// rounds is how often meanings are learnt anew: first with the annotation's answers for all that came before in the document, then
// with those of models that have not seen the document, so that faults in what came before are expected.
const rounds = 2

// learnMeanings learns what pronouns and descriptions mean, and returns how sure models were that have not seen the document.
func learnMeanings(ctx context.Context, all []*document, quotations [][]speech.Quotation) (forestOf, []ranked, error) {
	var models []*speech.Model
	var examples []example
	for round := range rounds {
		p := meaningParams
		if round+1 < rounds {
			p.Trees, p.Rate = p.Trees/2, 2*p.Rate
		}
		examples = examples[:0]
		for i, d := range all {
			s := newStudent(d)
			var m *speech.Model
			if models != nil {
				m, s.follows = models[d.fold%folds], true
			}
			if _, err := d.scene.Resolve(nil, quotations[i], m, s, text.NewPace(ctx)); err != nil {
				return forestOf{}, nil, err
			}
			s.flush()
			examples = append(examples, s.examples...)
		}
		models = models[:0]
		for f := range folds {
			rest := slices.DeleteFunc(slices.Clone(examples), func(e example) bool { return e.fold%folds == f })
			m, err := speech.OpenModel(string(parts{meaning: trees(rest, p), sure: plain}.file()))
			if err != nil {
				return forestOf{}, nil, err
			}
			models = append(models, m)
		}
	}
	ranks, err := measureMeanings(ctx, all, quotations, models)
	return trees(examples, meaningParams), ranks, err
}

// measureMeanings prints how right models are in documents that they have not seen.
func measureMeanings(ctx context.Context, all []*document, quotations [][]speech.Quotation, models []*speech.Model) ([]ranked, error) {
	var ranks []ranked
	counts := map[string]*counter{}
	for k, d := range all {
		s := newStudent(d)
		s.follows = true
		got, err := d.scene.Resolve(nil, quotations[k], models[d.fold%folds], s, text.NewPace(ctx))
		if err != nil {
			return nil, err
		}
		s.flush()
		ranks = append(ranks, s.ranked...)
		answers := map[int32]speech.Antecedent{}
		for _, a := range got {
			answers[a.Ref] = a
		}
		for i := range d.scene.Refs {
			i := int32(i) //nolint:gosec // few
			cluster, known := s.means[i]
			a, answered := answers[i]
			if !known && (d.set != "litbank" || !answered) {
				continue
			}
			if counts[d.kind(i)] == nil {
				counts[d.kind(i)] = &counter{}
			}
			right := answered && known && s.clusters[a.Entity] == cluster
			counts[d.kind(i)].add(known && cluster != nobody && (s.named[cluster] || d.set != "litbank"), answered, right, float64(a.Confidence))
		}
	}
	for _, kind := range slices.Sorted(maps.Keys(counts)) {
		slog.Info("meanings by models that have not seen the document", "of", kind, "at", counts[kind].String())
	}
	return ranks, nil
}

// kind says what kind of reference number i is, for the report.
func (d *document) kind(i int32) string {
	r := &d.scene.Refs[i]
	switch {
	case r.Kind == speech.Description:
		return d.set + " descriptions"
	case r.Class.Has(lexis.First):
		return d.set + " I"
	case r.Class.Has(lexis.Male | lexis.Female):
		return d.set + " he or she"
	}
	return d.set + " other pronouns"
}

// counter counts right answers by their confidence.
type counter struct {
	gold            int
	answered, right [10]int
}

func (c *counter) add(gold, answered, right bool, p float64) {
	if gold {
		c.gold++
	}
	if answered {
		b := min(int(p*10), 9)
		c.answered[b]++
		if right {
			c.right[b]++
		}
	}
}

func (c *counter) String() string {
	s := fmt.Sprintf("%d;", c.gold)
	n, r := 0, 0
	for b := 9; b >= 3; b-- {
		n, r = n+c.answered[b], r+c.right[b]
		s += fmt.Sprintf(" .%d: P %.3f R %.3f;", b, float64(r)/float64(max(n, 1)), float64(r)/float64(max(c.gold, 1)))
	}
	return s
}
