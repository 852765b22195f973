// Package packed reads files of data that are compressed by xz, and archives of such files.
package packed

import (
	"archive/tar"
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/ulikunitz/xz"
)

// Read calls read with what a file compressed by xz holds.
func Read(file string, read func(r io.Reader) error) error {
	f, err := os.Open(file) //nolint:gosec // the user names it
	if err != nil {
		return err
	}
	defer f.Close() //nolint:errcheck // only read
	x, err := xz.NewReader(bufio.NewReaderSize(f, 1<<20))
	if err == nil {
		err = read(x)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return nil
}

// Each calls do with each file of a tar archive compressed by xz, in order.
func Each(archive string, do func(name string, r io.Reader) error) error {
	return Read(archive, func(r io.Reader) error { return EachIn(r, do) })
}

// EachIn calls do with each file of a tar archive, in order.
func EachIn(archive io.Reader, do func(name string, r io.Reader) error) error {
	for t := tar.NewReader(archive); ; {
		h, err := t.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if h.Typeflag != tar.TypeReg {
			continue
		}
		if err := do(h.Name, t); err != nil {
			return fmt.Errorf("%s: %w", h.Name, err)
		}
	}
}
