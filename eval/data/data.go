// Package data reads the development data, which is kept outside the project, in ../shared/data.
package data

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/ulikunitz/xz"
)

// Dir is the data folder, relative to eval/, where eval runs; it ends in "/".
var Dir = "../../shared/data/"

// ReadJSONL reads a file of JSON Lines below the data folder, compressed if its name ends in ".xz".
func ReadJSONL[T any](file string) ([]T, error) {
	f, err := os.Open(Dir + file)
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // only read
	var r io.Reader = bufio.NewReader(f)
	if strings.HasSuffix(file, ".xz") {
		if r, err = xz.NewReader(r); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
	}
	var records []T
	for d := json.NewDecoder(r); ; {
		var v T
		switch err := d.Decode(&v); err {
		case nil:
			records = append(records, v)
		case io.EOF:
			return records, nil
		default:
			return nil, fmt.Errorf("%s, record %d: %w", file, len(records)+1, err)
		}
	}
}

// ReadJSON reads one JSON value from a file below the data folder.
func ReadJSON[T any](file string) (T, error) {
	var v T
	b, err := os.ReadFile(Dir + file)
	if err != nil {
		return v, err
	}
	if err := json.Unmarshal(b, &v); err != nil {
		return v, fmt.Errorf("%s: %w", file, err)
	}
	return v, nil
}

// OneIf returns 1 if b holds, else 0.
func OneIf(b bool) int {
	if b {
		return 1
	}
	return 0
}
