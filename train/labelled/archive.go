package labelled

import (
	"archive/tar"
	"bufio"
	"errors"
	"io"
	"io/fs"
	"os"

	"github.com/ulikunitz/xz"
)

// eachFile calls do with each file of the archive name.tar.xz. Where name.tar lies beside it, that is read instead: unpacking
// takes a minute.
func eachFile(name string, do func(name string, b []byte) error) error {
	f, err := os.Open(name + ".tar") //nolint:gosec // the user names the folder
	if err == nil {
		defer f.Close() //nolint:errcheck // only read
		return eachEntry(bufio.NewReaderSize(f, 1<<20), do)
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	f, err = os.Open(name + ".tar.xz") //nolint:gosec // the user names the data
	if err != nil {
		return err
	}
	defer f.Close() //nolint:errcheck // only read
	x, err := xz.NewReader(bufio.NewReaderSize(f, 1<<20))
	if err != nil {
		return err
	}
	return eachEntry(x, do)
}

func eachEntry(r io.Reader, do func(name string, b []byte) error) error {
	for t := tar.NewReader(r); ; {
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
		b, err := io.ReadAll(t)
		if err != nil {
			return err
		}
		if err := do(h.Name, b); err != nil {
			return err
		}
	}
}
