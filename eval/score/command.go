package score

import (
	"bytes"
	"fmt"
	"os/exec"
	"path/filepath"
	"time"
)

// command is the command line as users have it.
type command struct {
	program string
	cpu     time.Duration // that its runs took so far
}

// buildCommand builds it in a folder.
func buildCommand(dir string) (*command, error) {
	c := &command{program: filepath.Join(dir, "copydesk")}
	out, err := exec.Command("go", "-C", "..", "build", "-o", c.program, "./client/copydesk").CombinedOutput() //nolint:gosec // a name of its own
	if err != nil {
		return nil, fmt.Errorf("%w: %s", err, out)
	}
	return c, nil
}

// run returns what the command prints.
func (c *command) run(args ...string) ([]byte, error) {
	cmd := exec.Command(c.program, args...) //nolint:gosec // built above
	var errs bytes.Buffer
	cmd.Stderr = &errs
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("%s: %w: %s", args[0], err, errs.String())
	}
	c.cpu += cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	return out, nil
}
