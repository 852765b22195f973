package files_test

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
	"github.com/parquet-go/parquet-go"

	"github.com/copydesk/copydesk/internal/files"
	"github.com/copydesk/copydesk/internal/racetest"
)

// TestHeap reads files of 64 MB that are a few kilobytes when compressed: a line, an element, a field, a header and a body that
// never end, and many rows. None may take more than eight times the largest document, garbage included.
func TestHeap(t *testing.T) {
	racetest.Skip(t)
	const size = 64 << 20
	line := `{"id":"a","text":"` + strings.Repeat("Tea and cake. ", 100) + "\"}\n"
	tests := []struct {
		name, start, repeat, end string
		want                     string // of the last entry or the error
	}{
		{"line.jsonl", `{"text":"`, "aaaaaaaa", "\"}\n" + `{"text":"Tea."}`, "Tea."},
		{"lines.jsonl", "", line, `{"text":"Tea."}`, "Tea."},
		{"blank.jsonl", "", "\n", `{"text":"Tea."}`, "Tea."},
		{"element.json", `[{"text":"`, "aaaaaaaa", `"},{"text":"Tea."}]`, "the limit"},
		{"deep.json", `[{"text":`, "[[[[[[[[", "", "not JSON"},
		{"elements.json", "[", line[:len(line)-1] + ",", `{"text":"Tea."}]`, "Tea."},
		{"field.csv", "id,text\na,\"", "aaaaaaaa", "\"\nb,Tea.\n", "the limit"},
		{"rows.csv", "id,text\n", "a," + strings.Repeat("tea ", 300) + "\n", "b,Tea.\n", "Tea."},
		{"header.warc", "WARC/1.0\r\n", "X-Header: tea and cake\r\n", "\r\n\r\n" + response("a", "200 OK", "Tea."), "Tea."},
		{"long.warc", "WARC/1.0\r\nX: ", "aaaaaaaa", "\r\n\r\n" + response("a", "200 OK", "Tea."), "Tea."},
		{"body.warc", "WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 67109376\r\n\r\n", "aaaaaaaa", "\r\n\r\n" + response("a", "200 OK", "Tea."), "Tea."},
		{"page.html", "<p>", "aaaaaaaa", "", "the limit"},
	}
	for _, tt := range tests {
		path := filepath.Join(t.TempDir(), tt.name+".zst")
		out, err := os.Create(path)
		if err != nil {
			t.Fatal(err)
		}
		w, err := zstd.NewWriter(out, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderConcurrency(1))
		if err != nil {
			t.Fatal(err)
		}
		part := []byte(strings.Repeat(tt.repeat, 1+(1<<20)/len(tt.repeat)))
		fmt.Fprint(w, tt.start)
		for n := 0; n < size; n += len(part) {
			_, _ = w.Write(part)
		}
		fmt.Fprint(w, tt.end)
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		_ = out.Close()
		last, peak := lastOf(t, path)
		if !strings.Contains(last, tt.want) {
			t.Errorf("%s: the last is %.100q, want %q", tt.name, last, tt.want)
		}
		if peak > 8*files.MaxContent {
			t.Errorf("%s: %d MB of heap", tt.name, peak>>20)
		}
		_ = os.Remove(path)
	}
}

// lastOf reads a file and returns what the last entry or the error says, and the largest heap seen, in bytes.
func lastOf(t *testing.T, path string) (last string, peak uint64) {
	t.Helper()
	runtime.GC()
	var s files.Sources
	found, err := s.List(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	err = found[0].Each(t.Context(), files.Columns{}, func(e files.Entry) bool {
		last = string(e.Document.Content)
		if e.Err != nil {
			last = e.Err.Error()
		}
		if n++; n%5000 == 1 || len(last) > 1<<20 || e.Err != nil {
			peak = max(peak, heap())
		}
		return true
	})
	if err != nil {
		last = err.Error()
	}
	return last, max(peak, heap())
}

func heap() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// TestLargeRow has a row of 70 MB among small ones in row groups of their own.
func TestLargeRow(t *testing.T) {
	racetest.Skip(t)
	t.Parallel()
	type row struct {
		ID   string `parquet:"id"`
		Text string `parquet:"text"`
	}
	var b bytes.Buffer
	w := parquet.NewGenericWriter[row](&b, parquet.Compression(&parquet.Zstd))
	for _, r := range []row{{"a", "Tea."}, {"b", strings.Repeat("x", 70<<20)}, {"c", strings.Repeat("y", 12<<20)}, {"d", "Cake."}} {
		if _, err := w.Write([]row{r}); err != nil {
			t.Fatal(err)
		}
		if err := w.Flush(); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	got, err := read(t, "in.parquet", b.Bytes(), files.Columns{})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"Tea.", "rows 2 to 2 cannot be read: a page of column text is over the limit", "yyyy", "Cake."}
	for i, e := range got {
		said := string(e.Document.Content)
		if e.Err != nil {
			said = e.Err.Error()
		}
		if len(got) != len(want) || int64(i+1) != e.Number || !strings.Contains(said, want[i]) {
			t.Errorf("%d: %.100s", e.Number, said)
		}
	}
}

// TestBroken changes bytes of files: whatever comes of it, nothing panics and nothing goes on for ever.
func TestBroken(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(1, 2))
	originals := map[string][]byte{
		"in.parquet": parquetFile(t, []gone{{ID: "a", Text: new("Tea.")}, {ID: "b", Text: new("Cake.")}, {ID: "c", HTML: new("<p>")}}),
		"in.warc.gz": append(gzipped(t, []byte(response("a", "200 OK|Content-Type: text/html", "<p>One."))), gzipped(t, []byte(response("b", "200 OK", "Two.")))...),
		"in.warc":    []byte(response("a", "200 OK|Content-Type: text/html", "<p>One.") + response("b", "200 OK", "Two.")),
		"in.csv.gz":  gzipped(t, []byte("id,text\na,Tea.\n")),
	}
	for name, original := range originals {
		for range 300 {
			content := bytes.Clone(original)
			for range 1 + random.IntN(4) {
				content[random.IntN(len(content))] = byte(random.IntN(256))
			}
			_, err := read(t, name, content[:len(content)-random.IntN(3)], files.Columns{})
			if err == io.EOF { //nolint:errorlint // as it is
				t.Errorf("%s: the error is a bare EOF", name)
			}
		}
	}
}
