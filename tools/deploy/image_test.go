package deploy

import (
	"bytes"
	"debug/elf"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/moby/buildkit/frontend/dockerfile/instructions"
	"github.com/moby/buildkit/frontend/dockerfile/linter"
	"github.com/moby/buildkit/frontend/dockerfile/parser"
)

// TestDockerfile reads the Dockerfile as BuildKit does, with its linter: no engine is there to build it. What it builds, the other
// tests of this file do.
func TestDockerfile(t *testing.T) {
	content := read(t, "Dockerfile")
	file, err := parser.Parse(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range file.Warnings {
		t.Error(w)
	}
	lint := linter.New(&linter.Config{Warn: func(rule, _, _, message string, _ []parser.Range) { t.Errorf("%s: %s", rule, message) }})
	stages, _, err := instructions.Parse(file.AST, lint)
	if err != nil {
		t.Fatal(err)
	}
	toolchain := "golang:" + strings.TrimPrefix(directive(t, "../go.mod", "toolchain"), "go")
	if stages[0].BaseName != toolchain {
		t.Errorf("the image is built with %s, go.mod's toolchain is %s", stages[0].BaseName, toolchain)
	}
	last := stages[len(stages)-1]
	user := ""
	for _, c := range last.Commands {
		if u, ok := c.(*instructions.UserCommand); ok {
			user = u.User
		}
	}
	if last.BaseName != "scratch" || user == "" || strings.HasPrefix(user, "0") || strings.HasPrefix(user, "root") {
		t.Errorf("the image is %s for the user %q", last.BaseName, user)
	}
	if !bytes.Contains(content, []byte("RUN make binary ")) {
		t.Error("the image is not built by the target that these tests run")
	}
}

func directive(t *testing.T, path, name string) string {
	t.Helper()
	for line := range strings.Lines(string(read(t, path))) {
		if value, ok := strings.CutPrefix(line, name+" "); ok {
			return strings.TrimSpace(value)
		}
	}
	t.Fatalf("%s has no %s", path, name)
	return ""
}

// TestBinary holds that the server needs nothing of an image, and that a build in another folder gives the same bytes.
func TestBinary(t *testing.T) {
	path := server(t)
	f, err := elf.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for _, p := range f.Progs {
		if p.Type == elf.PT_INTERP {
			t.Error("the server is not static")
		}
	}
	out, err := exec.Command(path, "--version").Output()
	if err != nil || !strings.HasPrefix(string(out), "copydesk v0.0.0-test ") {
		t.Errorf("%q, %v", out, err)
	}
	again := filepath.Join(t.TempDir(), "another-folder")
	if err := makeBinary(again, filepath.Join(again, "out", "copydesk-server")); err != nil {
		t.Fatal(err)
	}
	first, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if second := read(t, filepath.Join(again, "out", "copydesk-server")); !bytes.Equal(first, second) {
		t.Error("two builds differ")
	}
	if wd, err := filepath.Abs(".."); err == nil && bytes.Contains(first, []byte(wd)) {
		t.Error("the server names the folder that it was built in")
	}
}
