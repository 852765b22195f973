package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/ulikunitz/xz"
)

// readLines calls do for every JSON line of file, compressed if its name ends in ".xz".
func readLines[T any](file string, do func(T)) error {
	f, err := os.Open(file) //nolint:gosec // the user names it
	if err != nil {
		return err
	}
	defer f.Close() //nolint:errcheck // only read
	var r io.Reader = bufio.NewReaderSize(f, 1<<20)
	if strings.HasSuffix(file, ".xz") {
		if r, err = xz.NewReader(r); err != nil {
			return err
		}
	}
	for d := json.NewDecoder(r); ; {
		var v T
		switch err := d.Decode(&v); {
		case err == nil:
			do(v)
		case errors.Is(err, io.EOF):
			return nil
		default:
			return fmt.Errorf("%s: %w", file, err)
		}
	}
}

// readNews returns the texts of the news.
func readNews(file string) ([]string, error) {
	var all []string
	err := readLines(file, func(a struct{ Text string }) { all = append(all, a.Text) })
	return all, err
}

// readForenames returns the sexes of forenames that have one: "M", "F" or "FM".
func readForenames(file string) (map[string]string, error) {
	data, err := os.ReadFile(file) //nolint:gosec // the user names it
	if err != nil {
		return nil, err
	}
	sexes := map[string]string{}
	for line := range strings.Lines(string(data)) {
		if f := strings.Split(line, "\t"); len(f) >= 3 {
			sexes[f[0]] = f[2]
		}
	}
	return sexes, nil
}

// readBirths returns how many of a hundred bearers of a forename are men.
func readBirths(file string) (map[string]int, error) {
	data, err := os.ReadFile(file) //nolint:gosec // the user names it
	if err != nil {
		return nil, err
	}
	men := map[string]int{}
	for line := range strings.Lines(string(data)) {
		name, share, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if men[name], err = strconv.Atoi(share); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
	}
	return men, nil
}
