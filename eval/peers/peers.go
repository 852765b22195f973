// Package peers runs the tools that Copydesk is compared with: Python packages in an environment of their own, and programs beside
// them.
package peers

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// Dir is the environment that `make eval-peers` fills: bin/python has the packages of peers/requirements.txt, and programs lie beside it.
var Dir = ".peers"

// Alone says that the peers are left out.
var Alone bool

// ErrNotInstalled says that a peer is not installed; its column is left out.
var ErrNotInstalled = errors.New("not installed: run make eval-peers")

// Installed reports whether the Python peers are installed and wanted.
func Installed() bool { return installed("python") }

func installed(program string) bool {
	_, err := os.Stat(inDir(program))
	return err == nil && !Alone
}

func inDir(program string) string { return filepath.Join(Dir, "bin", program) }

// Call runs peers/script with request as JSON on its standard input, and reads its answer from the standard
// output. It returns ErrNotInstalled unless Installed.
func Call(script string, request, answer any) error {
	return call("python", []string{"peers/" + script}, request, answer)
}

// Run does the same with a program of Dir. It returns ErrNotInstalled if that is not there.
func Run(program string, request, answer any) error { return call(program, nil, request, answer) }

func call(program string, args []string, request, answer any) error {
	if !installed(program) {
		return ErrNotInstalled
	}
	in, err := json.Marshal(request)
	if err != nil {
		return err
	}
	cmd := exec.Command(inDir(program), args...)
	cmd.Stdin, cmd.Stderr = bytes.NewReader(in), os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return fmt.Errorf("%s %v: %w", program, args, err)
	}
	return json.Unmarshal(out, answer)
}
