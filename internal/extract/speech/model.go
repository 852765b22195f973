package speech

import (
	_ "embed"
	"fmt"
	"sync"

	"github.com/copydesk/copydesk/internal/model"
	"github.com/copydesk/copydesk/internal/model/forest"
)

//go:embed speech.model
var modelData string

// Model ranks the references that could speak a stretch and the entities that a reference could mean, and says whether a stretch is
// somebody's words. It is safe for concurrent use.
type Model struct {
	speaker, accept, meanings forest.Forest

	// sure turns the log-odds of the best choice into its probability: weights of the log-odds and of their distance to those of
	// the second, and an offset, in thousandths; three for speakers and three for meanings.
	sure [6]int32
}

// How many features the sections "speaker", "accept" and "meaning" are made for.
const (
	Features        = featureCount
	AcceptFeatures  = acceptCount
	MeaningFeatures = antecedentCount
)

// builtIn is the model that is part of the program. It is opened when it is first needed, so that the command that trains a new
// model can use this package while the old one no longer fits. It panics on a damaged model: every test opens it.
var builtIn = sync.OnceValue(func() *Model {
	m, err := OpenModel(modelData)
	if err != nil {
		panic(err)
	}
	return m
})

// Shipped returns the model that is part of the program.
func Shipped() *Model { return builtIn() }

// OpenModel opens a model file with the sections "speaker", "accept" and "meaning", a forest each, and "sure", which it reads in place. Errors
// wrap model.ErrFormat.
func OpenModel(data string) (*Model, error) {
	file, err := model.Open(data)
	if err != nil {
		return nil, err
	}
	var m Model
	for _, f := range []struct {
		name  string
		count int
		to    *forest.Forest
	}{{"speaker", featureCount, &m.speaker}, {"accept", acceptCount, &m.accept}, {"meaning", antecedentCount, &m.meanings}} {
		section, err := file.Section(f.name)
		if err != nil {
			return nil, err
		}
		if *f.to, err = forest.Open(section, f.count); err != nil {
			return nil, fmt.Errorf("%s: %w", f.name, err)
		}
	}
	sure, err := file.Section("sure")
	if err != nil {
		return nil, err
	}
	if len(sure) != 4*len(m.sure) {
		return nil, fmt.Errorf("%w: %d bytes of calibration", model.ErrFormat, len(sure))
	}
	for i := range m.sure {
		m.sure[i] = int32(model.Uint32(sure, 4*i)) //nolint:gosec // with its sign
	}
	return &m, nil
}

// Models describes the model.
func Models() []model.Embedded {
	return []model.Embedded{{
		Name: "extract.speech", Version: "2026-11",
		Sources: []string{"dbamman/litbank (CC BY 4.0)", "ramybaly/Article-Bias-Prediction"},
		Data:    []string{modelData},
	}}
}
