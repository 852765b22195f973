package files

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"

	"github.com/klauspost/compress/zstd"
	"github.com/parquet-go/parquet-go"
)

// RowWriter writes rows in one format. It is used by one goroutine at a time.
type RowWriter interface {
	Write(row *Row) error

	// Close writes what is left. It does not close what is written to.
	Close() error
}

// NewRowWriter returns a writer of rows as Parquet or JSON Lines, both compressed with zstd.
func NewRowWriter(w io.Writer, f Format) (RowWriter, error) {
	switch f {
	case Parquet:
		return newParquetRows(w), nil
	case JSONLines:
		return newJSONRows(w)
	default:
		return nil, fmt.Errorf("rows cannot be written as %s", f)
	}
}

// Extension is what the names of files of rows end in.
func Extension(f Format) string {
	if f == JSONLines {
		return ".jsonl.zst"
	}
	return "." + string(f)
}

// rowGroupBytes is how large a row group may become in memory before it is written.
const rowGroupBytes = 32 << 20

// parquetRows writes Parquet.
type parquetRows struct {
	w     *parquet.GenericWriter[Row]
	bytes int // about what has been written since the last row group ended
}

func newParquetRows(w io.Writer) *parquetRows {
	return &parquetRows{w: parquet.NewGenericWriter[Row](w,
		parquet.Compression(&parquet.Zstd), parquet.CreatedBy("copydesk", "1", ""),
		// A bound is a value cut off in every page: of texts and hashes nobody searches by it.
		parquet.SkipPageBounds("text"), parquet.SkipPageBounds("markdown"), parquet.SkipPageBounds("minhash"),
		parquet.SkipPageBounds("result"), parquet.SkipPageBounds("other"))}
}

// Write implements RowWriter.
func (p *parquetRows) Write(row *Row) error {
	if _, err := p.w.Write([]Row{*row}); err != nil {
		return err
	}
	if p.bytes += size(row); p.bytes < rowGroupBytes {
		return nil
	}
	p.bytes = 0
	return p.w.Flush()
}

// size is about how many bytes a row takes.
func size(row *Row) int {
	return 512 + len(row.Text) + len(row.Markdown) + len(row.Minhash) + len(row.Result) + len(row.Other) +
		64*len(row.Entities) + 128*len(row.Quotations) + 64*len(row.Profiles) + 32*len(row.Signals)
}

// Close implements RowWriter.
func (p *parquetRows) Close() error { return p.w.Close() }

// jsonRows writes JSON Lines.
type jsonRows struct {
	zstd   *zstd.Encoder
	buffer *bufio.Writer
	json   *json.Encoder
}

func newJSONRows(w io.Writer) (*jsonRows, error) {
	z, err := zstd.NewWriter(w, zstd.WithEncoderConcurrency(1))
	if err != nil {
		return nil, err
	}
	b := bufio.NewWriterSize(z, 256<<10)
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	return &jsonRows{z, b, e}, nil
}

// Write implements RowWriter.
func (j *jsonRows) Write(row *Row) error { return j.json.Encode(row) }

// Close implements RowWriter.
func (j *jsonRows) Close() error {
	if err := j.buffer.Flush(); err != nil {
		return err
	}
	return j.zstd.Close()
}
