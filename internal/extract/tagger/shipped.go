package tagger

import (
	_ "embed"
	"sync"

	"github.com/copydesk/copydesk/internal/model"
)

//go:embed names.model
var shippedData string

// Shipped returns the model that is part of the program, described in docs/models/names.md. It is opened when first asked for:
// the command that trains a new one depends on this package and must work while the old one no longer fits. It panics on a
// damaged model, which every test would show.
var Shipped = sync.OnceValue(func() *Model {
	m, err := Open(shippedData)
	if err != nil {
		panic("tagger: " + err.Error())
	}
	return m
})

//go:embed words.model
var lexiconData string

// ShippedLexicon returns the lexicon that is part of the program, opened when first asked for. It panics on a damaged one.
var ShippedLexicon = sync.OnceValue(func() *Lexicon {
	x, err := OpenLexicon(lexiconData)
	if err != nil {
		panic("tagger: " + err.Error())
	}
	return x
})

// Models returns the model as part of the program.
func Models() []model.Embedded {
	return []model.Embedded{{
		Name:    "extract.tagger",
		Version: "2026-11",
		Sources: []string{
			"Universal NER English-EWT (CC BY-SA 4.0)", "GUM (CC BY 4.0)", "WNUT 2017 (CC BY 4.0)", "Broad Twitter Corpus (CC BY 4.0)",
			"CrossNER (MIT)", "labels of public English texts by two other taggers", "GloVe 6B (PDDL 1.0)", "vectors of en_core_web_md (CC0)",
		},
		Data: []string{shippedData, lexiconData},
	}}
}
