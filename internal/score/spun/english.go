package spun

import (
	_ "embed"
	"sync"

	"github.com/copydesk/copydesk/internal/model"
	"github.com/copydesk/copydesk/internal/score/fluency"
)

//go:embed spun.model
var modelData string

// English is the model of English that is part of the program; see docs/models/spun.md. It panics on a damaged model: every test opens
// it.
var English = sync.OnceValue(func() *Model {
	m, err := Open(modelData, fluency.English())
	if err != nil {
		panic(err)
	}
	return m
})

// Name is the name of the embedded model.
const Name = "score.spun"

// Models describes the embedded model.
func Models() []model.Embedded {
	return []model.Embedded{{
		Name: Name, Version: "2026-11",
		Sources: []string{"Moby Thesaurus II", "GloVe 6B", "torturedcheck", "English text of 22 genres", "Article-Bias-Prediction", "MASC", "movie reviews", "State of the Union addresses"},
		Data:    []string{modelData},
	}}
}
