package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestCall(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name  string
		args  []string
		stdin string
		code  int
		want  string // in the output or, for an error, on standard error
	}{
		{"clean", []string{"Clean", `{"document":{"text":"It had been dark\n\nsince the storm."}}`}, "", exitOK, "It had been dark since the storm."},
		{"from standard input", []string{"Clean"}, `{"document":{"text":"Tea."}}`, exitOK, `"Tea."`},
		{"nothing to say", []string{"Describe"}, "", exitOK, `"version"`},
		{"a stream", []string{"ProcessStream"}, `{"start":{"options":{"clean":{}}}} {"chunk":{"items":[{"sequence":1,"document":{"id":"a","text":"One."}}]}}`, exitOK, `"summary"`},
		{"no method", nil, "", exitUsage, "Clean, Extract, Score, Process, ProcessStream, Describe"},
		{"unknown method", []string{"Launder"}, "", exitUsage, `unknown method "Launder"`},
		{"not JSON", []string{"Clean", `{"document":`}, "", exitFailed, "the request: "},
		{"unknown field", []string{"Clean", `{"documents":1}`}, "", exitFailed, `unknown field "documents"`},
		{"refused", []string{"Clean", `{"document":{}}`}, "", exitFailed, "CONTENT_MISSING"},
	}
	for _, tt := range tests {
		var stdout, stderr strings.Builder
		ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
		code := run(ctx, append([]string{"call", "--server", ""}, tt.args...), strings.NewReader(tt.stdin), &stdout, &stderr)
		cancel()
		got := stdout.String()
		if tt.code != exitOK {
			got = stderr.String()
		}
		if code != tt.code || !strings.Contains(got, tt.want) {
			t.Errorf("%s: exit code %d: %s%s", tt.name, code, stdout.String(), stderr.String())
		}
	}
}

// TestCallNobody calls a port that nobody listens at, with flags that contradict each other and files that are not there.
func TestCallNobody(t *testing.T) {
	t.Parallel()
	missing := filepath.Join(t.TempDir(), "missing")
	notPEM := filepath.Join(t.TempDir(), "ca")
	if err := os.WriteFile(notPEM, []byte("nothing"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		args []string
		want string
	}{
		{[]string{"--server", "127.0.0.1:1"}, "cannot reach 127.0.0.1:1: connection refused"},
		{[]string{"--token-file", missing}, "missing"},
		{[]string{"--tls-ca", notPEM}, "has no certificate"},
		{[]string{"--tls-ca", notPEM, "--insecure"}, "--insecure is for calls without TLS"},
		{[]string{"--tls-cert", missing}, "--tls-cert and --tls-key"},
	} {
		var stdout, stderr strings.Builder
		if code := run(t.Context(), append([]string{"call", "Describe", "{}"}, tt.args...), strings.NewReader(""), &stdout, &stderr); code != exitFailed ||
			!strings.Contains(stderr.String(), tt.want) {
			t.Errorf("%v: exit code %d: %s", tt.args, code, stderr.String())
		}
	}
}

func TestVersion(t *testing.T) {
	t.Parallel()
	var stdout, stderr strings.Builder
	if code := run(t.Context(), []string{"--version"}, strings.NewReader(""), &stdout, &stderr); code != exitOK || !strings.HasPrefix(stdout.String(), "copydesk ") {
		t.Errorf("exit code %d: %s", code, stdout.String())
	}
}
