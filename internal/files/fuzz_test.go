package files_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/copydesk/copydesk/internal/files"
)

// FuzzEach reads any bytes as each kind of file. It must end, without a panic, and number its entries in order.
func FuzzEach(f *testing.F) {
	f.Add([]byte("{\"id\":\"a\",\"text\":\"Tea.\"}\n"), "jsonl")
	f.Add([]byte("[{\"text\":\"Tea.\"}]"), "json")
	f.Add([]byte("id,text\na,Tea.\n"), "csv")
	f.Add([]byte(response("a", "200 OK|Content-Type: text/html", "<p>One.")), "warc")
	f.Add([]byte("PAR1"), "parquet")
	f.Fuzz(func(t *testing.T, content []byte, kind string) {
		switch kind {
		case "jsonl", "json", "csv", "warc", "warc.gz", "parquet":
		default:
			return
		}
		path := filepath.Join(t.TempDir(), "in."+kind)
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		var s files.Sources
		found, err := s.List(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		last := int64(0)
		_ = found[0].Each(t.Context(), files.Columns{}, func(e files.Entry) bool {
			if e.Number <= last {
				t.Errorf("record %d after %d", e.Number, last)
			}
			last = e.Number
			return true
		})
	})
}
