package language

import (
	_ "embed"
	"fmt"
	"slices"
	"sync"

	"github.com/copydesk/copydesk/internal/model"
)

//go:embed language.model
var file string

// Models returns the model that is part of the program.
func Models() []model.Embedded {
	return []model.Embedded{{
		Name: "score.language", Version: "2026-11", Data: []string{file},
		Sources: []string{"pemistahl/lingua-go", "langidentify-full-model", "hermitdave/FrequencyWords", "Universal Declaration of Human Rights", "Universal Dependencies (Marathi)"},
	}}
}

// Default returns the model that is part of the program. It panics if that is damaged, which a test excludes.
var Default = sync.OnceValue(func() *Model {
	m, err := OpenModel(file)
	if err != nil {
		panic(err)
	}
	return m
})

// Codes returns the codes of the languages, sorted. The caller must not change them.
func (m *Model) Codes() []string { return m.codes }

// Described names the languages in a few words.
func (m *Model) Described() string { return fmt.Sprintf("%d languages", len(m.codes)) }

func (m *Model) setCodes() {
	for i := range m.classes {
		m.codes = append(m.codes, m.classes[i].code)
	}
	slices.Sort(m.codes)
	m.codes = slices.Compact(m.codes)
}
