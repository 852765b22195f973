package files

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"unicode/utf8"
)

// readCSV yields the rows of a file whose first row has the names of the columns. It is separated by tabs if that row has more
// tabs than commas. Fields may hold line feeds within quotation marks.
func readCSV(r io.Reader, c Columns, yield func(Entry) bool) error {
	buffered := bufio.NewReaderSize(r, 64<<10)
	if mark, _ := buffered.Peek(3); string(mark) == "\xEF\xBB\xBF" {
		_, _ = buffered.Discard(3)
	}
	limit := &limited{r: buffered, left: maxLine}
	in := csv.NewReader(limit)
	in.Comma, in.LazyQuotes, in.FieldsPerRecord, in.ReuseRecord = separator(buffered), true, -1, true
	names, err := in.Read()
	switch {
	case errors.Is(err, io.EOF):
		return nil
	case err != nil:
		return fmt.Errorf("the row of names: %w", err)
	}
	names = slices.Clone(names)
	for number := int64(1); ; number++ {
		limit.left = maxLine
		row, err := in.Read()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return fmt.Errorf("row %d: %w", number, err)
		}
		d, err := rowDocument(names, row, c)
		if !yield(Entry{Number: number, Document: d, Err: err}) {
			return nil
		}
	}
}

// separator looks at the first line, which it leaves in r.
func separator(r *bufio.Reader) rune {
	head, _ := r.Peek(64 << 10)
	line, _, _ := bytes.Cut(head, []byte("\n"))
	if bytes.Count(line, []byte("\t")) > bytes.Count(line, []byte(",")) {
		return '\t'
	}
	return ','
}

// rowDocument reads a row as if it were a JSON object of strings. An empty field is absent.
func rowDocument(names, row []string, c Columns) (Document, error) {
	f := make(fields, len(row))
	for i, value := range row {
		if i >= len(names) {
			return Document{}, fmt.Errorf("%d fields, where the first row names %d", len(row), len(names))
		}
		if !utf8.ValidString(value) {
			return Document{}, fmt.Errorf("column %d is not UTF-8", i+1)
		}
		if value == "" {
			continue
		}
		quoted, err := json.Marshal(value)
		if err != nil {
			return Document{}, err
		}
		f[names[i]] = quoted
	}
	return f.document(c)
}
