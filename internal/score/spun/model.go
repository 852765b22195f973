package spun

import (
	"encoding/binary"
	"fmt"

	"github.com/copydesk/copydesk/internal/model"
	"github.com/copydesk/copydesk/internal/model/forest"
	"github.com/copydesk/copydesk/internal/score/fluency"
)

// The sections of a model file:
//
//	starts      for each token of the language model where its neighbours begin, and where the last ones end, a uint32 each
//	neighbours  the numbers of words, a uint16 each
//	vectors     for each of the most frequent words its vector, a signed byte for each dimension
//	first       the forest that decides whether a word's neighbours are looked at: above 0
//	words       the forest that judges a word
//	documents   the forest that judges a text

// Model is an open model. It is safe for concurrent use.
type Model struct {
	language                *fluency.Model
	starts, neighbours      string
	vectors                 string
	first, words, documents forest.Forest
}

// MaxNeighbours is how many neighbours a word has at most.
const MaxNeighbours = 24

// Dimensions is the length of a vector.
const Dimensions = 50

// Open checks a model file, made for a language model. Errors wrap model.ErrFormat.
func Open(data string, language *fluency.Model) (*Model, error) {
	file, err := model.Open(data)
	if err != nil {
		return nil, err
	}
	m := &Model{language: language}
	for _, s := range []struct {
		name string
		to   *string
	}{{"starts", &m.starts}, {"neighbours", &m.neighbours}, {"vectors", &m.vectors}} {
		if *s.to, err = file.Section(s.name); err != nil {
			return nil, err
		}
	}
	for _, s := range []struct {
		name     string
		features int
		to       *forest.Forest
	}{{"first", firstFeatures, &m.first}, {"words", wordFeatures, &m.words}, {"documents", documentFeatures, &m.documents}} {
		section, err := file.Section(s.name)
		if err != nil {
			return nil, err
		}
		if *s.to, err = forest.Open(section, s.features); err != nil {
			return nil, err
		}
	}
	return m, m.check()
}

// check checks neighbours and vectors.
func (m *Model) check() error {
	vocabulary := m.language.Vocabulary()
	if len(m.starts) != 4*(vocabulary+1) || len(m.neighbours)%2 != 0 {
		return fmt.Errorf("%w: neighbours of another language model", model.ErrFormat)
	}
	if len(m.vectors)%Dimensions != 0 || len(m.vectors)/Dimensions > vocabulary {
		return fmt.Errorf("%w: vectors of another language model", model.ErrFormat)
	}
	last := uint32(0)
	for i := 0; i < len(m.starts); i += 4 {
		at := model.Uint32(m.starts, i)
		if at < last || at-last > MaxNeighbours || int(at) > len(m.neighbours)/2 {
			return fmt.Errorf("%w: neighbours of word %d", model.ErrFormat, i/4)
		}
		last = at
	}
	for i := 0; i < len(m.neighbours); i += 2 {
		if int(m.neighbour(i/2)) >= vocabulary {
			return fmt.Errorf("%w: neighbour %d", model.ErrFormat, i/2)
		}
	}
	return nil
}

func (m *Model) neighbour(i int) fluency.ID {
	return fluency.ID(model.Int16(m.neighbours, 2*i)) //nolint:gosec // two's complement
}

// neighboursOf returns where the neighbours of a word begin and end.
func (m *Model) neighboursOf(id fluency.ID) (from, to int) {
	return int(model.Uint32(m.starts, 4*int(id))), int(model.Uint32(m.starts, 4*int(id)+4))
}

// vector returns the vector of a word, empty if it has none.
func (m *Model) vector(id fluency.ID) string {
	at := (int(id) - int(fluency.FirstWord)) * Dimensions
	if at < 0 || at >= len(m.vectors) {
		return ""
	}
	return m.vectors[at : at+Dimensions]
}

// Parts are what a model is made of.
type Parts struct {
	// Neighbours are the words of like meaning or use of each token of the language model, the nearest first, at most MaxNeighbours each.
	Neighbours [][]fluency.ID

	// Vectors are those of the first words, of length 127 each.
	Vectors [][Dimensions]int8

	First, Words, Documents []byte // sections of package forest
}

// Make returns a model file.
func Make(p Parts) []byte {
	var starts, neighbours, vectors []byte
	for _, list := range p.Neighbours {
		starts = binary.LittleEndian.AppendUint32(starts, uint32(len(neighbours)/2)) //nolint:gosec // some millions
		for _, id := range list {
			neighbours = binary.LittleEndian.AppendUint16(neighbours, uint16(id))
		}
	}
	starts = binary.LittleEndian.AppendUint32(starts, uint32(len(neighbours)/2)) //nolint:gosec // some millions
	for _, v := range p.Vectors {
		for _, x := range v {
			vectors = append(vectors, byte(x)) //nolint:gosec // two's complement
		}
	}
	return model.Make(
		model.Section{Name: "starts", Data: starts}, model.Section{Name: "neighbours", Data: neighbours},
		model.Section{Name: "vectors", Data: vectors}, model.Section{Name: "first", Data: p.First},
		model.Section{Name: "words", Data: p.Words}, model.Section{Name: "documents", Data: p.Documents},
	)
}
