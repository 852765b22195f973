package main

import (
	"crypto/sha1" //nolint:gosec // a checksum that divides pages evenly, no secret
	"encoding/json"
	"errors"
	"io"
	"unicode"

	"github.com/copydesk/copydesk/train/packed"
)

// record is one line of the data: a page's text with its paragraphs broken, and the true paragraphs.
type record struct {
	ID       string   `json:"id"`
	Source   string   `json:"source"`
	Kind     string   `json:"kind"`
	Severity int      `json:"severity"`
	Broken   string   `json:"broken"`
	Gold     []string `json:"gold"`
}

// parts is the number of parts that the pages are divided into, so that every look at a page, in training and in measuring,
// is by trees that have not seen it.
const parts = 5

// fold returns the part that a page belongs to.
func fold(source string) int {
	sum := sha1.Sum([]byte(source)) //nolint:gosec // a checksum that divides pages evenly, no secret
	return int(sum[0]) % parts
}

func readRecords[T any](file string) (records []T, err error) {
	err = packed.Read(file, func(r io.Reader) error {
		for d := json.NewDecoder(r); ; {
			var v T
			if err := d.Decode(&v); err != nil {
				if errors.Is(err, io.EOF) {
					err = nil
				}
				return err
			}
			records = append(records, v)
		}
	})
	return records, err
}

// letters returns how many characters other than white space s holds: a place in a text that its breaks do not move.
func letters(s string) int {
	n := 0
	for _, r := range s {
		if !unicode.IsSpace(r) {
			n++
		}
	}
	return n
}
