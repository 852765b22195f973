// Package peers runs the tools that Copydesk is compared with: Python packages in an environment of their own.
package peers

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
)

// Alone says that the peers are left out.
var Alone bool

// ErrNotInstalled says that a peer is not installed; its column is left out.
var ErrNotInstalled = errors.New("not installed: run make eval-peers")

// Installed reports whether the peers are installed and wanted.
func Installed() bool {
	_, err := os.Stat(python)
	return err == nil && !Alone
}

// python is the interpreter of the environment that `make eval-peers` fills from peers/requirements.txt.
const python = ".peers/bin/python"

// Call runs peers/script with request as JSON on its standard input, and reads its answer from the standard
// output. It returns ErrNotInstalled unless Installed.
func Call(script string, request, answer any) error {
	if !Installed() {
		return ErrNotInstalled
	}
	in, err := json.Marshal(request)
	if err != nil {
		return err
	}
	cmd := exec.Command(python, "peers/"+script)
	cmd.Stdin, cmd.Stderr = bytes.NewReader(in), os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return fmt.Errorf("peers/%s: %w", script, err)
	}
	return json.Unmarshal(out, answer)
}
