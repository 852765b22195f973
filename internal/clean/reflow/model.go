package reflow

import (
	_ "embed"

	"github.com/copydesk/copydesk/internal/clean/reflow/breaks"
	modelfile "github.com/copydesk/copydesk/internal/model"
	"github.com/copydesk/copydesk/internal/model/forest"
)

//go:embed reflow.model
var modelData string

// model is what Run decides by. See docs/models/reflow.md.
var model = mustOpen(modelData)

// minLogOdds is how sure a join must be: it is wrong to leave a break too, but two paragraphs run together cannot be
// told apart later.
const minLogOdds = 0.4

// opened is an open model.
type opened struct {
	// first gives the log-odds that a break is false, second better ones for those that are in doubt.
	first, second forest.Forest

	lexicon breaks.Lexicon
}

// mustOpen panics on a damaged model, which is part of the program: every test opens it.
func mustOpen(data string) opened {
	m, err := open(data)
	if err != nil {
		panic(err)
	}
	return m
}

func open(data string) (m opened, err error) {
	file, err := modelfile.Open(data)
	if err != nil {
		return m, err
	}
	words, err := file.Section("words")
	if err != nil {
		return m, err
	}
	if m.lexicon, err = breaks.OpenLexicon(words); err != nil {
		return m, err
	}
	if m.first, err = openForest(file, "first", breaks.Count); err != nil {
		return m, err
	}
	m.second, err = openForest(file, "second", breaks.Count2)
	return m, err
}

func openForest(file modelfile.File, name string, features int) (forest.Forest, error) {
	trees, err := file.Section(name)
	if err != nil {
		return forest.Forest{}, err
	}
	return forest.Open(trees, features)
}
