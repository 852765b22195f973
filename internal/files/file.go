package files

import (
	"context"
	"errors"
	"io"
	"os"

	"gocloud.dev/blob"
)

// File is a file that can be opened.
type File struct {
	// Name is its path, or its address in an object store.
	Name string

	// Size is its length in bytes.
	Size int64

	bucket *blob.Bucket // nil for a file on disk
	key    string
}

// Open opens the file from its beginning.
func (f File) Open(ctx context.Context) (io.ReadCloser, error) {
	if f.bucket != nil {
		return f.bucket.NewReader(ctx, f.key, nil)
	}
	return os.Open(f.Name)
}

// openAt opens the file for reading anywhere.
func (f File) openAt(ctx context.Context) (io.ReaderAt, io.Closer, error) {
	if f.bucket != nil {
		return rangeReader{ctx, f}, io.NopCloser(nil), nil
	}
	file, err := os.Open(f.Name)
	return file, file, err
}

// rangeReader reads parts of an object, each by a request of its own.
type rangeReader struct {
	ctx context.Context //nolint:containedctx // io.ReaderAt has none
	f   File
}

// ReadAt implements io.ReaderAt.
func (r rangeReader) ReadAt(p []byte, off int64) (int, error) {
	in, err := r.f.bucket.NewRangeReader(r.ctx, r.f.key, off, int64(len(p)), nil)
	if err != nil {
		return 0, err
	}
	defer in.Close() //nolint:errcheck // only read
	n, err := io.ReadFull(in, p)
	if errors.Is(err, io.ErrUnexpectedEOF) {
		err = io.EOF
	}
	return n, err
}
