package files

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/parquet-go/parquet-go"
)

// Rows calls yield with every row of a file that a RowWriter has written, until yield returns false. The row is valid until
// yield returns.
func (f File) Rows(ctx context.Context, yield func(*Row) bool) error {
	format, err := f.format(ctx)
	if err == nil {
		switch format {
		case Parquet:
			err = f.parquetRows(ctx, yield)
		case JSONLines:
			err = f.jsonRows(ctx, yield)
		default:
			err = fmt.Errorf("rows are Parquet or JSON Lines, not %s", format)
		}
	}
	if err != nil {
		return fmt.Errorf("%s: %w", f.Name, err)
	}
	return nil
}

func (f File) parquetRows(ctx context.Context, yield func(*Row) bool) (err error) {
	at, end, err := f.openAt(ctx)
	if err != nil {
		return err
	}
	defer end.Close() //nolint:errcheck // only read
	yield, outside := watched(yield)
	defer malformed(&err, outside)
	file, err := parquet.OpenFile(at, f.Size)
	if err != nil {
		return errMalformedParquet
	}
	in := parquet.NewGenericReader[Row](file)
	defer in.Close() //nolint:errcheck // only read
	rows := make([]Row, 64)
	for {
		clear(rows)
		n, err := in.Read(rows)
		for i := range rows[:n] {
			if !yield(&rows[i]) {
				return nil
			}
		}
		if err != nil {
			return endOf(err)
		}
	}
}

func (f File) jsonRows(ctx context.Context, yield func(*Row) bool) error {
	in, err := f.Open(ctx)
	if err != nil {
		return err
	}
	defer in.Close() //nolint:errcheck // only read
	return f.decompressed(in, func(r io.Reader) error {
		for lines := json.NewDecoder(bufio.NewReaderSize(r, 256<<10)); ; {
			var row Row
			if err := lines.Decode(&row); err != nil {
				if errors.Is(err, io.EOF) {
					return nil
				}
				return jsonFault(err)
			}
			if !yield(&row) {
				return nil
			}
		}
	})
}
