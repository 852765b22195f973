package detect

import (
	_ "embed"
	"encoding/binary"
	"fmt"
	"maps"
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
		Name: "clean.charset", Version: "2026-11b",
		Sources: []string{"FrequencyWords", "Universal Declaration of Human Rights (nltk_data)", "Universal Dependencies treebanks"},
		Data:    []string{modelData},
	}}
}

// Language is how a language writes: the letters that it uses, and what it costs that one class of characters follows
// another.
type Language struct {
	// Name is its ISO 639-1 code, with the first letter of the script where it has two; or ScriptMark and the name of a script.
	Name string

	// Letters are its letters, small and ascending, at most MaxLetters.
	Letters []rune

	// Encodings are the labels of the single-byte encodings that it is written in.
	Encodings []string

	// Pairs holds Classes by Classes costs in 1/8 bits.
	Pairs []byte
}

// Parts are what a model is made of.
type Parts struct {
	Languages []Language

	// Rarity is what a small character of a shared class costs for being a rare one, in 1/8 bits.
	Rarity map[rune]uint8

	// Cases are the costs, in 1/8 bits, by CaseStep.
	Cases []byte

	// Wide are the costs of PairCount pairs of bytes in each encoding of several bytes a character, by its label.
	Wide map[string][]byte
}

// Model is a model of languages. It is safe for concurrent use.
type Model struct {
	languages  []language
	hypotheses []hypothesis
	scripts    []hypothesis // those of scripts
	pairs      []pairCosts  // by multis
	cases      string       // CaseSteps
}

// language is an open Language.
type language struct {
	name  string
	pairs string // Classes by Classes
}

const letterLen = 4

// MakeModel returns a model file.
func MakeModel(p Parts) []byte {
	var head strings.Builder
	var letters, pairs, runes, rarity []byte
	for _, l := range p.Languages {
		fmt.Fprintf(&head, "%s %d %s\n", l.Name, len(l.Letters), strings.Join(l.Encodings, " "))
		for _, r := range l.Letters {
			letters = binary.LittleEndian.AppendUint32(letters, uint32(r)) //nolint:gosec // a character is not negative
		}
		pairs = append(pairs, l.Pairs...)
	}
	for _, r := range slices.Sorted(maps.Keys(p.Rarity)) {
		runes = binary.LittleEndian.AppendUint32(runes, uint32(r)) //nolint:gosec // a character is not negative
		rarity = append(rarity, p.Rarity[r])
	}
	sections := []modelfile.Section{
		{Name: "languages", Data: []byte(head.String())}, {Name: "letters", Data: letters}, {Name: "pairs", Data: pairs},
		{Name: "runes", Data: runes}, {Name: "rarity", Data: rarity}, {Name: "cases", Data: p.Cases},
	}
	for _, e := range multis {
		sections = append(sections, modelfile.Section{Name: "wide." + e.label, Data: p.Wide[e.label]})
	}
	return modelfile.Make(sections...)
}

// OpenModel opens a file of MakeModel. Errors wrap model.ErrFormat.
func OpenModel(data string) (*Model, error) {
	file, err := modelfile.Open(data)
	if err != nil {
		return nil, err
	}
	m := &Model{}
	var head, letters, pairs, runes, rarity string
	for name, to := range map[string]*string{
		"languages": &head, "letters": &letters, "pairs": &pairs, "runes": &runes, "rarity": &rarity, "cases": &m.cases,
	} {
		if *to, err = file.Section(name); err != nil {
			return nil, err
		}
	}
	if len(m.cases) != CaseSteps || len(runes) != len(rarity)*letterLen {
		return nil, fmt.Errorf("%w: cases or characters", modelfile.ErrFormat)
	}
	rare := map[rune]uint8{}
	for i, r := range runesIn(runes) {
		rare[r] = rarity[i]
	}
	for line := range strings.Lines(head) {
		var name string
		var count int
		if _, err := fmt.Sscan(line, &name, &count); err != nil || count < 1 || len(letters) < count*letterLen || len(pairs) < Classes*Classes {
			return nil, fmt.Errorf("%w: languages", modelfile.ErrFormat)
		}
		m.add(name, runesIn(letters[:count*letterLen]), rare, strings.Fields(line)[2:], pairs[:Classes*Classes])
		letters, pairs = letters[count*letterLen:], pairs[Classes*Classes:]
	}
	for _, e := range multis {
		costs, err := file.Section("wide." + e.label)
		if err != nil || len(costs) != PairCount {
			return nil, fmt.Errorf("%w: characters of %s", modelfile.ErrFormat, e.label)
		}
		m.pairs = append(m.pairs, pairCosts{e.label, costs})
	}
	return m, nil
}

// runesIn returns the characters of a section.
func runesIn(section string) []rune {
	all := make([]rune, len(section)/letterLen)
	for i := range all {
		all[i] = rune(modelfile.Uint32(section, i*letterLen)) //nolint:gosec // a character
	}
	return all
}

// ScriptMark begins the name of a Language that is all languages of a script together.
const ScriptMark = "*"

// add adds a language and a hypothesis for each encoding that it is written in.
func (m *Model) add(name string, letters []rune, rarity map[rune]uint8, labels []string, pairs string) {
	list := &m.hypotheses
	if strings.HasPrefix(name, ScriptMark) {
		list = &m.scripts
	}
	for _, label := range labels {
		at := slices.IndexFunc(singles, func(s single) bool { return s.label == label })
		if at < 0 {
			continue
		}
		prior, ok := closer[name][label]
		if !ok {
			prior = singles[at].prior
		}
		steps := stepsIn(singles[at].table, letters, rarity)
		*list = append(*list, hypothesis{at, len(m.languages), prior, steps})
	}
	m.languages = append(m.languages, language{name, pairs})
}
