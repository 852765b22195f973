package reflow

import (
	_ "embed"
	"sync"

	"github.com/copydesk/copydesk/internal/clean/reflow/breaks"
	modelfile "github.com/copydesk/copydesk/internal/model"
	"github.com/copydesk/copydesk/internal/model/forest"
)

//go:embed reflow.model
var modelData string

// builtIn is the model that Run uses; see docs/models/reflow.md. It is opened when it is first needed, so that the command
// that trains a new model can use this package while the old model no longer fits. It panics on a damaged model, which is
// part of the program: every test opens it.
var builtIn = sync.OnceValue(func() *Model {
	m, err := OpenModel(modelData)
	if err != nil {
		panic(err)
	}
	return m
})

// Model distinguishes false breaks from true ones. It is safe for concurrent use.
type Model struct {
	// firstLook gives the log-odds that a break is false, secondLook better ones for those in doubt.
	firstLook, secondLook forest.Forest

	lexicon breaks.Lexicon

	// whole are words that are written in one, without a hyphen.
	whole WordSet
}

// OpenModel opens a model file, which it reads in place: one with the sections "words", a breaks.Lexicon; "follows",
// a breaks.Follows; "whole", a WordSet; "first" and "second", a forest each. Errors wrap model.ErrFormat.
func OpenModel(data string) (*Model, error) {
	file, err := modelfile.Open(data)
	if err != nil {
		return nil, err
	}
	words, err := file.Section("words")
	if err != nil {
		return nil, err
	}
	var m Model
	if m.lexicon, err = breaks.OpenLexicon(words); err != nil {
		return nil, err
	}
	follows, err := file.Section("follows")
	if err != nil {
		return nil, err
	}
	if m.lexicon.Follows, err = breaks.OpenFollows(follows); err != nil {
		return nil, err
	}
	whole, err := file.Section("whole")
	if err != nil {
		return nil, err
	}
	if m.whole, err = OpenWordSet(whole); err != nil {
		return nil, err
	}
	if m.firstLook, err = openForest(file, "first", breaks.Count); err != nil {
		return nil, err
	}
	if m.secondLook, err = openForest(file, "second", breaks.Count2); err != nil {
		return nil, err
	}
	return &m, nil
}

func openForest(file modelfile.File, name string, features int) (forest.Forest, error) {
	trees, err := file.Section(name)
	if err != nil {
		return forest.Forest{}, err
	}
	return forest.Open(trees, features)
}

// Models describes the embedded model.
func Models() []modelfile.Embedded {
	return []modelfile.Embedded{{
		Name: "clean.reflow", Version: "2026-11",
		Sources: []string{
			"Murrough-Foley/web-content-extraction-benchmark", "adbar/trafilatura", "adbar/htmldate", "mozilla/readability",
			"AndyTheFactory/article-extraction-dataset", "AndyTheFactory/newspaper4k", "flairNLP/fundus", "jocmp/mercury-parser",
			"pankaj28843/article-extractor", "hhursev/recipe-scrapers", "immortal-autumn/Chinese-Web-Content-Extraction-Dataset",
			"goose3/goose3", "opendatalab/magic-html", "ramybaly/Article-Bias-Prediction", "hermitdave/FrequencyWords",
		},
		Data: []string{modelData},
	}}
}
