package labelled

import (
	"bufio"
	"errors"
	"io"
	"io/fs"
	"os"

	"github.com/copydesk/copydesk/train/packed"
)

// eachFile calls do with each file of the archive name.tar.xz. Where name.tar lies beside it, that is read instead: unpacking
// takes a minute.
func eachFile(name string, do func(name string, b []byte) error) error {
	read := func(name string, r io.Reader) error {
		b, err := io.ReadAll(r)
		if err != nil {
			return err
		}
		return do(name, b)
	}
	f, err := os.Open(name + ".tar") //nolint:gosec // the user names the folder
	if errors.Is(err, fs.ErrNotExist) {
		return packed.Each(name+".tar.xz", read)
	}
	if err != nil {
		return err
	}
	defer f.Close() //nolint:errcheck // only read
	return packed.EachIn(bufio.NewReaderSize(f, 1<<20), read)
}
