package files

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
)

// Each calls yield with every record of the file, in order, until yield returns false. The error is a fault of the file, after
// which no record can be read; those before it have been yielded.
func (f File) Each(ctx context.Context, c Columns, yield func(Entry) bool) error {
	format, err := f.format(ctx)
	if err != nil {
		return fmt.Errorf("%s: %w", f.Name, err)
	}
	if format == Parquet {
		err = f.eachRow(ctx, c, yield)
	} else {
		err = f.eachRecord(ctx, format, c, yield)
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil {
		return fmt.Errorf("%s: %w", f.Name, err)
	}
	return nil
}

// format looks at the beginning of the file.
func (f File) format(ctx context.Context) (Format, error) {
	in, err := f.Open(ctx)
	if err != nil {
		return "", err
	}
	defer in.Close() //nolint:errcheck // only read
	plain, err := decompress(in)
	if err != nil {
		return "", err
	}
	defer plain.Close() //nolint:errcheck // only read
	head := make([]byte, 64)
	n, err := io.ReadFull(plain, head)
	if n == 0 && err != io.EOF { //nolint:errorlint // as io.ReadFull documents
		return "", err
	}
	return FormatOf(f.Name, head[:n])
}

// eachRecord reads a file from its beginning to its end.
func (f File) eachRecord(ctx context.Context, format Format, c Columns, yield func(Entry) bool) error {
	in, err := f.Open(ctx)
	if err != nil {
		return err
	}
	defer in.Close() //nolint:errcheck // only read
	if format == WARC {
		buffered := bufio.NewReaderSize(in, 1<<20)
		if mark, _ := buffered.Peek(2); bytes.Equal(mark, []byte{0x1f, 0x8b}) {
			return readWARC(buffered, yield) // member by member, so that a broken one does not end the file
		}
		in = struct {
			io.Reader
			io.Closer
		}{buffered, in}
	}
	return f.decompressed(in, func(r io.Reader) error {
		switch format {
		case WARC:
			return readWARC(bufio.NewReaderSize(r, 64<<10), yield)
		case JSONLines:
			return readLines(r, c, yield)
		case JSON:
			return readJSON(r, c, yield)
		case CSV:
			return readCSV(r, c, yield)
		case Page:
			return readWhole(r, "text/html", yield)
		default:
			return readWhole(r, "text/plain", yield)
		}
	})
}

func (File) decompressed(r io.Reader, read func(io.Reader) error) error {
	plain, err := decompress(r)
	if err != nil {
		return err
	}
	defer plain.Close() //nolint:errcheck // only read
	return read(plain)
}
