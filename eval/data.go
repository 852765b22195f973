package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/ulikunitz/xz"
)

// dataDir is where the data lies, seen from this folder.
const dataDir = "../../shared/data/"

// readJSONL reads a file of JSON Lines below the data folder, packed if its name ends in ".xz".
func readJSONL[T any](file string) ([]T, error) {
	f, err := os.Open(dataDir + file)
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

// readJSON reads one JSON value from a file below the data folder.
func readJSON[T any](file string) (T, error) {
	var v T
	b, err := os.ReadFile(dataDir + file)
	if err != nil {
		return v, err
	}
	if err := json.Unmarshal(b, &v); err != nil {
		return v, fmt.Errorf("%s: %w", file, err)
	}
	return v, nil
}
