package files_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/zstd"
	"github.com/parquet-go/parquet-go"
	"github.com/ulikunitz/xz"

	"github.com/copydesk/copydesk/internal/files"
)

// read returns all entries of a file with these bytes.
func read(t *testing.T, name string, content []byte, c files.Columns) ([]files.Entry, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	var s files.Sources
	found, err := s.List(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	var all []files.Entry
	err = found[0].Each(t.Context(), c, func(e files.Entry) bool {
		all = append(all, e)
		return true
	})
	return all, err
}

// say renders entries as lines, short enough to be compared.
func say(entries []files.Entry) []string {
	var lines []string
	for _, e := range entries {
		d := e.Document
		line := fmt.Sprintf("%d %s %s %q", e.Number, d.ID, [...]string{"text", "html", "raw"}[d.Form], d.Content)
		var lineSb48 strings.Builder
		for _, name := range slices.Sorted(maps.Keys(d.Scores)) {
			fmt.Fprintf(&lineSb48, " %s=%g", name, d.Scores[name])
		}
		for _, more := range []string{d.URL, d.MediaType, d.Language, string(d.Other), e.Skipped} {
			if more != "" {
				lineSb48.WriteString(" " + more)
			}
		}
		line += lineSb48.String()
		var lineSb53 strings.Builder
		for _, at := range []time.Time{d.PublishTime, d.RetrieveTime} {
			if !at.IsZero() {
				lineSb53.WriteString(at.Format(" 2006-01-02"))
			}
		}
		line += lineSb53.String()
		if e.Err != nil {
			line = fmt.Sprintf("%d %s: %v", e.Number, d.ID, e.Err)
		}
		lines = append(lines, line)
	}
	return lines
}

// gone is a page of a museum's shop, row by row.
type gone struct {
	ID      string  `parquet:"id"`
	Text    *string `parquet:"text,optional"`
	HTML    *string `parquet:"html,optional"`
	Date    string  `parquet:"publish_time"`
	Visits  int64   `parquet:"visits"`
	Price   float64 `parquet:"price"`
	Open    bool    `parquet:"open"`
	Aliases []string
}

func parquetFile(t *testing.T, rows []gone) []byte {
	t.Helper()
	var b bytes.Buffer
	w := parquet.NewGenericWriter[gone](&b, parquet.MaxRowsPerRowGroup(2), parquet.Compression(&parquet.Snappy))
	if _, err := w.Write(rows); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

//go:fix inline

func TestFormats(t *testing.T) {
	t.Parallel()
	table := parquetFile(t, []gone{
		{ID: "a", Text: new("Tea."), Date: "2024-05-01", Visits: 7, Price: 1.5, Open: true, Aliases: []string{"x"}},
		{ID: "b", HTML: new("<p>Cake."), Date: "2024-05-02"},
		{ID: "c", Text: new("Both."), HTML: new("<p>Both."), Date: ""},
	})
	tests := []struct {
		name    string
		content string
		columns files.Columns
		want    []string
		fault   string // in the error, after which nothing was read
	}{
		{
			name: "in.jsonl", content: "\xEF\xBB\xBF{\"id\":\"a\",\"text\":\"Tea.\",\"n\":1.50}\n\n{\"ID\":\"b\",\"html\":\"<p>\",\"publishTime\":\"2024-05-01\",\"sequence\":3}\n{\"raw\":\"VGVh\"}",
			want: []string{`1 a text "Tea." "n":1.50`, `3 b html "<p>" 2024-05-01`, `4  raw "Tea"`},
		},
		{
			name: "scores.jsonl", columns: files.Columns{Scores: []string{"n", "none"}},
			content: "{\"text\":\"T.\",\"scores\":{\"b\":-1.5,\"a\":2,\"no\":null},\"n\":7}\n{\"text\":\"T.\",\"scores\":{\"a\":\"2\"}}\n" +
				"{\"text\":\"T.\",\"scores\":[1],\"n\":null}\n{\"text\":\"T.\",\"n\":\"x\"}\n{\"text\":\"T.\",\"n\":\" 1e3\"}\n{\"text\":\"T.\",\"n\":\"NaN\"}",
			want: []string{
				`1  text "T." a=2 b=-1.5 n=7 "n":7,"scores":{"b":-1.5,"a":2,"no":null}`, "2 : scores: must be an object of numbers",
				`3  text "T." "n":null,"scores":[1]`, "4 : n: must be a number", `5  text "T." n=1000 "n":" 1e3"`, "6 : n: must be a number",
			},
		},
		{
			name: "in.ndjson", content: "{\"body\":\"Tea.\",\"key\":\"k\"}\n{\"text\":\"Tea.\"}", columns: files.Columns{Text: "body", ID: "key"},
			want: []string{`1 k text "Tea."`, `2 : exactly one of body, html and raw is required`},
		},
		{
			name: "bad.jsonl", content: "{\"id\":\"a\"}\n{\"id\":\"b\",\"text\":7}\nx\n[1]\n{\"id\":\"c\",\"text\":\"\xff\"}\n{\"id\":\"d\",\"text\":\"t\",\"publish_time\":\"soon\"}\n{\"text\":\"T.\",\"html\":\"T.\"}",
			want: []string{
				"1 a: exactly one of text, html and raw is required", "2 b: text: must be a string", "3 : not JSON at byte 1", "4 : not a JSON object",
				"5 : not UTF-8: send other bytes as raw, in base64", "6 d: publish_time: must be an RFC 3339 time or a date",
				"7 : exactly one of text, html and raw is required",
			},
		},
		{name: "array.json", content: ` [{"id":"a","text":"Tea."}, {"id":"b"}] `, want: []string{`1 a text "Tea."`, "2 b: exactly one of text, html and raw is required"}},
		{name: "cut.json", content: `[{"id":"a","text":"Tea."}, {"id":`, want: []string{`1 a text "Tea."`}, fault: "unexpected EOF"},
		{name: "objects.json", content: "{\"text\":\"One.\"}\n{\"text\":\"Two.\"}", want: []string{`1  text "One."`, `2  text "Two."`}},
		{name: "broken.json", content: `[{"text":"One."} {"text":"Two."}]`, want: []string{`1  text "One."`}, fault: "not JSON at byte"},
		{name: "empty.json", content: "", want: nil},
		{
			name: "in.csv", content: "id,text,city\na,\"Tea, \"\"hot\"\"\nand cake.\",Bath\nb,,Wells\nc,1,2,3\nd,\xff,x\n",
			want: []string{
				`1 a text "Tea, \"hot\"\nand cake." "city":"Bath"`, "2 b: exactly one of text, html and raw is required",
				"3 : 4 fields, where the first row names 3", "4 : column 2 is not UTF-8",
			},
		},
		{name: "in.tsv", content: "id\ttext\na\tTea, hot.\n", want: []string{`1 a text "Tea, hot."`}},
		{name: "page.html", content: "<p>\xe9", want: []string{`1  raw "<p>\xe9" text/html`}},
		{name: "note.txt", content: "Tea.", want: []string{`1  raw "Tea." text/plain`}},
		{
			name: "in.parquet", content: string(table),
			want: []string{
				`1 a text "Tea." "open":true,"price":1.5,"visits":7 2024-05-01`, `2 b html "<p>Cake." "open":false,"price":0,"visits":0 2024-05-02`,
				"3 c: exactly one of text, html and raw is required",
			},
		},
		{name: "in.parquet", content: string(table), columns: files.Columns{Scores: []string{"score"}}, fault: `there is no column "score"`},
		{name: "in.parquet", content: string(table), columns: files.Columns{Text: "body"}, fault: `there is no column "body"`},
		{name: "in.parquet", content: string(table[:len(table)-9]), fault: "malformed Parquet"},
		{name: "in.parquet", content: "not Parquet", fault: "does not begin as a .parquet file does"},
		{name: "in.parquet", content: "", fault: "does not begin as a .parquet file does"},
		{name: "in.warc", content: "<html>", fault: "does not begin as a .warc file does"},
		{name: "unknown", content: `{"text":"Tea."}`, want: []string{`1  text "Tea."`}},
		{name: "unknown", content: "%PDF-1.7", fault: "it is of no known kind"},
	}
	for _, tt := range tests {
		t.Run(tt.name+" "+tt.fault, func(t *testing.T) {
			t.Parallel()
			for _, c := range compressors {
				name, content := tt.name, []byte(tt.content)
				if c.ending != "" {
					if strings.HasSuffix(name, ".parquet") {
						continue // has its own compression
					}
					name, content = name+c.ending, c.compress(t, content)
				}
				got, err := read(t, name, content, tt.columns)
				if diff := cmp.Diff(tt.want, say(got)); diff != "" {
					t.Errorf("%s: want -, got +\n%s", name, diff)
				}
				if (err != nil) != (tt.fault != "") || err != nil && !strings.Contains(err.Error(), tt.fault) {
					t.Errorf("%s: error %v, want %q", name, err, tt.fault)
				}
				if c.ending != "" && len(tt.want) > 0 {
					if _, err := read(t, name, content[:len(content)/2], tt.columns); err == nil {
						t.Errorf("%s, cut off: no error", name)
					}
				}
			}
		})
	}
}

type compressor struct {
	ending   string
	compress func(*testing.T, []byte) []byte
}

var compressors = []compressor{
	{"", nil},
	{".gz", func(t *testing.T, b []byte) []byte { t.Helper(); return gzipped(t, b) }},
	{".zst", func(t *testing.T, b []byte) []byte {
		t.Helper()
		w, err := zstd.NewWriter(nil)
		if err != nil {
			t.Fatal(err)
		}
		return w.EncodeAll(b, nil)
	}},
	{".xz", func(t *testing.T, b []byte) []byte {
		t.Helper()
		var out bytes.Buffer
		w, err := xz.NewWriter(&out)
		if err == nil {
			_, err = w.Write(b)
		}
		if err == nil {
			err = w.Close()
		}
		if err != nil {
			t.Fatal(err)
		}
		return out.Bytes()
	}},
}

func gzipped(t *testing.T, b []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	if _, err := w.Write(b); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestCancelled ends reading at once and returns the reason.
func TestCancelled(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "in.jsonl")
	if err := os.WriteFile(path, []byte(strings.Repeat("{\"text\":\"Tea.\"}\n", 100)), 0o600); err != nil {
		t.Fatal(err)
	}
	var s files.Sources
	found, err := s.List(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	n := 0
	err = found[0].Each(ctx, files.Columns{}, func(files.Entry) bool {
		n++
		cancel()
		return false
	})
	if err != context.Canceled || n != 1 { //nolint:errorlint // as it is
		t.Errorf("%d entries, %v", n, err)
	}
}
