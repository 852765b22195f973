package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
)

// python is the interpreter of the throw-away environment that `make eval-peers` fills from peers/requirements.txt.
const python = ".peers/bin/python"

// callPeer runs peers/script with request as JSON on its standard input, and reads its answer from the standard
// output. It returns errNoPeer if the environment is not there.
func callPeer(script string, request, answer any) error {
	if _, err := os.Stat(python); err != nil || alone {
		return errNoPeer
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
