package tagger

import (
	"fmt"

	"github.com/copydesk/copydesk/internal/model"
)

// rowLen is the length in bytes of a row of the table of weights: two check bytes, a weight for each label, and one to spare.
const rowLen = 16

// Model is an open model. It is safe for concurrent use.
type Model struct {
	rows        string // a power of two of them
	mask        uint64
	transitions [Labels][Labels]int32 // by label, then the label before
}

// Open reads a model in place: the sections "weights" and "transitions". Errors wrap model.ErrFormat.
func Open(data string) (*Model, error) {
	file, err := model.Open(data)
	if err != nil {
		return nil, err
	}
	m := &Model{}
	if m.rows, err = file.Section("weights"); err != nil {
		return nil, err
	}
	n := len(m.rows) / rowLen
	if n == 0 || n&(n-1) != 0 || len(m.rows)%rowLen != 0 {
		return nil, fmt.Errorf("%w: weights of %d bytes", model.ErrFormat, len(m.rows))
	}
	m.mask = uint64(n - 1) //nolint:gosec // a length
	transitions, err := file.Section("transitions")
	if err != nil {
		return nil, err
	}
	if len(transitions) != 2*(Labels+1)*Labels {
		return nil, fmt.Errorf("%w: transitions of %d bytes", model.ErrFormat, len(transitions))
	}
	for l := range Labels {
		for before := range Labels {
			m.transitions[l][before] = int32(model.Int16(transitions, 2*(l*Labels+before)))
		}
	}
	return m, nil
}

// scores adds the weights of feature f to s.
func (m *Model) scores(s *[Labels]int32, f uint64) {
	for k := range uint64(2) {
		at := ((f>>(20*k) + k) & m.mask) * rowLen
		row := m.rows[at : at+rowLen]
		if row[0] != byte(f>>48) || row[1] != byte(f>>56)|1 { //nolint:gosec // eight bits are wanted
			continue
		}
		for l := range s {
			s[l] += int32(int8(row[2+l])) //nolint:gosec // two's complement
		}
		return
	}
}

// Feature is a feature and its weights, for Make.
type Feature struct {
	Hash    uint64
	Weights [Labels]int8
}

// Make returns a model of 2^bits rows, of features in the order of their worth, and of transitions by label and the label
// before. What finds no room is left out; their number is returned.
func Make(bits int, features []Feature, transitions [Labels][Labels]int16) (data []byte, left int) {
	table := make([]byte, rowLen<<bits)
	mask := uint64(1)<<bits - 1
place:
	for _, f := range features {
		for k := range uint64(2) {
			row := table[((f.Hash>>(20*k)+k)&mask)*rowLen:][:rowLen]
			if row[1] != 0 {
				continue
			}
			row[0], row[1] = byte(f.Hash>>48), byte(f.Hash>>56)|1 //nolint:gosec // eight bits are wanted
			for l, w := range f.Weights {
				row[2+l] = byte(w) //nolint:gosec // two's complement
			}
			continue place
		}
		left++
	}
	pairs := make([]byte, 0, 2*(Labels+1)*Labels)
	for l := range Labels {
		for before := range Labels {
			w := uint16(transitions[l][before]) //nolint:gosec // two's complement
			pairs = append(pairs, byte(w), byte(w>>8))
		}
	}
	pairs = append(pairs, make([]byte, 2*Labels)...)
	return model.Make(model.Section{Name: "weights", Data: table}, model.Section{Name: "transitions", Data: pairs}), left
}
