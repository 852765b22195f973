package packed_test

import (
	"archive/tar"
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/ulikunitz/xz"

	"github.com/copydesk/copydesk/train/packed"
)

// archive writes an archive of a folder with two files and returns its name.
func archive(t *testing.T) string {
	t.Helper()
	var b bytes.Buffer
	x, err := xz.NewWriter(&b)
	if err != nil {
		t.Fatal(err)
	}
	w := tar.NewWriter(x)
	for _, h := range []tar.Header{{Name: "a/", Typeflag: tar.TypeDir}, {Name: "a/one", Size: 3}, {Name: "a/two", Size: 3}} {
		if err := w.WriteHeader(&h); err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(h.Name[max(len(h.Name)-3, 0):])[:h.Size]); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(w.Close(), x.Close()); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "a.tar.xz")
	if err := os.WriteFile(file, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

func TestEach(t *testing.T) {
	t.Parallel()
	file := archive(t)
	var got []string
	err := packed.Each(file, func(name string, r io.Reader) error {
		b, err := io.ReadAll(r)
		got = append(got, name+"="+string(b))
		return err
	})
	if want := []string{"a/one=one", "a/two=two"}; err != nil || !slices.Equal(got, want) {
		t.Errorf("%v, %v", got, err)
	}
	stop := errors.New("enough")
	err = packed.Each(file, func(string, io.Reader) error { return stop })
	if !errors.Is(err, stop) || !strings.Contains(err.Error(), "a/one") || !strings.Contains(err.Error(), file) {
		t.Errorf("error is %v", err)
	}
	if err := packed.Read(file+"x", nil); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("of no file: %v", err)
	}
}
