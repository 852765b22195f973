package quality

import (
	"cmp"
	_ "embed"
	"fmt"
	"math"
	"slices"
	"sync"

	"github.com/copydesk/copydesk/internal/model"
	"github.com/copydesk/copydesk/internal/portable"
)

// Model is an open model.
type Model struct {
	intercept float64
	curves    []Curve // of Inputs
}

// Open opens a file made by Parts.Bytes. Errors wrap model.ErrFormat.
func Open(data string) (*Model, error) {
	f, err := model.Open(data)
	if err != nil {
		return nil, err
	}
	section, err := f.Section("curves")
	if err != nil {
		return nil, err
	}
	r := reader{s: section}
	m := &Model{intercept: r.number()}
	for _, in := range Inputs {
		c, err := r.curve(in)
		if err != nil {
			return nil, err
		}
		m.curves = append(m.curves, c)
	}
	if r.s != "" {
		return nil, fmt.Errorf("%w: more curves than signals", model.ErrFormat)
	}
	return m, nil
}

// Report is an estimate and what it comes from.
type Report struct {
	// Score is from 0 to 1: the probability that the text is a good one, where half of the texts are.
	Score float64

	// Intercept and all Contributions add up to the log-odds of Score.
	Intercept float64

	// Contributions are those that are not 0, largest first, whatever their sign.
	Contributions []Contribution
}

// Contribution is what one signal adds.
type Contribution struct {
	Signal string

	// Value is the signal's value, NaN where it has none.
	Value float64

	// Adds is what it adds to the log-odds.
	Adds float64
}

// Judge returns the estimate for a text whose values of Inputs are given, NaN where there is none.
func (m *Model) Judge(values []float64) *Report {
	r := &Report{Intercept: m.intercept, Contributions: make([]Contribution, 0, len(values))}
	sum := m.intercept
	for i, v := range values {
		if adds := m.curves[i].At(v); adds != 0 {
			sum += adds
			r.Contributions = append(r.Contributions, Contribution{Inputs[i].Signal, v, adds})
		}
	}
	r.Score = 1 / (1 + portable.Exp(-sum))
	slices.SortStableFunc(r.Contributions, func(a, b Contribution) int { return cmp.Compare(math.Abs(b.Adds), math.Abs(a.Adds)) })
	return r
}

//go:embed quality.model
var modelData string

// Default is the model that is part of the program; see docs/models/quality.md. It panics on a damaged model, which a test excludes.
var Default = sync.OnceValue(func() *Model {
	m, err := Open(modelData)
	if err != nil {
		panic(err)
	}
	return m
})

// Name is the name of the embedded model.
const Name = "score.quality"

// Models describes the embedded model.
func Models() []model.Embedded {
	return []model.Embedded{{
		Name: Name, Version: "2026-11",
		Sources: []string{
			"English text of 15 genres (see docs/models/quality.md)", "Article-Bias-Prediction", "web-content-extraction-benchmark", "article-extraction-dataset",
			"magic-html", "article-extractor", "newspaper4k", "MASC", "movie reviews",
		},
		Data: []string{modelData},
	}}
}
