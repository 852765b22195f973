package spun

import (
	"encoding/binary"
	"fmt"
	"math"

	"github.com/copydesk/copydesk/internal/model"
	"github.com/copydesk/copydesk/internal/model/forest"
	"github.com/copydesk/copydesk/internal/score/fluency"
)

// The sections of a model file:
//
//	starts      for each token of the language model where its neighbours begin, and where the last ones end, a uint32 each
//	neighbours  the numbers of words, a uint16 each
//	vectors     for each of the most frequent words its vector, a signed byte for each dimension
//	prone       for each token how likely it is to be put in the place of another, a byte
//	first       the forest that decides whether a word's neighbours are looked at: above 0
//	doubtful    the score of that forest from which on they are in every text, in thousandths, a uint32
//	words       the forest that judges a word
//	early       the forest that judges a text by those words: below 0 the others are not looked at
//	documents   the forest that judges a text

// Model is an open model. It is safe for concurrent use.
type Model struct {
	language           *fluency.Model
	starts, neighbours string
	vectors, prone     string
	doubtful           float64

	first, words, early, documents forest.Forest
}

// MaxNeighbours is how many neighbours a word has at most.
const MaxNeighbours = 20

// Dimensions is the length of a vector.
const Dimensions = 50

// Open checks a model file, made for a language model. Errors wrap model.ErrFormat.
func Open(data string, language *fluency.Model) (*Model, error) {
	file, err := model.Open(data)
	if err != nil {
		return nil, err
	}
	m := &Model{language: language}
	var doubtful string
	for _, s := range []struct {
		name string
		to   *string
	}{{"starts", &m.starts}, {"neighbours", &m.neighbours}, {"vectors", &m.vectors}, {"prone", &m.prone}, {"doubtful", &doubtful}} {
		if *s.to, err = file.Section(s.name); err != nil {
			return nil, err
		}
	}
	for _, s := range []struct {
		name     string
		features int
		to       *forest.Forest
	}{{"first", firstFeatures, &m.first}, {"words", wordFeatures, &m.words}, {"early", documentFeatures, &m.early}, {"documents", documentFeatures, &m.documents}} {
		section, err := file.Section(s.name)
		if err != nil {
			return nil, err
		}
		if *s.to, err = forest.Open(section, s.features); err != nil {
			return nil, err
		}
	}
	if len(doubtful) != doubtfulLen {
		return nil, fmt.Errorf("%w: %d bytes of doubt", model.ErrFormat, len(doubtful))
	}
	m.doubtful = float64(model.Uint32(doubtful, 0)) / doubtfulUnits
	return m, m.check()
}

// doubtfulLen is the length of the section doubtful, and doubtfulUnits how many of its units are one.
const doubtfulLen, doubtfulUnits = 4, 1000

// check checks what is of words.
func (m *Model) check() error {
	vocabulary := m.language.Vocabulary()
	if len(m.starts) != 4*(vocabulary+1) || len(m.neighbours)%2 != 0 {
		return fmt.Errorf("%w: neighbours of another language model", model.ErrFormat)
	}
	if len(m.vectors)%Dimensions != 0 || len(m.vectors)/Dimensions > vocabulary || len(m.prone) != vocabulary {
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

	// Prone is for each token the logarithm of how often it is put in the place of others if all words are replaced by their neighbours, less that
	// of how often it is there by itself, in units of 1/ProneUnits and kept within a byte; ProneZero stands for 0, and 0 for a
	// word that is in no place of another.
	Prone []byte

	// Doubtful is the score of First, at least 0, from which on the neighbours of a word are looked at in every text.
	Doubtful float64

	First, Words, Early, Documents []byte // sections of package forest
}

// ProneUnits is how many units of Parts.Prone are one nat.
const ProneUnits = 8

// ProneZero is what stands for 0 in Parts.Prone.
const ProneZero = 128

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
		model.Section{Name: "vectors", Data: vectors}, model.Section{Name: "prone", Data: p.Prone},
		model.Section{Name: "doubtful", Data: binary.LittleEndian.AppendUint32(nil, uint32(math.Round(doubtfulUnits*p.Doubtful)))},
		model.Section{Name: "first", Data: p.First},
		model.Section{Name: "words", Data: p.Words}, model.Section{Name: "early", Data: p.Early}, model.Section{Name: "documents", Data: p.Documents},
	)
}
