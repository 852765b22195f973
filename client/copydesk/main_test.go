package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// copydesk runs a command line.
func copydesk(t *testing.T, stdin string, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	code = run(t.Context(), args, strings.NewReader(stdin), &out, &errs)
	return code, out.String(), errs.String()
}

func TestDocuments(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, stdin string
		args        []string
		code        int
		want        string // in standard output, or in standard error if the code is not 0
	}{
		{"clean", "It was dark\n\nsince the storm.", []string{"clean"}, 0, "It was dark since the storm.\n"},
		{"clean page", "<p>Tea &amp; cake.", []string{"clean", "--html"}, 0, "Tea & cake.\n"},
		{"markdown", "<h2>Tea</h2><p>And cake.", []string{"clean", "-", "--html", "--markdown"}, 0, "## Tea\n\nAnd cake.\n"},
		{"unknown place", "x", []string{"clean", "--headline", "top"}, 2, "must be markdown, both or none"},
		{"json", "Tea.", []string{"clean", "--json"}, 0, `"text": "Tea."`},
		{"repair only", "a&amp;b\n\nc", []string{"clean", "--repair-only"}, 0, "a&b\n\nc\n"},
		{"extract", "It rained on Monday.", []string{"extract", "--publish-time", "2023-05-10"}, 0, "2023-05-08"},
		{"score", "Too short.", []string{"score", "--profile", "datatrove-gopher-quality"}, 0, "datatrove-gopher-quality.gopher_short_doc"},
		{"describe", "", []string{"describe"}, 0, `"maxDocumentBytes": 16777216`},
		{"help", "", []string{"help"}, 0, "Exit codes"},
		{"nothing", "", nil, 2, "copydesk clean"},
		{"unknown command", "", []string{"wash"}, 2, `unknown command "wash"`},
		{"unknown flag", "", []string{"clean", "--nope"}, 2, "nope"},
		{"unknown level", "x", []string{"clean", "--boilerplate", "some"}, 2, "must be keep, balanced or strict"},
		{"language", "Die Kinder spielten nach dem Regen wieder auf der Straße.", []string{"score"}, 0, "de Latn"},
		{"languages of paragraphs", "Die Kinder spielten wieder auf der Straße.", []string{"score", "--json", "--feature", "paragraph-languages"}, 0, `"paragraphLanguages"`},
		{"unknown profile", "x", []string{"score", "--profile", "nope"}, 2, "no profile"},
		{"signals", "Too short.", []string{"score", "--json", "--signal", "nemo."}, 0, `"name": "nemo.word_count"`},
		{"spun, too short", "The Wall Avenue Journal said on Monday that the council had met in the old hall by the river.", []string{"score", "--feature", "spun"}, 0, "not enough evidence"},
		{"unknown signal", "x", []string{"score", "--signal", "nope."}, 2, "no signal"},
		{"unknown rule", "x", []string{"clean", "--disable", "nope"}, 2, "no rule"},
		{"two types", "x", []string{"clean", "--html", "--text"}, 2, "only one of"},
		{"bad time", "x", []string{"clean", "--publish-time", "soon"}, 2, "--publish-time"},
		{"no file", "", []string{"clean", "no-such-file"}, 3, "no-such-file"},
		{"wrong type", "x", []string{"clean", "--media-type", "application/pdf"}, 1, "application/pdf is not one of"},
		{"no server", "x", []string{"clean", "--server", "127.0.0.1:1"}, 3, "cannot reach"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			code, stdout, stderr := copydesk(t, tt.stdin, tt.args...)
			if code != tt.code {
				t.Errorf("exit code %d, want %d; %s", code, tt.code, stderr)
			}
			got := stdout
			if tt.code != 0 {
				got = stderr
			}
			if !strings.Contains(got, tt.want) {
				t.Errorf("got %q, want %q in it", got, tt.want)
			}
		})
	}
}

type result struct {
	ID       string
	Sequence int
	Error    *struct{ Message string }
	Clean    *struct{ Text string }
}

func results(t *testing.T, jsonl string) []result {
	t.Helper()
	var list []result
	for l := range strings.SplitSeq(strings.TrimSpace(jsonl), "\n") {
		var r result
		if err := json.Unmarshal([]byte(l), &r); err != nil {
			t.Fatalf("%q: %v", l, err)
		}
		list = append(list, r)
	}
	return list
}

func TestHeadline(t *testing.T) {
	t.Parallel()
	const page = "<title>Of tea</title><p>And cake."
	for _, tt := range []struct {
		args []string
		want string
	}{
		{nil, "And cake.\n"},
		{[]string{"--markdown"}, "# Of tea\n\nAnd cake.\n"},
		{[]string{"--markdown", "--headline", "none"}, "And cake.\n"},
		{[]string{"--headline", "both"}, "Of tea\n\nAnd cake.\n"},
		{[]string{"--headline=both", "--markdown"}, "# Of tea\n\nAnd cake.\n"},
	} {
		code, got, stderr := copydesk(t, page, append([]string{"clean", "--html"}, tt.args...)...)
		if code != 0 || got != tt.want {
			t.Errorf("%q: exit code %d, got %q, want %q; %s", tt.args, code, got, tt.want, stderr)
		}
	}
}

func TestProcessKeepsOrder(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	var in strings.Builder
	for i := 1; i <= 500; i++ {
		fmt.Fprintf(&in, "{\"id\":\"d%d\",\"text\":%q}\n", i, strings.Repeat("A sentence. ", 1+i*7919%40))
	}
	inFile, outFile := filepath.Join(dir, "in.jsonl"), filepath.Join(dir, "out.jsonl")
	if err := os.WriteFile(inFile, []byte(in.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, _, stderr := copydesk(t, "", "process", inFile, outFile, "--clean"); code != 0 {
		t.Fatal(code, stderr)
	}
	out, err := os.ReadFile(outFile)
	if err != nil {
		t.Fatal(err)
	}
	list := results(t, string(out))
	for i, r := range list {
		if r.ID != fmt.Sprint("d", i+1) || r.Sequence != i+1 || r.Clean == nil {
			t.Fatalf("line %d is %+v", i+1, r)
		}
	}
	if len(list) != 500 {
		t.Errorf("%d lines", len(list))
	}
}

// TestProcessInPlace uses one file for input and output, and then fails: neither may lose what it held.
func TestProcessInPlace(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "docs.jsonl")
	if err := os.WriteFile(file, []byte("\xEF\xBB\xBF{\"id\":\"a\",\"text\":\"One.\"}\r\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, _, stderr := copydesk(t, "", "process", file, file, "--clean"); code != 0 {
		t.Fatal(code, stderr)
	}
	before, err := os.ReadFile(file)
	if err != nil || len(results(t, string(before))) != 1 {
		t.Fatalf("%q, %v", before, err)
	}
	if code, _, _ := copydesk(t, "", "process", file, file, "--score", "--profile", "no-such"); code != 2 {
		t.Errorf("exit code %d", code)
	}
	if after, err := os.ReadFile(file); err != nil || !bytes.Equal(before, after) {
		t.Errorf("a failed run changed the file: %q, %v", after, err)
	}
}

func TestProcessReportsBadLines(t *testing.T) {
	t.Parallel()
	in := strings.Join([]string{
		`{"id":"a","text":"One."}`, `not JSON`, ``, `{"id":"c"}`, `{"id":"d","text":"x","html":"y"}`,
		`{"id":"e","text":7}`, `{"id":"f","raw":"!"}`, `{"id":"g","text":"x","publish_time":"soon"}`,
		`{"id":"h","text":"Two.","publish_time":"2023-05-10","other":1}`, `{"id":"i","raw":"eA==","media_type":"image/png"}`,
	}, "\n")
	code, stdout, stderr := copydesk(t, in, "process", "-", "-", "--clean")
	if code != 1 {
		t.Errorf("exit code %d; %s", code, stderr)
	}
	wantFailed := map[int]bool{2: true, 4: true, 5: true, 6: true, 7: true, 8: true, 10: true}
	var order []string
	for _, r := range results(t, stdout) {
		order = append(order, strconv.Itoa(r.Sequence))
		if wantFailed[r.Sequence] != (r.Error != nil) {
			t.Errorf("line %d: %+v", r.Sequence, r)
		}
		if r.Error != nil && !strings.Contains(stderr, fmt.Sprintf("line %d: ", r.Sequence)) {
			t.Errorf("line %d is not reported in %q", r.Sequence, stderr)
		}
	}
	if got := strings.Join(order, " "); got != "1 2 4 5 6 7 8 9 10" {
		t.Errorf("order is %s", got)
	}
}

// TestProcessOutputs writes to what is no regular file, and through a link.
func TestProcessOutputs(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	in := filepath.Join(dir, "in.jsonl")
	bad := filepath.Join(dir, "bad.jsonl")
	write := func(name, content string, mode os.FileMode) {
		t.Helper()
		if err := os.WriteFile(name, []byte(content), mode); err != nil {
			t.Fatal(err)
		}
	}
	write(in, `{"id":"a","text":"One."}`, 0o600)
	write(bad, "not JSON\n\xff\n", 0o600)

	code, stdout, stderr := copydesk(t, "", "process", in, "/dev/stdout", "--clean")
	if code != 0 || len(results(t, stdout)) != 1 {
		t.Errorf("/dev/stdout: %d, %q, %s", code, stdout, stderr)
	}
	if info, err := os.Lstat("/dev/stdout"); err != nil || info.Mode().IsRegular() {
		t.Errorf("/dev/stdout was replaced: %v", err)
	}
	if code, _, _ := copydesk(t, "", "process", in, "/dev/full", "--clean"); code != exitFailed {
		t.Errorf("/dev/full: exit code %d", code)
	}

	out, link := filepath.Join(dir, "out.jsonl"), filepath.Join(dir, "link.jsonl")
	write(out, "before", 0o640)
	if err := os.Symlink(out, link); err != nil {
		t.Fatal(err)
	}
	if code, _, stderr := copydesk(t, "", "process", in, link, "--clean"); code != 0 {
		t.Fatal(code, stderr)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link was replaced: %v", err)
	}
	info, err := os.Stat(out)
	if err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("the mode is %v: %v", info.Mode(), err)
	}
	before, err := os.ReadFile(out)
	if err != nil || len(results(t, string(before))) != 1 {
		t.Fatalf("%q, %v", before, err)
	}
	// A run in which every line failed does not replace what there is.
	code, _, stderr = copydesk(t, "", "process", bad, out, "--clean")
	if after, err := os.ReadFile(out); err != nil || code != exitSome || !bytes.Equal(before, after) || !strings.Contains(stderr, ".part") {
		t.Errorf("%d, %q, %v, %s", code, after, err, stderr)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "*.part")); len(left) != 1 {
		t.Errorf("left behind: %v", left)
	}
}

// failingWriter is a full disk.
type failingWriter struct{}

func (failingWriter) Write([]byte) (int, error) { return 0, errors.New("no space left") }

// TestFullOutput prints to a full disk: no command says that all is well.
func TestFullOutput(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{{"clean"}, {"clean", "--json"}, {"extract"}, {"score"}, {"describe"}, {"help"}, {"process", "-", "-"}} {
		var errs bytes.Buffer
		in := `{"text":"The boat left on 3 May 2021."}`
		if code := run(t.Context(), args, strings.NewReader(in), failingWriter{}, &errs); code != exitFailed || !strings.Contains(errs.String(), "no space left") {
			t.Errorf("%v: exit code %d: %s", args, code, errs.String())
		}
	}
}

// TestMissingFile goes on with the other files.
func TestMissingFile(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	a, b := filepath.Join(dir, "a.txt"), filepath.Join(dir, "b.txt")
	for _, name := range []string{a, b} {
		if err := os.WriteFile(name, []byte("In "+filepath.Base(name)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	code, stdout, stderr := copydesk(t, "", "clean", a, filepath.Join(dir, "missing"), b)
	if code != exitFailed || !strings.Contains(stdout, "In b.txt") || !strings.Contains(stderr, "missing") {
		t.Errorf("%d: %q, %s", code, stdout, stderr)
	}
}

// TestFeatures asks for more by --feature, and for what there is not.
func TestFeatures(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		args []string
		code int
		want string
	}{
		{[]string{"clean", "--json", "--feature", "segments"}, 0, `"segments"`},
		{[]string{"extract", "--json", "--feature", "sentences"}, 0, `"sentences"`},
		{[]string{"score", "--json", "--feature", "signals", "--feature", "spans"}, 0, `"nemo.word_count"`},
		{[]string{"extract", "--json", "--feature", "keyphrases"}, 2, "EXTRACT_FEATURE_KEYPHRASES"},
		{[]string{"clean", "--feature", "signals"}, 2, "--feature signals"},
		{[]string{"clean", "--no-cleaning", "--text"}, 0, "The boat"},
		{[]string{"clean", "--no-cleaning", "--repair-only"}, 2, "only one of"},
		{[]string{"clean", "--json", "--images"}, 0, `"markdown"`},
	} {
		code, stdout, stderr := copydesk(t, "The boat left on 3 May 2021.", tt.args...)
		if code != tt.code || !strings.Contains(stdout+stderr, tt.want) {
			t.Errorf("%v: %d: %.300s %s", tt.args, code, stdout, stderr)
		}
	}
}

// TestSiteCounts counts the lines of some pages, then cleans them by the counts.
func TestSiteCounts(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	in, counts, out := filepath.Join(dir, "in.jsonl"), filepath.Join(dir, "counts"), filepath.Join(dir, "out.jsonl")
	const footer = "The Gazette comes out on every working day of the year."
	var lines strings.Builder
	for i := range 4 {
		fmt.Fprintf(&lines, `{"id":"%d","url":"https://gazette.example/%d","text":"Boat number %d came in at noon, with nobody on board of it.\n\n%s\n\nThe crew of boat %d is looked for."}`+"\n", i, i, i, footer, i)
	}
	if err := os.WriteFile(in, []byte(lines.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, _, stderr := copydesk(t, "", "count", in, counts); code != exitOK {
		t.Fatalf("count: %d, %s", code, stderr)
	}
	if code, stdout, _ := copydesk(t, lines.String(), "count", "-", "-"); code != exitOK {
		t.Errorf("count of standard input: %d", code)
	} else if b, err := os.ReadFile(counts); err != nil || string(b) != stdout {
		t.Errorf("standard output differs from the file (%v)", err)
	}
	for _, with := range []bool{false, true} {
		args := []string{"process", "--clean", in, out}
		if with {
			args = append(args, "--site-counts", counts)
		}
		if code, _, stderr := copydesk(t, "", args...); code != exitOK {
			t.Fatalf("process: %d, %s", code, stderr)
		}
		b, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(string(b), footer); got == with {
			t.Errorf("with counts %v: the line is there: %v", with, got)
		}
		if got := strings.Contains(string(b), "lines.site"); got != with {
			t.Errorf("with counts %v: the rule is there: %v", with, got)
		}
	}
	for name, tt := range map[string]struct {
		args []string
		code int
	}{
		"one file":     {[]string{"count", in}, exitUsage},
		"no such file": {[]string{"count", filepath.Join(dir, "none"), counts}, exitFailed},
		"no counts":    {[]string{"clean", in, "--site-counts", in}, exitUsage},
		"none there":   {[]string{"clean", in, "--site-counts", filepath.Join(dir, "none")}, exitUsage},
	} {
		if code, _, stderr := copydesk(t, "", tt.args...); code != tt.code {
			t.Errorf("%s: exit code %d, want %d; %s", name, code, tt.code, stderr)
		}
	}
	if code, _, _ := copydesk(t, "not JSON\n"+lines.String(), "count", "-", "-"); code != exitSome {
		t.Errorf("a bad line: exit code %d", code)
	}
}

// TestQuality prints the overall quality and what moved it most.
func TestQuality(t *testing.T) {
	t.Parallel()
	_, stdout, stderr := copydesk(t, "The boat left the harbour on a Tuesday morning, and nobody who saw it go knew where it went.", "score", "--feature", "quality", "--profile", "fineweb")
	if !strings.Contains(stdout, "quality") || !strings.Contains(stdout, "  fluency.context_gain") || !strings.Contains(stdout, "to the log-odds") {
		t.Errorf("%s%s", stdout, stderr)
	}
}
