package reflow

import (
	_ "embed"

	"github.com/copydesk/copydesk/internal/clean/reflow/breaks"
	modelfile "github.com/copydesk/copydesk/internal/model"
	"github.com/copydesk/copydesk/internal/model/forest"
)

//go:embed reflow.model
var modelData string

// model gives the log-odds that a break is false. See docs/models/reflow.md.
var model = open(modelData)

// minLogOdds is how sure a join must be: it is wrong to leave a break too, but two paragraphs run together cannot be
// told apart later.
const minLogOdds = 0.4

// open panics on a damaged model, which is part of the program: a test opens it.
func open(data string) forest.Forest {
	file, err := modelfile.Open(data)
	if err != nil {
		panic(err)
	}
	section, err := file.Section("breaks")
	if err != nil {
		panic(err)
	}
	f, err := forest.Open(section, breaks.Count)
	if err != nil {
		panic(err)
	}
	return f
}
