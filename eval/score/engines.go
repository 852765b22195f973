package score

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/copydesk/copydesk/eval/data"
	"github.com/copydesk/copydesk/eval/peers"
)

// Engines compares what the same work costs in processor time, from a file of lines to files of rows: the command line, the rows of the
// Python package, on which Spark and datatrove stand, and datatrove's local executor with its own filters.
func Engines() error {
	dir, err := os.MkdirTemp("", "copydesk-engines-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir) //nolint:errcheck // the end of a measurement
	lines := filepath.Join(dir, "in", "in.jsonl")
	n, err := writeArticles(lines)
	if err != nil {
		return err
	}
	c, err := buildCommand(dir)
	if err != nil {
		return err
	}
	if _, err := c.run("process", lines, filepath.Join(dir, "all")); err != nil {
		return err
	}
	all := c.cpu.Seconds()
	python, err := pythonRows(dir, lines)
	if err != nil {
		return err
	}
	fmt.Printf("%d articles, all operations, processor s: command %.1f, Python's rows with their server %.1f: %.2fx (the aim: at most 1.3)\n",
		n, all, python, python/all)
	if !peers.Installed() {
		fmt.Println("datatrove's local executor:", peers.ErrNotInstalled)
		return nil
	}
	c.cpu = 0
	out := filepath.Join(dir, "filtered")
	if _, err := c.run("process", lines, out, "--score", "--no-cleaning", "--profile", "fineweb", "--filter", "fineweb"); err != nil {
		return err
	}
	ours := c.cpu.Seconds()
	kept, err := c.run("cat", filepath.Join(out, "kept"))
	if err != nil {
		return err
	}
	var theirs struct {
		Version string  `json:"version"`
		Kept    int     `json:"kept"`
		CPU     float64 `json:"cpu"`
	}
	if err := peers.Call("filters_datatrove.py", map[string]string{"folder": filepath.Join(dir, "in"), "work": dir}, &theirs); err != nil {
		return err
	}
	fmt.Printf("FineWeb's filters, and fingerprints in ours, processor s: command %.1f (%d kept), datatrove %s %.1f (%d kept): %.1fx (the aim: at least 20)\n",
		ours, strings.Count(string(kept), "\n"), theirs.Version, theirs.CPU, theirs.Kept, theirs.CPU/ours)
	return nil
}

// writeArticles writes articles as lines, and returns how many.
func writeArticles(name string) (int, error) {
	articles, err := data.ReadJSONL[struct{ ID, Text string }]("news/news-train.jsonl.xz")
	if err != nil {
		return 0, err
	}
	var out strings.Builder
	n := 0
	for _, a := range articles {
		if !Long && data.Hash(a.ID)%20 != 0 {
			continue
		}
		line, err := json.Marshal(map[string]string{"id": fmt.Sprint(n), "text": a.Text})
		if err != nil {
			return 0, err
		}
		out.Write(append(line, '\n'))
		n++
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		return 0, err
	}
	return n, os.WriteFile(name, []byte(out.String()), 0o600)
}

// pythonRows makes rows of all lines with the Python package, and returns the seconds of processor time that it and its server took.
func pythonRows(dir, lines string) (float64, error) {
	server := filepath.Join(dir, "copydesk-server")
	if out, err := exec.Command("go", "-C", "..", "build", "-o", server, "./server").CombinedOutput(); err != nil { //nolint:gosec // a name of its own
		return 0, fmt.Errorf("%w: %s", err, out)
	}
	script, err := filepath.Abs("score/rows.py")
	if err != nil {
		return 0, err
	}
	cmd := exec.Command("../.ci/python-venv", script, lines, filepath.Join(dir, "rows.parquet")) //nolint:gosec // the project's own
	cmd.Env = append(os.Environ(), "PYTHONPATH=src", "COPYDESK_SERVER_BINARY="+server)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return 0, err
	}
	var seconds float64
	return seconds, json.Unmarshal(out, &seconds)
}
