package language

import (
	"cmp"
	"encoding/binary"
	"math"
	"slices"

	"github.com/copydesk/copydesk/internal/model"
)

// Class is a language in one script, as a file has it.
type Class struct {
	Code, ISO string // BCP 47 and ISO 15924
	Script    Script
	Bias      float64
}

// Entry is an n-gram with its weights by class.
type Entry struct {
	Hash    uint64
	Classes []uint8
	Weights []float64
}

// Table is what a model file is made of.
type Table struct {
	// Classes are in the order of their scripts.
	Classes []Class

	// Entries are sorted by hash, each hash once.
	Entries []Entry

	// Heat is what scores of texts of some lengths are multiplied by for probabilities.
	Heat [heatSteps]float64

	// Evidence is the weights of the traits of texts without a language, and last the constant.
	Evidence [traits + 1]float64
}

// Sorted sorts the entries, and returns t.
func (t *Table) Sorted() *Table {
	slices.SortFunc(t.Entries, func(a, b Entry) int { return cmp.Compare(a.Hash, b.Hash) })
	return t
}

// Bytes returns the file.
func (t *Table) Bytes() []byte {
	index, entries := t.buckets()
	return model.Make(
		model.Section{Name: "classes", Data: t.classBytes()},
		model.Section{Name: "index", Data: index},
		model.Section{Name: "entries", Data: entries},
		model.Section{Name: "heat", Data: numbers(t.Heat[:])},
		model.Section{Name: "nolanguage", Data: numbers(t.Evidence[:])},
	)
}

func (t *Table) classBytes() (out []byte) {
	for _, c := range t.Classes {
		var code [codeBytes]byte
		copy(code[:], c.Code)
		out = append(append(append(out, code[:]...), c.ISO...), byte(c.Script))
		out = binary.LittleEndian.AppendUint16(out, uint16(int16(math.Round(c.Bias/unit)))) //nolint:gosec // biases are small
	}
	return out
}

func (t *Table) buckets() (index, entries []byte) {
	at := 0
	for b := range uint64(1 << bucketBits) {
		index = binary.LittleEndian.AppendUint32(index, uint32(len(entries))) //nolint:gosec // some megabytes
		first := at
		for at < len(t.Entries) && t.Entries[at].Hash>>(64-bucketBits) == b {
			at++
		}
		bucket := slices.Clone(t.Entries[first:at])
		// What has fewer weights is skipped faster.
		slices.SortStableFunc(bucket, func(a, b Entry) int { return cmp.Compare(len(a.Classes), len(b.Classes)) })
		for _, e := range bucket {
			entries = e.append(entries)
		}
	}
	return binary.LittleEndian.AppendUint32(index, uint32(len(entries))), entries //nolint:gosec // some megabytes
}

func (e *Entry) append(out []byte) []byte {
	n := len(e.Classes)
	head := uint16(e.Hash>>(64-bucketBits-printBits)) << 4 //nolint:gosec // the low bits are meant
	out = binary.LittleEndian.AppendUint16(out, head|uint16(min(n, manyPairs)))
	if n >= manyPairs {
		out = append(out, byte(n)) //nolint:gosec // a class is a byte
	}
	for i, c := range e.Classes {
		out = append(out, c, byte(Quantised(e.Weights[i]))) //nolint:gosec // with its sign
	}
	return out
}

// Quantised returns a weight as the file has it, in units of 1/16.
func Quantised(w float64) int8 {
	return int8(max(-128, min(127, math.Round(w/unit))))
}

func numbers(list []float64) (out []byte) {
	for _, f := range list {
		out = binary.LittleEndian.AppendUint32(out, uint32(int32(math.Round(f/fixed)))) //nolint:gosec // small numbers
	}
	return out
}
