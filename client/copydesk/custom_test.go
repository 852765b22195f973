package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/copydesk/copydesk/internal/files"
)

// TestCustomProfile judges by a profile in a file, whose rule looks at scores that the lines have.
func TestCustomProfile(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	file := filepath.Join(dir, "mine.json")
	rule := `{"name":"mine","rules":[{"rule":"dull","signal":"caller.edu","rejectIf":"REJECT_IF_BELOW","threshold":3}]}`
	if err := os.WriteFile(file, []byte(rule), 0o600); err != nil {
		t.Fatal(err)
	}
	in := `{"id":"a","text":"Tea.","scores":{"edu":4}}` + "\n" + `{"id":"b","text":"Tea.","scores":{"edu":1}}` + "\n" + `{"id":"c","text":"Tea.","scores":{"other":1}}`
	code, stdout, stderr := copydesk(t, in, "process", "-", "-", "--score", "--custom-profile", file, "--filter", "mine", "--fields", "id")
	want := `{"id":"a","sequence":1,"scores":{"edu":4}}` + "\n" + `{"id":"c","sequence":3,"error":`
	if !strings.HasPrefix(stdout, want) || code != exitSome || !strings.Contains(stdout, "SCORE_MISSING") {
		t.Errorf("%d: %s%s", code, stdout, stderr)
	}

	rows := filepath.Join(dir, "rows")
	table := filepath.Join(dir, "in.csv")
	if err := os.WriteFile(table, []byte("id,text,edu\na,Tea.,4\nb,Tea., 1.5\nc,Tea.,\nd,Tea.,many\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, _, stderr = copydesk(t, "", "process", table, rows, "--score", "--custom-profile", file, "--filter", "mine", "--score-column", "edu")
	got := map[string]string{}
	for _, row := range rowsOf(t, rows) {
		got[row.ID] = row.Status + " " + strings.Join(row.Reasons, " ")
	}
	for id, status := range map[string]string{
		"a": files.Kept + " ", "b": files.Rejected + " dull", "c": files.Failed + " SCORE_MISSING", "d": files.Failed + " RECORD_INVALID",
	} {
		if got[id] != status {
			t.Errorf("%s is %q, want %q: %s", id, got[id], status, stderr)
		}
	}
}

func TestCustomProfileMistakes(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for content, want := range map[string]string{
		`{"name":"mine","rule":[]}`: "is not a Profile as JSON",
		`{"name":"mine","rules":[{"rule":"r","signal":"none","rejectIf":1}]}`:               "none",
		`{"name":"fineweb","rules":[{"rule":"r","signal":"nemo.word_count","rejectIf":1}]}`: "taken",
	} {
		file := filepath.Join(dir, "mine.json")
		if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		code, _, stderr := copydesk(t, "Tea.", "score", "--custom-profile", file)
		if code != exitUsage || !strings.Contains(stderr, want) {
			t.Errorf("%s: %d, %s", content, code, stderr)
		}
	}
	if code, _, stderr := copydesk(t, "Tea.", "score", "--custom-profile", filepath.Join(dir, "none.json")); code != exitUsage {
		t.Errorf("no file: %d, %s", code, stderr)
	}
}

// TestRowQuality has the overall quality of English texts in their rows.
func TestRowQuality(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	in := filepath.Join(dir, "in.jsonl")
	lines := `{"id":"a","text":"The boat left the harbour on a Tuesday morning, and nobody who saw it go knew where it went."}` + "\n" +
		`{"id":"b","text":"Das Boot verließ den Hafen an einem Dienstag, und niemand, der es sah, wusste, wohin es fuhr."}`
	if err := os.WriteFile(in, []byte(lines), 0o600); err != nil {
		t.Fatal(err)
	}
	_, _, stderr := copydesk(t, "", "process", in, filepath.Join(dir, "rows"), "--score", "--feature", "quality")
	rows := rowsOf(t, filepath.Join(dir, "rows"))
	if len(rows) != 2 || rows[0].Quality == nil || *rows[0].Quality <= 0 || *rows[0].Quality >= 1 || rows[1].Quality != nil {
		t.Errorf("rows are %+v: %s", rows, stderr)
	}
}
