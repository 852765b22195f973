package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"

	"github.com/copydesk/copydesk/internal/files"
)

// rowsOf reads the rows of a folder of results.
func rowsOf(t *testing.T, dir string) []files.Row {
	t.Helper()
	var all []files.Row
	for _, status := range []string{files.Kept, files.Rejected, files.Failed} {
		names, err := filepath.Glob(filepath.Join(dir, status, "*.parquet"))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			rows, err := parquet.ReadFile[files.Row](name)
			if err != nil {
				t.Fatal(err)
			}
			for _, row := range rows {
				if row.Status != status {
					t.Errorf("%s has a row of status %s", name, row.Status)
				}
			}
			all = append(all, rows...)
		}
	}
	slices.SortFunc(all, func(a, b files.Row) int {
		return strings.Compare(fmt.Sprintf("%s %09d", a.Source, a.Record), fmt.Sprintf("%s %09d", b.Source, b.Record))
	})
	return all
}

// corpusFolder is a folder of inputs: n lines, each tenth of them bad and one with an id that there was, a page and a broken file.
func corpusFolder(t *testing.T, n int) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range map[string]string{
		"a.jsonl": manyLines(n) + "{\"id\":\"d1\",\"text\":\"Again.\"}\n", "b.json": "[{\"text\":\"One.\"},", "c.html": "<p>Tea &amp; cake at four in the garden.",
		"d.warc": "WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n", "e.pdf": "not read",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestFolder(t *testing.T) {
	t.Parallel()
	in, out := corpusFolder(t, 30), filepath.Join(t.TempDir(), "out")
	code, _, stderr := copydesk(t, "", "process", in, out, "--filter", "datatrove-gopher-quality", "--shard-size", "7", "--with-result")
	if code != exitSome || !strings.Contains(stderr, "0 kept, 29 rejected, 4 failed, 1 skipped, 1 broken files") {
		t.Fatalf("exit code %d: %s", code, stderr)
	}
	rows := rowsOf(t, out)
	if len(rows) != 33 {
		t.Fatalf("%d rows", len(rows))
	}
	first, last := rows[0], rows[len(rows)-1]
	if first.ID != "d1" || first.Text != "Document 1." || first.Other != `{"source":"s1"}` || len(first.Reasons) == 0 || len(first.Result) == 0 || first.Version == "" {
		t.Errorf("the first row is %+v", first)
	}
	if last.ID != last.Source+"#1" || last.Text != "Tea & cake at four in the garden." {
		t.Errorf("the last row is %+v", last)
	}
	code, stdout, stderr := copydesk(t, "", "cat", filepath.Join(out, "failed"), out+"/rejected")
	if n := strings.Count(stdout, "\n"); code != exitOK || n != 33 || !strings.Contains(stdout, `"status":"failed"`) {
		t.Errorf("cat: exit code %d, %d lines; %s", code, n, stderr)
	}
	if code, _, stderr := copydesk(t, "", "cat", in); code != exitFailed || !strings.Contains(stderr, "a.jsonl") {
		t.Errorf("cat of something else: exit code %d; %s", code, stderr)
	}
	var m struct {
		Counts  map[string]int64
		Reasons map[string]int64
		Faults  []string
		Files   []struct{ Name string }
	}
	if err := json.Unmarshal([]byte(readFile(t, filepath.Join(out, "_manifest.json"))), &m); err != nil {
		t.Fatal(err)
	}
	if m.Reasons["ID_DUPLICATE"] != 1 || m.Reasons["RECORD_INVALID"] != 3 || m.Reasons["skipped: record of type warcinfo"] != 1 || len(m.Faults) != 1 || len(m.Files) < 5 {
		t.Errorf("the manifest is %+v", m)
	}
}

func TestFolderMistakes(t *testing.T) {
	t.Parallel()
	in := writeFile(t, "in.jsonl", "{\"id\":\"a\",\"text\":\"Tea.\"}\n")
	full := t.TempDir()
	if err := os.WriteFile(filepath.Join(full, "other"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(t.TempDir(), "out")
	if code, _, stderr := copydesk(t, "", "process", in, out, "--clean"); code != exitOK {
		t.Fatal(code, stderr)
	}
	for _, tt := range []struct {
		args []string
		code int
		want string
	}{
		{[]string{in, full}, exitFailed, "not empty"},
		{[]string{in, out, "--clean"}, exitFailed, "not empty"},
		{[]string{in, out, "--resume"}, exitFailed, "other options"},
		{[]string{in, out, "--clean", "--resume"}, exitOK, "1 kept"},
		{[]string{in, in, out, "--clean", "--resume"}, exitFailed, "2"},
		{[]string{in, t.TempDir(), "--format", "csv"}, exitUsage, "--format: must be parquet or jsonl"},
		{[]string{in, t.TempDir(), "--shard-size", "0"}, exitUsage, "--shard-size: must be from 1"},
		{[]string{in, t.TempDir(), "--fields", "id"}, exitUsage, "--fields is for lines"},
		{[]string{in, t.TempDir(), "--filter", "fineweb=reject"}, exitUsage, "name the profile alone"},
		{[]string{in, t.TempDir(), "--filter", "nope"}, exitUsage, "no profile"},
		{[]string{t.TempDir(), out}, exitFailed, "no file with documents"},
		{[]string{in, "out.json"}, exitUsage, "ends in .jsonl, or to a folder"},
		{[]string{in, "out.parquet"}, exitUsage, "ends in .jsonl, or to a folder"},
		{[]string{in, in, "out.jsonl"}, exitUsage, "several are written to a folder"},
	} {
		if code, _, stderr := copydesk(t, "", append([]string{"process"}, tt.args...)...); code != tt.code || !strings.Contains(stderr, tt.want) {
			t.Errorf("%v: exit code %d, %s", tt.args[len(tt.args)-2:], code, stderr)
		}
	}
}

// TestFolderResume ends runs at random moments, at once as if the process had been killed. What the last one leaves is, byte by
// byte, what one undisturbed run does.
func TestFolderResume(t *testing.T) {
	t.Parallel()
	in := corpusFolder(t, 400)
	args := func(out string, more ...string) []string {
		return append([]string{"process", in, out, "--clean", "--shard-size", "40", "--format", "jsonl"}, more...)
	}
	whole := filepath.Join(t.TempDir(), "whole")
	if code, _, stderr := copydesk(t, "", args(whole)...); code != exitSome {
		t.Fatal(code, stderr)
	}
	out := filepath.Join(t.TempDir(), "out")
	stops := 0
	for i := 0; ; i++ {
		killedWhileWriting(t, out)
		ctx, cancel := context.WithTimeout(t.Context(), time.Duration(20+15*i)*time.Millisecond)
		var errs bytes.Buffer
		code := run(ctx, args(out, "--resume"), strings.NewReader(""), &bytes.Buffer{}, &errs)
		cancel()
		if code == exitSome {
			break
		}
		if stops++; code != exitFailed || stops > 1000 {
			t.Fatalf("exit code %d: %s", code, errs.String())
		}
	}
	if stops == 0 {
		t.Error("no run was ended early")
	}
	if diff := cmp.Diff(tree(t, whole), tree(t, out)); diff != "" {
		t.Errorf("one run -, many +\n%s", diff)
	}
}

// killedWhileWriting makes the files that a run which was killed leaves in its folder.
func killedWhileWriting(t *testing.T, out string) {
	t.Helper()
	for _, name := range []string{"_run.json", "kept/00001.jsonl.zst", "_shards/00001.ids"} {
		name = filepath.Join(out, filepath.FromSlash(name)) + ".18ec4484a4dae3a1.tmp"
		if err := os.MkdirAll(filepath.Dir(name), 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte("half a file"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// tree returns what is in a folder.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := make(map[string]string)
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			all[name] = readFile(t, filepath.Join(dir, name))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestDedup(t *testing.T) {
	t.Parallel()
	text := strings.Repeat("The harbour was quiet in the morning and nobody saw the boat leave for the island. ", 3)
	in := writeFile(t, "in.jsonl", fmt.Sprintf(`{"id":"a","text":"%[1]sOne."}
{"id":"b","text":"Bread is baked at night."}
{"id":"c","text":"%[1]sAnother end."}
{"id":"d","text":"bread is baked, at night!!"}
x
{"id":"e","text":"Tea."}
`, text))
	dir := t.TempDir()
	rows := filepath.Join(dir, "rows")
	if code, _, stderr := copydesk(t, "", "process", in, rows); code != exitSome {
		t.Fatal(code, stderr)
	}
	for _, tt := range []struct {
		args []string
		want string
	}{
		{nil, "a b c=a d=b e"},
		{[]string{"--keep", "longest"}, "a=c b=d c d e"},
		{[]string{"--exact"}, "a b c d=b e"},
		{[]string{"--format", "jsonl", "--shard-size", "1"}, "a b c=a d=b e"},
	} {
		out := filepath.Join(dir, fmt.Sprint(tt.args))
		if code, _, stderr := copydesk(t, "", append([]string{"dedup", rows, out}, tt.args...)...); code != exitOK {
			t.Fatal(code, stderr)
		}
		_, stdout, _ := copydesk(t, "", "cat", out)
		var got []string
		for r := range strings.SplitSeq(strings.TrimSpace(stdout), "\n") {
			var row files.Row
			if err := json.Unmarshal([]byte(r), &row); err != nil {
				t.Fatal(err)
			}
			if row.DuplicateOf != "" {
				row.ID += "=" + row.DuplicateOf
			}
			got = append(got, row.ID)
		}
		slices.Sort(got)
		if diff := cmp.Diff(tt.want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%v: want -, got +\n%s", tt.args, diff)
		}
	}
	plain := filepath.Join(dir, "plain")
	if code, _, stderr := copydesk(t, "", "process", in, plain, "--clean"); code != exitSome {
		t.Fatal(code, stderr)
	}
	for _, tt := range []struct {
		args []string
		want string
	}{
		{[]string{plain, filepath.Join(dir, "none")}, "no row has a fingerprint"},
		{[]string{rows, rows}, "not empty"},
		{[]string{rows, filepath.Join(dir, "x"), "--keep", "best"}, "--keep: must be"},
		{[]string{rows, filepath.Join(dir, "x"), "--memory", "0"}, "--memory: must be"},
		{[]string{rows}, "dedup takes"},
	} {
		if code, _, stderr := copydesk(t, "", append([]string{"dedup"}, tt.args...)...); code == exitOK || !strings.Contains(stderr, tt.want) {
			t.Errorf("%v: exit code %d, %s", tt.args, code, stderr)
		}
	}
}
