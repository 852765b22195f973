package detect

import (
	_ "embed"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
	"sync"

	modelfile "github.com/copydesk/copydesk/internal/model"
)

//go:embed charset.model
var modelData string

// builtIn is the model that Detect uses; see docs/models/charset.md. It panics on a damaged model, which is part of the
// program: every test opens it.
var builtIn = sync.OnceValue(func() *Model {
	m, err := OpenModel(modelData)
	if err != nil {
		panic(err)
	}
	return m
})

// Models describes the embedded model.
func Models() []modelfile.Embedded {
	return []modelfile.Embedded{{
		Name: "clean.charset", Version: "2026-11",
		Sources: []string{"FrequencyWords", "Universal Declaration of Human Rights (nltk_data)", "Universal Dependencies treebanks"},
		Data:    []string{modelData},
	}}
}

// Language is how a language writes: the letters that it uses, and what it costs that one class of characters follows
// another.
type Language struct {
	// Name is its ISO 639-1 code, with the first letter of the script where it has two.
	Name string

	// Letters are its letters, small and ascending, at most MaxLetters.
	Letters []rune

	// Encodings are the labels of the single-byte encodings that it is written in.
	Encodings []string

	// Pairs holds Classes by Classes costs in 1/8 bits.
	Pairs []byte
}

// Characters is the costs of the characters of a language that has too many of them for pairs.
type Characters struct {
	Name string

	// Costs are in 1/8 bits, by SlotOf.
	Costs []byte
}

// Model is a model of languages. It is safe for concurrent use.
type Model struct {
	languages  []language
	hypotheses []hypothesis
	characters map[string]characters
	cases      string // costs, in 1/8 bits, of a case after another
}

// language is an open Language.
type language struct {
	name  string
	pairs string
}

const letterLen = 4

// MakeModel returns a model file.
func MakeModel(languages []Language, chars []Characters, caseCosts []byte) []byte {
	var head strings.Builder
	var letters, pairs []byte
	for _, l := range languages {
		fmt.Fprintf(&head, "%s %d %s\n", l.Name, len(l.Letters), strings.Join(l.Encodings, " "))
		for _, r := range l.Letters {
			letters = binary.LittleEndian.AppendUint32(letters, uint32(r)) //nolint:gosec // a character is not negative
		}
		pairs = append(pairs, l.Pairs...)
	}
	sections := []modelfile.Section{
		{Name: "languages", Data: []byte(head.String())}, {Name: "letters", Data: letters}, {Name: "pairs", Data: pairs}, {Name: "cases", Data: caseCosts},
	}
	for _, c := range chars {
		sections = append(sections, modelfile.Section{Name: "chars." + c.Name, Data: c.Costs})
	}
	return modelfile.Make(sections...)
}

// OpenModel opens a file of MakeModel. Errors wrap model.ErrFormat.
func OpenModel(data string) (*Model, error) {
	file, err := modelfile.Open(data)
	if err != nil {
		return nil, err
	}
	m := &Model{characters: map[string]characters{}}
	var head, letters, pairs string
	for name, to := range map[string]*string{"languages": &head, "letters": &letters, "pairs": &pairs, "cases": &m.cases} {
		if *to, err = file.Section(name); err != nil {
			return nil, err
		}
	}
	for line := range strings.Lines(head) {
		var name string
		var count int
		if _, err := fmt.Sscan(line, &name, &count); err != nil || count < 1 || len(letters) < count*letterLen || len(pairs) < Classes*Classes {
			return nil, fmt.Errorf("%w: languages", modelfile.ErrFormat)
		}
		alphabet := make([]rune, count)
		for i := range alphabet {
			alphabet[i] = rune(modelfile.Uint32(letters, i*letterLen)) //nolint:gosec // a character
		}
		m.add(name, alphabet, strings.Fields(line)[2:], pairs[:Classes*Classes])
		letters, pairs = letters[count*letterLen:], pairs[Classes*Classes:]
	}
	for _, e := range multis {
		for _, name := range e.languages {
			costs, err := file.Section("chars." + name)
			if err != nil || len(costs) != CharacterCount {
				return nil, fmt.Errorf("%w: characters of %s", modelfile.ErrFormat, name)
			}
			m.characters[name] = characters(costs)
		}
	}
	if len(m.cases) != CaseKinds*CaseKinds {
		return nil, fmt.Errorf("%w: cases", modelfile.ErrFormat)
	}
	return m, nil
}

// add adds a language and a hypothesis for each encoding that it is written in.
func (m *Model) add(name string, letters []rune, labels []string, pairs string) {
	for _, label := range labels {
		if at := slices.IndexFunc(singles, func(s single) bool { return s.label == label }); at >= 0 {
			m.hypotheses = append(m.hypotheses, hypothesis{at, len(m.languages), classesIn(singles[at].table, letters)})
		}
	}
	m.languages = append(m.languages, language{name, pairs})
}
