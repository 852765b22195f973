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

	// Heat is what scores of texts of some lengths are multiplied by for probabilities: those of n-grams, then those of words as a whole.
	Heat [2 * heatSteps]float64

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
	groups, index, entries := t.buckets()
	return model.Make(
		model.Section{Name: "classes", Data: t.classBytes()},
		model.Section{Name: "groups", Data: groups},
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

func (t *Table) buckets() (groups, index, entries []byte) {
	at, begin, latin := 0, 0, t.latin()
	for b := range uint64(1<<bucketBits + 1) {
		if b%(1<<groupBits) == 0 {
			begin = len(entries)
			groups = binary.LittleEndian.AppendUint32(groups, uint32(begin)) //nolint:gosec // some megabytes
		}
		index = binary.LittleEndian.AppendUint16(index, uint16(len(entries)-begin)) //nolint:gosec // some kilobytes
		first := at
		for at < len(t.Entries) && t.Entries[at].Hash>>(64-bucketBits) == b {
			at++
		}
		for _, e := range ordered(t.Entries[first:at]) {
			entries = e.append(entries, latin)
		}
	}
	return groups, index, entries
}

// latin returns the number of Latin classes.
func (t *Table) latin() (n int) {
	for _, c := range t.Classes {
		if c.Script == Latin {
			n++
		}
	}
	return n
}

// print is what an n-gram is known by in its bucket.
func (e *Entry) print() uint16 {
	return uint16(e.Hash>>(64-bucketBits-printBits)) & (1<<printBits - 1) //nolint:gosec // the low bits are meant
}

// ordered returns the entries of a bucket with those that have most weights first: they are the commonest n-grams. Of entries that are known by the
// same bits the one with fewest weights is left, and does the least harm where it stands for the others.
func ordered(bucket []Entry) (list []Entry) {
	sorted := slices.Clone(bucket)
	slices.SortStableFunc(sorted, func(a, b Entry) int { return cmp.Compare(len(a.Classes), len(b.Classes)) })
	seen := map[uint16]bool{}
	for _, e := range sorted {
		if !seen[e.print()] {
			list = append(list, e)
		}
		seen[e.print()] = true
	}
	slices.Reverse(list)
	return list
}

// leastOfRow is the number of weights from which an n-gram has a whole row: a row is added many times as fast as so many pairs.
const leastOfRow = 52

// append appends the entry; latin is the number of Latin classes, which are the first.
func (e *Entry) append(out []byte, latin int) []byte {
	n := len(e.Classes)
	head := e.print() << 4
	out = binary.LittleEndian.AppendUint16(out, head|uint16(min(n, manyPairs)))
	if n >= leastOfRow && int(slices.Max(e.Classes)) < latin {
		return e.appendRow(append(out, wholeRow), latin)
	}
	if n >= manyPairs {
		out = append(out, byte(n)) //nolint:gosec // a class is a byte
	}
	for i, c := range e.Classes {
		out = append(out, c, byte(Quantised(e.Weights[i]))) //nolint:gosec // with its sign
	}
	return out
}

// appendRow appends a weight for each Latin class.
func (e *Entry) appendRow(out []byte, latin int) []byte {
	row := make([]byte, rowOf(latin))
	for i := range row {
		row[i] = rowZero
	}
	for i, c := range e.Classes {
		row[c] = byte(rowZero + int(Quantised(e.Weights[i]))) //nolint:gosec // from 0 to 255
	}
	return append(out, row...)
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
