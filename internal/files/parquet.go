package files

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"unicode/utf8"

	"github.com/parquet-go/parquet-go"
)

// maxPage bounds a page of a column, in bytes and decompressed. A page is decoded whole, so that a row group with a larger one
// is reported instead of being read. Writers make pages of about a megabyte, except of single values that are larger.
const maxPage = 64 << 20

var errMalformedParquet = errors.New("malformed Parquet")

// eachRow yields the rows of a Parquet file. Columns that are lists or structures are not passed through.
func (f File) eachRow(ctx context.Context, c Columns, yield func(Entry) bool) (err error) {
	at, end, err := f.openAt(ctx)
	if err != nil {
		return err
	}
	defer end.Close() //nolint:errcheck // only read
	yield, outside := watched(yield)
	defer malformed(&err, outside)
	file, err := parquet.OpenFile(at, f.Size, parquet.SkipBloomFilters(true), parquet.SkipPageIndex(true), parquet.ReadBufferSize(256<<10))
	if err != nil {
		return errMalformedParquet
	}
	columns, err := flatColumns(file.Schema(), c)
	if err != nil {
		return err
	}
	t := &table{file: file, at: at, columns: columns, names: c, yield: yield}
	for i := range file.RowGroups() {
		if goOn, err := t.rowGroup(i); err != nil || !goOn {
			return err
		}
	}
	return nil
}

// watched returns yield, and whether it is running.
func watched[T any](yield func(T) bool) (func(T) bool, *bool) {
	outside := new(bool)
	return func(v T) bool {
		*outside = true
		goOn := yield(v)
		*outside = false
		return goOn
	}, outside
}

// malformed is deferred: the library panics on some broken files. A panic of the caller's own code is none of its business.
func malformed(err *error, outside *bool) {
	if p := recover(); p != nil {
		if *outside {
			panic(p)
		}
		*err = errMalformedParquet
	}
}

// column is one that holds a single value a row.
type column struct {
	name  string
	index int
}

// flatColumns are the columns that can be read. Those that the caller names must be among them, and one that holds documents.
func flatColumns(schema *parquet.Schema, c Columns) ([]column, error) {
	var flat []column
	for _, path := range schema.Columns() {
		if len(path) != 1 {
			continue
		}
		if leaf, ok := schema.Lookup(path...); ok && leaf.MaxRepetitionLevel == 0 {
			flat = append(flat, column{path[0], leaf.ColumnIndex})
		}
	}
	has := func(name string) bool {
		return slices.ContainsFunc(flat, func(f column) bool { return f.name == name })
	}
	for _, name := range append([]string{c.ID, c.Text, c.HTML, c.URL}, c.Scores...) {
		if name != "" && !has(name) {
			return nil, fmt.Errorf("there is no column %q of single values", name)
		}
	}
	if text, page := or(c.Text, "text"), or(c.HTML, "html"); !has(text) && !has(page) && !has("raw") {
		return nil, fmt.Errorf("there is no column of documents: name it, or call it %s, %s or raw", text, page)
	}
	return flat, nil
}

// table is a Parquet file on its way through.
type table struct {
	file    *parquet.File
	at      io.ReaderAt
	columns []column
	names   Columns
	yield   func(Entry) bool
	number  int64 // of the last row
}

// rowGroup yields the rows of one row group, and reports whether to go on. A row group that cannot be read is one entry with a
// fault, whose rows are counted.
func (t *table) rowGroup(i int) (goOn bool, err error) {
	group := t.file.RowGroups()[i]
	cells := make([]cells, len(t.columns))
	defer func() {
		for i := range cells {
			cells[i].close()
		}
	}()
	for k, c := range t.columns {
		if size := t.largestPage(i, c.index); size > maxPage {
			first := t.number + 1
			t.number += group.NumRows()
			fault := fmt.Errorf("rows %d to %d cannot be read: a page of column %s is over the limit of %d bytes", first, t.number, c.name, maxPage)
			return t.yield(Entry{Number: t.number, Err: fault}), nil
		}
		cells[k].pages = group.ColumnChunks()[c.index].Pages()
	}
	for range group.NumRows() {
		t.number++
		f := make(fields, len(t.columns))
		d := Document{}
		var fault error
		for k, c := range t.columns {
			v, err := cells[k].next()
			if err != nil {
				return false, errMalformedParquet
			}
			if err := t.take(f, c.name, v); err != nil && fault == nil {
				fault = err
			}
		}
		if fault == nil {
			d, fault = f.document(t.names)
		}
		if !t.yield(Entry{Number: t.number, Document: d, Err: fault}) {
			return false, nil
		}
	}
	return true, nil
}

// take puts a value among the fields, as JSON has it. What JSON cannot hold is left out unless it is a part of a document.
func (t *table) take(f fields, name string, v parquet.Value) error {
	var value any
	switch v.Kind() {
	case parquet.Boolean:
		value = v.Boolean()
	case parquet.Int32:
		value = v.Int32()
	case parquet.Int64:
		value = v.Int64()
	case parquet.Float:
		value = v.Float()
	case parquet.Double:
		value = v.Double()
	case parquet.ByteArray:
		b := v.ByteArray()
		switch {
		case name == "raw":
			value = b // base64
		case utf8.Valid(b):
			value = string(b)
		default:
			return fmt.Errorf("column %s is not UTF-8", name)
		}
	default: // null, or of a kind that nothing here needs
		return nil
	}
	if encoded, err := json.Marshal(value); err == nil { // not of NaN and infinities
		f[name] = encoded
	}
	return nil
}

// cells yields the values of one column.
type cells struct {
	pages  parquet.Pages
	page   parquet.Page
	values parquet.ValueReader
	buffer [64]parquet.Value
	have   []parquet.Value
}

// next returns the next value, which is valid until the next call.
func (c *cells) next() (parquet.Value, error) {
	for len(c.have) == 0 {
		if c.values == nil {
			page, err := c.pages.ReadPage()
			if err != nil {
				return parquet.Value{}, err
			}
			c.page, c.values = page, page.Values()
		}
		n, err := c.values.ReadValues(c.buffer[:])
		c.have = c.buffer[:n]
		if n == 0 {
			parquet.Release(c.page)
			c.page, c.values = nil, nil
			if err != nil && !errors.Is(err, io.EOF) {
				return parquet.Value{}, err
			}
		}
	}
	v := c.have[0]
	c.have = c.have[1:]
	return v, nil
}

func (c *cells) close() {
	if c.page != nil {
		parquet.Release(c.page)
	}
	if c.pages != nil {
		_ = c.pages.Close()
	}
}
