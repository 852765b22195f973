package main

import (
	"cmp"
	"maps"
	"math"
	"slices"

	"github.com/copydesk/copydesk/internal/portable"
	"github.com/copydesk/copydesk/internal/score/fluency"
	"github.com/copydesk/copydesk/internal/score/spun"
	"github.com/copydesk/copydesk/train/spin"
	"github.com/copydesk/copydesk/train/vectors"
)

// vectorWords is how many of the most frequent words have vectors in the model.
const vectorWords = 40_000

// nearness knows how alike words are by their vectors.
type nearness [][]float32 // by token; empty where there is none, of length 1 else

// readNearness reads the vectors of words of the vocabulary, less their mean.
func readNearness(file string, m *fluency.Model) (nearness, error) {
	words, table, err := vectors.Press(file)
	if err != nil {
		return nil, err
	}
	n := make(nearness, m.Vocabulary())
	mean := make([]float64, spun.Dimensions)
	found := 0
	for i, w := range words {
		id := m.Look(w)
		if id < fluency.FirstWord || n[id] != nil {
			continue
		}
		n[id] = table[i]
		found++
		for k, x := range table[i] {
			mean[k] += float64(x)
		}
	}
	for _, v := range n {
		sum := 0.
		for k := range v {
			v[k] -= float32(mean[k] / float64(found))
			sum += float64(v[k]) * float64(v[k])
		}
		for k := range v {
			v[k] /= float32(math.Sqrt(sum))
		}
	}
	return n, nil
}

func (n nearness) cosine(a, b fluency.ID) float32 {
	if n[a] == nil || n[b] == nil {
		return -1
	}
	sum := float32(0)
	for k, x := range n[a] {
		sum += float32(x * n[b][k])
	}
	return sum
}

// bytes returns the vectors that are part of the model.
func (n nearness) bytes() [][spun.Dimensions]int8 {
	out := make([][spun.Dimensions]int8, vectorWords)
	for i := range out {
		for k, x := range n[int(fluency.FirstWord)+i] {
			out[i][k] = int8(math.Round(float64(127 * x)))
		}
	}
	return out
}

// nearest returns t with the nearest words of each list only.
func (n nearness) nearest(t spin.Thesaurus, most int) spin.Thesaurus {
	out := spin.Thesaurus{}
	for id, list := range t {
		list = n.sorted(id, list)
		out[id] = list[:min(len(list), most)]
	}
	return out
}

func (n nearness) sorted(id fluency.ID, list []fluency.ID) []fluency.ID {
	return slices.SortedFunc(slices.Values(list), func(a, b fluency.ID) int {
		return cmp.Or(cmp.Compare(n.cosine(id, b), n.cosine(id, a)), cmp.Compare(a, b))
	})
}

// commonEnough is the number below which a word can be a neighbour. Of rarer ones the language model knows few pairs, so that they hardly ever are
// the best: of the best in spun texts 3 of a hundred would be, for a quarter of all neighbours.
const commonEnough = 15_000

// prone returns Parts.Prone: a word is put in the place of another as often as that occurs, divided by the number of words that t lists for that.
func prone(m *fluency.Model, t spin.Thesaurus) []byte {
	replaced := make([]float64, m.Vocabulary())
	for _, from := range slices.Sorted(maps.Keys(t)) {
		for _, to := range t[from] {
			replaced[to] += portable.Exp(-float64(m.Frequency(from))/fluency.CostsPerNat) / float64(len(t[from]))
		}
	}
	out := make([]byte, m.Vocabulary())
	for i, sum := range replaced {
		if sum > 0 {
			odds := portable.Log(sum) + float64(m.Frequency(fluency.ID(i)))/fluency.CostsPerNat //nolint:gosec // below the size of the vocabulary
			out[i] = byte(max(1, min(math.Round(spun.ProneUnits*odds)+spun.ProneZero, math.MaxUint8)))
		}
	}
	return out
}

// neighbours returns those of each token: the nearest of the words that t has with it in either direction, and then those that are used
// alike. None is a substitution for measuring.
func (n nearness) neighbours(m *fluency.Model, t spin.Thesaurus) [][]fluency.ID {
	both := make([][]fluency.ID, m.Vocabulary())
	for from, list := range t {
		for _, to := range list {
			both[from], both[to] = append(both[from], to), append(both[to], from)
		}
	}
	for i, list := range both {
		id := fluency.ID(i) //nolint:gosec // below the size of the vocabulary
		list = slices.DeleteFunc(list, func(id fluency.ID) bool { return id >= commonEnough })
		slices.Sort(list)
		list = n.sorted(id, slices.Compact(list))
		for _, other := range m.AppendAlike(nil, id) {
			if other < commonEnough && !slices.Contains(list, other) && !spin.IsMeasured(m.Word(id), m.Word(other)) {
				list = append(list, other)
			}
		}
		both[i] = list[:min(len(list), spun.MaxNeighbours)]
	}
	return both
}
