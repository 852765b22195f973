package main

import (
	"bufio"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"github.com/copydesk/copydesk/internal/score/language"
)

const noiseExamples, proseExamples, proseOfEach = 12_000, 60_000, 350

// noise reads what texts without a language are made of: names, texts to be read in a wrong encoding, and the programs of the module lingua-go.
func (s *sources) noise(names string) (*noise, error) {
	n := &noise{Rand: rand.New(rand.NewPCG(1, 3))}
	for _, row := range s.rights {
		n.texts = append(n.texts, row[2])
	}
	for _, file := range []string{"forenames.tsv", "surnames.tsv"} {
		f, err := os.Open(filepath.Join(names, file)) //nolint:gosec // the caller's choice
		if err != nil {
			return nil, err
		}
		for lines := bufio.NewScanner(f); lines.Scan(); {
			name, _, _ := strings.Cut(lines.Text(), "\t")
			n.names = append(n.names, name)
		}
		if err := f.Close(); err != nil {
			return nil, err
		}
	}
	return n, n.readCode(filepath.Dir(s.lingua))
}

// readCode reads the programs of a folder, without their tests and comments.
func (n *noise) readCode(folder string) error {
	return filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
			return err
		}
		b, err := os.ReadFile(path) //nolint:gosec // of the module
		for line := range strings.Lines(string(b)) {
			if line = strings.TrimRightFunc(line, unicode.IsSpace); line != "" && !strings.HasPrefix(strings.TrimSpace(line), "//") && !strings.HasPrefix(line, " *") {
				n.code = append(n.code, line)
			}
		}
		return err
	})
}

// recognise learns what texts without a language look like to a model.
func (s *sources) recognise(m *language.Model, n *noise) ([]float64, error) {
	var list []example
	for range noiseExamples {
		t := m.Traits(n.text())
		list = append(list, example{t[:], true})
	}
	for len(list) < noiseExamples+proseExamples {
		for _, c := range classes() {
			if c.weight == 0 || c.weight < fullWeight && n.IntN(4) > 0 {
				continue
			}
			l, err := s.lexicon(c)
			if err != nil {
				return nil, err
			}
			p := prose{Rand: n.Rand, lexicon: l, noise: n}
			for range proseOfEach {
				t := m.Traits(p.text())
				list = append(list, example{t[:], false})
			}
		}
	}
	return logistic(list, 1), nil
}
