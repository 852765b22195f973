package language

import (
	"fmt"

	"github.com/copydesk/copydesk/internal/model"
)

const (
	// bucketBits is the number of high bits of a hash that choose a bucket, and printBits that of the next ones, by which an n-gram is
	// known again in its bucket: one in a thousand is taken for another one.
	bucketBits = 17
	printBits  = 12

	// groupBits is the number of low bits of a bucket's number, by which the buckets of a group differ.
	groupBits = 6

	// manyPairs is the count in the head of an n-gram whose count of pairs is in a byte of its own, and wholeRow what that byte is if there are no
	// pairs but one byte for each Latin class, the weight and rowZero.
	manyPairs = 15
	wholeRow  = 255
	rowZero   = 128

	headBytes = 2
	pairBytes = 2

	// classBytes is the size of a class in the file: code, ISO 15924, script, and the bias as a 16-bit number.
	classBytes = codeBytes + isoBytes + 1 + 2
	codeBytes  = 8
	isoBytes   = 4

	// unit is what the weights of the file count: their unit is 1/16 of a natural logarithm.
	unit = 1.0 / 16

	// maxClasses is how many classes there are at most.
	maxClasses = 255
)

// class is a language in one script.
type class struct {
	code, iso string
	script    Script
	bias      float64
}

// Model is an open model.
type Model struct {
	classes  []class
	biases   []float64          // of the classes
	first    [Scripts + 1]uint8 // the classes of a script are together, in the order of the scripts
	alone    [Scripts]bool      // whether a script has one class, so that there is nothing to look up
	groups   string             // where each group of buckets begins in entries, as 32-bit numbers, and the end
	index    string             // where each bucket begins in its group, as 16-bit numbers, and 0
	entries  string
	row      int                    // the number of bytes of a whole row: of the Latin classes, to eight
	heat     [2 * heatSteps]float64 // of n-grams, and of words as a whole
	evidence [traits + 1]float64
	codes    []string // sorted, each once
}

// OpenModel opens a file made by Table.Bytes. Errors wrap model.ErrFormat.
func OpenModel(data string) (*Model, error) {
	f, err := model.Open(data)
	if err != nil {
		return nil, err
	}
	m := &Model{}
	var parts [6]string
	for i, name := range []string{"classes", "groups", "index", "entries", "heat", "nolanguage"} {
		if parts[i], err = f.Section(name); err != nil {
			return nil, err
		}
	}
	m.groups, m.index, m.entries = parts[1], parts[2], parts[3]
	if err := m.readClasses(parts[0]); err != nil {
		return nil, err
	}
	if err := m.check(); err != nil {
		return nil, err
	}
	if err := readNumbers(parts[4], m.heat[:]); err != nil {
		return nil, err
	}
	return m, readNumbers(parts[5], m.evidence[:])
}

// damaged is the error of a file that has the right sections but cannot be read.
func damaged(what string) error { return fmt.Errorf("%w: %s", model.ErrFormat, what) }

func (m *Model) readClasses(s string) error {
	n := len(s) / classBytes
	if len(s)%classBytes != 0 || n > maxClasses {
		return damaged("classes")
	}
	last := NoScript
	for i := range n {
		b := s[i*classBytes:][:classBytes]
		c := class{
			code: trimmed(b[:codeBytes]), iso: b[codeBytes:][:isoBytes], script: Script(b[codeBytes+isoBytes]),
			bias: float64(model.Int16(b, codeBytes+isoBytes+1)) * unit,
		}
		if c.script < last || c.script >= Scripts {
			return damaged("order of classes")
		}
		last = c.script
		m.classes, m.biases = append(m.classes, c), append(m.biases, c.bias)
	}
	for s, at := Script(0), 0; s <= Scripts; s++ {
		for at < n && m.classes[at].script < s {
			at++
		}
		m.first[s] = uint8(at)
	}
	m.setCodes()
	m.row = rowOf(int(m.first[Latin+1]))
	for s := range Scripts {
		m.alone[s] = m.first[s+1]-m.first[s] == 1
	}
	return nil
}

// check checks the sizes. A look-up checks what it reads.
func (m *Model) check() error {
	if len(m.index) != 2*(1<<bucketBits+1) || len(m.groups) != 4*(1<<(bucketBits-groupBits)+1) {
		return damaged("size of index")
	}
	if int(m.start(1<<bucketBits)) != len(m.entries) {
		return damaged("size of entries")
	}
	return nil
}

// start returns where a bucket begins in the entries.
func (m *Model) start(bucket uint64) uint32 {
	return model.Uint32(m.groups, int(bucket>>groupBits*4)) + uint32(uint16(model.Int16(m.index, int(bucket*2)))) //nolint:gosec // small numbers
}

func trimmed(s string) string {
	for len(s) > 0 && s[len(s)-1] == 0 {
		s = s[:len(s)-1]
	}
	return s
}

// fixed is the unit of numbers in the file.
const fixed = 1.0 / (1 << 16)

func readNumbers(s string, list []float64) error {
	if len(s) != 4*len(list) {
		return damaged("numbers")
	}
	for i := range list {
		list[i] = float64(int32(model.Uint32(s, 4*i))) * fixed //nolint:gosec // two's complement
	}
	return nil
}
