package load

import (
	"compress/gzip"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/klauspost/compress/zstd"
	"github.com/parquet-go/parquet-go"
)

// makeInputs writes a third of the documents to a file of each kind.
func (c *corpus) makeInputs(documents int) error {
	in := filepath.Join(c.dir, "in")
	if err := os.Mkdir(in, 0o700); err != nil {
		return err
	}
	third := documents / 3
	for i, write := range []func(io.Writer, int, int) error{writeLines, writeParquet, writeWARC} {
		name := []string{"a.jsonl.zst", "b.parquet", "c.warc.gz"}[i]
		f, err := os.Create(filepath.Join(in, name)) //nolint:gosec // a folder of its own
		if err != nil {
			return err
		}
		if err := write(f, i*third, (i+1)*third); err != nil {
			return err
		}
		if err := f.Close(); err != nil {
			return err
		}
	}
	return nil
}

func writeLines(w io.Writer, from, to int) error {
	z, err := zstd.NewWriter(w)
	if err != nil {
		return err
	}
	lines := json.NewEncoder(z)
	for n := from; n < to; n++ {
		if err := lines.Encode(map[string]string{"id": fmt.Sprint("d", n), "text": text(n, smallSize)}); err != nil {
			return err
		}
	}
	return z.Close()
}

func writeParquet(w io.Writer, from, to int) error {
	type row struct {
		ID   string `parquet:"id"`
		Text string `parquet:"text"`
	}
	table := parquet.NewGenericWriter[row](w, parquet.Compression(&parquet.Snappy), parquet.MaxRowsPerRowGroup(50_000))
	for n := from; n < to; n++ {
		if _, err := table.Write([]row{{fmt.Sprint("d", n), text(n, smallSize)}}); err != nil {
			return err
		}
	}
	return table.Close()
}

func writeWARC(w io.Writer, from, to int) error {
	for n := from; n < to; n++ {
		body := "<html><body><nav><a href=/>Home</a></nav><article><p>" + text(n, smallSize) + "</article></body></html>"
		block := "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
		z := gzip.NewWriter(w)
		_, err := fmt.Fprintf(z, "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:d%d>\r\nWARC-Target-URI: https://example.org/%d\r\n"+
			"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", n, n, len(block), block)
		if err != nil {
			return err
		}
		if err := z.Close(); err != nil {
			return err
		}
	}
	return nil
}

// hashes are those of all files in a folder.
func hashes(dir string) (map[string][32]byte, error) {
	all := make(map[string][32]byte)
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(filepath.Join(dir, name)) //nolint:gosec // a folder of its own
		all[name] = sha256.Sum256(b)
		return err
	})
	return all, err
}
