package files_test

import (
	"context"
	"fmt"
	"io"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/johannesboyne/gofakes3"
	"github.com/johannesboyne/gofakes3/backend/s3mem"

	"github.com/copydesk/copydesk/internal/files"
)

// folder makes files with what they hold.
func folder(t *testing.T, content map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range content {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func names(found []files.File, without string) []string {
	var all []string
	for _, f := range found {
		all = append(all, fmt.Sprintf("%s %d", filepath.ToSlash(strings.TrimPrefix(f.Name, without)), f.Size))
	}
	return all
}

func TestList(t *testing.T) {
	t.Parallel()
	dir := folder(t, map[string]string{
		"a.jsonl": "{}", "b/c.warc.gz": "x", "b/d.txt": "Tea.", "b/e.pdf": "%PDF", "_run.json": "{}", "_shards/0.json": "{}", ".hidden.txt": "x", "z.html": "<p>",
	})
	tests := []struct {
		name  string
		names []string
		want  []string
		fault string
	}{
		{"folder", []string{""}, []string{"/a.jsonl 2", "/b/c.warc.gz 1", "/b/d.txt 4", "/z.html 3"}, ""},
		{"file", []string{"/z.html", "/a.jsonl"}, []string{"/z.html 3", "/a.jsonl 2"}, ""},
		{"pattern", []string{"/b/*.*"}, []string{"/b/c.warc.gz 1", "/b/d.txt 4", "/b/e.pdf 4"}, ""},
		{"no match", []string{"/*.csv"}, nil, "no file with documents"},
		{"absent", []string{"/nope"}, nil, "no such file"},
		{"unknown store", []string{"nope://bucket/key"}, nil, "nope"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var s files.Sources
			var where []string
			for _, name := range tt.names {
				if !strings.Contains(name, "://") {
					name = dir + name
				}
				where = append(where, name)
			}
			found, err := s.List(t.Context(), where...)
			if diff := cmp.Diff(tt.want, names(found, dir)); diff != "" {
				t.Errorf("want -, got +\n%s", diff)
			}
			if (err != nil) != (tt.fault != "") || err != nil && !strings.Contains(err.Error(), tt.fault) {
				t.Errorf("error %v, want %q", err, tt.fault)
			}
			if _, err := s.List(t.Context(), "file://"+dir); err != nil {
				t.Error(err)
			}
		})
	}
}

// TestObjectStore reads from a server that speaks S3, and writes to it.
func TestObjectStore(t *testing.T) {
	t.Setenv("AWS_ACCESS_KEY_ID", "test")
	t.Setenv("AWS_SECRET_ACCESS_KEY", "test")
	backend := s3mem.New()
	if err := backend.CreateBucket("tea"); err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(gofakes3.New(backend).Server())
	defer server.Close()
	address := func(key string) string {
		return "s3://tea/" + key + "?region=us-east-1&use_path_style=true&endpoint=" + server.URL
	}
	out, err := files.OpenFolder(t.Context(), address("in/"))
	if err != nil {
		t.Fatal(err)
	}
	table := parquetFile(t, []gone{{ID: "p", Text: new("Cake.")}})
	for name, content := range map[string]string{"a.jsonl": `{"id":"a","text":"Tea."}`, "b.parquet": string(table), "_run.json": "{}"} {
		if err := out.WriteAll(t.Context(), name, []byte(content), nil); err != nil {
			t.Fatal(err)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	w, err := out.NewWriter(ctx, "half.jsonl", nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(w, "half a"); err != nil {
		t.Fatal(err)
	}
	cancel()
	if w.Close() == nil {
		t.Error("a file that was given up is in place")
	}
	var s files.Sources
	defer s.Close() //nolint:errcheck // only read
	found, err := s.List(t.Context(), address("in/"))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"a.jsonl 24", fmt.Sprintf("b.parquet %d", len(table))}, names(found, "s3://tea/in/")); diff != "" {
		t.Errorf("want -, got +\n%s", diff)
	}
	var ids []string
	for _, f := range found {
		if err := f.Each(t.Context(), files.Columns{}, func(e files.Entry) bool {
			ids = append(ids, e.Document.ID+" "+string(e.Document.Content))
			return true
		}); err != nil {
			t.Error(err)
		}
	}
	if diff := cmp.Diff([]string{"a Tea.", "p Cake."}, ids); diff != "" {
		t.Errorf("want -, got +\n%s", diff)
	}
	if _, err := s.List(t.Context(), address("nothing/")); err == nil {
		t.Error("no error for nothing")
	}
}
