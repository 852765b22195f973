package files_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/klauspost/compress/zstd"
	"github.com/parquet-go/parquet-go"

	"github.com/copydesk/copydesk/internal/files"
)

// TestRows writes rows in both formats and reads them back with other code.
func TestRows(t *testing.T) {
	t.Parallel()
	at := time.Date(2024, 5, 1, 10, 0, 0, 0, time.UTC)
	rows := []files.Row{
		{ID: "a", Source: "in.jsonl", Record: 1, Status: files.Failed, Reasons: []string{"RECORD_INVALID"}, Error: "not JSON", Version: "v1"},
		{
			ID: "b", URL: "https://tea.example/", Source: "in.jsonl", Record: 2, Status: files.Kept, Text: "Tea < cake.", Markdown: "Tea.", Title: "Tea",
			Authors: []string{"A. Leaf", "B. Cup"}, PublishTime: &at, SiteName: "Tea Today", Language: "en", License: "CC0-1.0", PageKind: "ARTICLE",
			Entities: []files.Entity{{Type: "PERSON", Name: "A. Leaf", Mentions: 2}}, Quotations: []files.Quotation{{Text: "Tea!", Speaker: "A. Leaf"}},
			Profiles: []files.Verdict{{Profile: "fineweb", Verdict: "REJECT", Failures: []string{"short"}}, {Profile: "c4", Verdict: "KEEP"}},
			Signals:  []files.Signal{{Name: "n", Value: 1.5}}, Exact: "e", Simhash: "s", Minhash: []byte{1, 2}, Other: `{"n":1}`, Result: []byte{3}, Version: "v1", DuplicateOf: "a",
		},
	}
	write := func(f files.Format) []byte {
		var b bytes.Buffer
		w, err := files.NewRowWriter(&b, f)
		if err != nil {
			t.Fatal(err)
		}
		for i := range rows {
			if err := w.Write(&rows[i]); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	table := write(files.Parquet)
	got, err := parquet.Read[files.Row](bytes.NewReader(table), int64(len(table)))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(rows, got, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("Parquet: want -, got +\n%s", diff)
	}
	z, err := zstd.NewReader(bytes.NewReader(write(files.JSONLines)))
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	got = nil
	for lines := bufio.NewScanner(z); lines.Scan(); {
		var row files.Row
		if err := json.Unmarshal(lines.Bytes(), &row); err != nil {
			t.Fatal(err)
		}
		got = append(got, row)
	}
	if diff := cmp.Diff(rows, got, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("JSON Lines: want -, got +\n%s", diff)
	}
	if _, err := files.NewRowWriter(&bytes.Buffer{}, files.WARC); err == nil {
		t.Error("rows as WARC: no error")
	}
	if !bytes.Equal(table, write(files.Parquet)) {
		t.Error("the same rows give other bytes")
	}
}

// TestSchema compares the columns with those that the documentation lists.
func TestSchema(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("../../docs/corpora.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, ok := strings.Cut(string(text), "| column | type | what |")
	if !ok {
		t.Fatal("the documentation has no table of columns")
	}
	table, _, _ = strings.Cut(table, "\n\n")
	documented := make(map[string]bool)
	for line := range strings.Lines(table) {
		cell, _, _ := strings.Cut(strings.TrimPrefix(line, "|"), "|")
		for _, name := range regexp.MustCompile("`([a-z_]+)`").FindAllStringSubmatch(cell, -1) {
			documented[name[1]] = true
		}
	}
	written := make(map[string]bool)
	for _, field := range parquet.SchemaOf(files.Row{}).Fields() {
		written[field.Name()] = true
	}
	if diff := cmp.Diff(documented, written); diff != "" {
		t.Errorf("documented -, written +\n%s", diff)
	}
}
