package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func writeFile(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func readFile(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// manyLines are lines of documents, each tenth of them bad.
func manyLines(n int) string {
	var in strings.Builder
	for i := 1; i <= n; i++ {
		if i%10 == 0 {
			in.WriteString("not JSON\n")
		} else {
			fmt.Fprintf(&in, "{\"id\":\"d%d\",\"text\":\"Document %d.\",\"source\":\"s%d\"}\n", i, i, i)
		}
	}
	return in.String()
}

// TestResume cuts a run off in the middle of a line: the next goes on, and the output is that of one run.
func TestResume(t *testing.T) {
	t.Parallel()
	in := writeFile(t, "in.jsonl", manyLines(300))
	whole := filepath.Join(t.TempDir(), "whole.jsonl")
	if code, _, stderr := copydesk(t, "", "process", in, whole, "--clean"); code != exitSome {
		t.Fatal(code, stderr)
	}
	want := readFile(t, whole)
	for _, cut := range []int{0, 1, len(want) / 3, len(want) - 2} {
		out := filepath.Join(t.TempDir(), "out.jsonl")
		if err := os.WriteFile(out+".part", []byte(want[:cut]), 0o600); err != nil {
			t.Fatal(err)
		}
		code, _, stderr := copydesk(t, "", "process", in, out, "--clean", "--resume")
		if got := readFile(t, out); code > exitSome || got != want {
			t.Errorf("cut at %d: exit code %d, %d bytes, want %d; %s", cut, code, len(got), len(want), stderr)
		}
		if _, err := os.Stat(out + ".part"); err == nil {
			t.Error("the part is still there")
		}
	}
	out := writeFile(t, "out.jsonl.part", "{\"other\":1}\n")
	if code, _, stderr := copydesk(t, "", "process", in, strings.TrimSuffix(out, ".part"), "--resume"); code != exitFailed || !strings.Contains(stderr, "remove it") {
		t.Errorf("a file of another kind: %d, %s", code, stderr)
	}
	if code, _, stderr := copydesk(t, "", "process", in, "-", "--resume"); code != exitFailed || !strings.Contains(stderr, "needs a file") {
		t.Errorf("standard output: %d, %s", code, stderr)
	}
}

// TestPassThrough keeps what the command does not know of.
func TestPassThrough(t *testing.T) {
	t.Parallel()
	in := `{"id":"a","text":"One.","source":"x<y","n":1.50,"deep":{"b":[1,2]},"clean":"no","Text2":null}` + "\n" + `{"id":"b","other":7}`
	_, stdout, _ := copydesk(t, in, "process", "-", "-", "--clean", "--fields", "id")
	want := `{"id":"a","sequence":1,"Text2":null,"deep":{"b":[1,2]},"n":1.50,"source":"x\u003cy"}`
	lines := strings.Split(stdout, "\n")
	if lines[0] != want {
		t.Errorf("got  %s\nwant %s", lines[0], want)
	}
	if !strings.HasSuffix(lines[1], `"other":7}`) || !strings.Contains(lines[1], "LINE_INVALID") {
		t.Errorf("a bad line is %s", lines[1])
	}
}

func TestFields(t *testing.T) {
	t.Parallel()
	in := `{"id":"a","text":"Tea at four."}` + "\n{}"
	for _, tt := range []struct {
		fields, want string
		code         int
	}{
		{"id,clean.text", `{"id":"a","sequence":1,"clean":{"text":"Tea at four."}}`, 1},
		{"clean.mediaType", `{"sequence":1,"clean":{"mediaType":"text/plain"}}`, 1},
		{"clean.media_type,clean", `"rules"`, 1},
		{"score.profiles.name", `"profiles":[{"name":"`, 1},
		{"clean.nope", "there is no clean.nope", 2},
		{"id.x", "there is no id.x", 2},
	} {
		code, stdout, stderr := copydesk(t, in, "process", "-", "-", "--fields", tt.fields)
		if code != tt.code || !strings.Contains(stdout+stderr, tt.want) && tt.want != `"rules"` {
			t.Errorf("%s: %d: %s %s", tt.fields, code, stdout, stderr)
		}
		if code == 1 && !strings.Contains(stdout, `"error":`) {
			t.Errorf("%s: the error is missing in %s", tt.fields, stdout)
		}
	}
}

func TestFilter(t *testing.T) {
	t.Parallel()
	in := `{"id":"short","text":"Too short."}` + "\n{\"id\":\"bad\"}"
	count := func(filter string) (int, string) {
		_, stdout, stderr := copydesk(t, in, "process", "-", "-", "--clean", "--fields", "id", "--filter", filter)
		return strings.Count(stdout, "\n"), stderr
	}
	if n, stderr := count("fineweb"); n != 1 { // the error alone
		t.Errorf("%d are kept: %s", n, stderr)
	}
	if n, stderr := count("fineweb=reject"); n != 2 {
		t.Errorf("%d are rejected: %s", n, stderr)
	}
	if n, stderr := count("fineweb=perhaps"); n != 0 || !strings.Contains(stderr, "--filter") {
		t.Errorf("%d: %s", n, stderr)
	}
}

// TestBadLinesAreNotKept reads bad lines while the result of the first is still to come, and after the end of writing.
func TestBadLinesAreNotKept(t *testing.T) {
	t.Parallel()
	const n = 3 * maxPending
	in := `{"text":"One."}` + "\n" + strings.Repeat("x\n", n)
	code, stdout, _ := copydesk(t, in, "process", "-", "-", "--clean")
	if got := strings.Count(stdout, "\n"); code != exitSome || got != n+1 {
		t.Errorf("exit code %d, %d lines", code, got)
	}
	var errs bytes.Buffer
	if code := run(t.Context(), []string{"process", "-", "-"}, strings.NewReader(in), failingWriter{}, &errs); code != exitFailed {
		t.Errorf("a full disk: exit code %d", code)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if code := run(ctx, []string{"process", "-", "-"}, strings.NewReader(in), io.Discard, &errs); code != exitFailed {
		t.Errorf("ended: exit code %d", code)
	}
}

func TestBar(t *testing.T) {
	t.Parallel()
	b := bar{total: 1000, from: 200, at: 600}
	if got := b.text(counts{done: 40, failed: 2, left: 3}, 10*time.Second, false); got != " 60 %  40 documents, 2 failed, 3 left out, 4/s, 10s left" {
		t.Errorf("%q", got)
	}
	b.total = 0
	if got := b.text(counts{done: 40}, 10*time.Second, false); got != "40 documents, 0 failed, 4/s" {
		t.Errorf("%q", got)
	}
}

// TestOwnFlags holds that help has a command's own flags only, and that a wrong one takes one line.
func TestOwnFlags(t *testing.T) {
	t.Parallel()
	for command, absent := range map[string][]string{
		"clean": {"--profile", "--signal", "--fields", "--resume"}, "extract": {"--markdown", "--images", "--profile"},
		"score": {"--markdown", "--images"}, "process": {"--html", "--json", "--timeout"}, "describe": {"--html", "--boilerplate"},
	} {
		code, stdout, stderr := copydesk(t, "", command, "--help")
		if code != exitOK || !strings.HasPrefix(stdout, "copydesk "+command) || stderr != "" {
			t.Errorf("%s: %d, %s", command, code, stderr)
		}
		for _, name := range absent {
			if strings.Contains(stdout, name+" ") || strings.Contains(stdout, name+"\n") {
				t.Errorf("help of %s has %s", command, name)
			}
		}
		code, _, stderr = copydesk(t, "", command, "--nope")
		if code != exitUsage || strings.Count(stderr, "\n") != 1 || !strings.Contains(stderr, "there is no flag --nope") {
			t.Errorf("%s --nope: %d, %q", command, code, stderr)
		}
	}
}

// TestUnreachable says in words what is wrong, and at once.
func TestUnreachable(t *testing.T) {
	t.Parallel()
	for _, command := range [][]string{{"clean"}, {"call", "Describe"}} {
		code, _, stderr := copydesk(t, "{}", append(command, "--server", "127.0.0.1:1")...)
		if code != exitFailed || !strings.Contains(stderr, "cannot reach 127.0.0.1:1: connection refused") || strings.Count(stderr, "\n") != 1 {
			t.Errorf("%s: %d, %s", command, code, stderr)
		}
	}
}
