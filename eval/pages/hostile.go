package pages

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"time"

	"github.com/copydesk/copydesk/eval/timing"
	"github.com/copydesk/copydesk/internal/clean"
	"github.com/copydesk/copydesk/internal/hostile"
)

const (
	// hostileLimit is how long the runs with one hostile document may take before they are stopped.
	hostileLimit = 60 * time.Second

	// hostileSize is the size of each document, in bytes. Growth is measured from a quarter of it.
	hostileSize = 4 << 20
)

// The bounds within which every hostile document must stay. Time is processor time on one core.
const (
	maxGrowth = 1.75             // of the time per byte from a quarter of the document: 1 is linear, 4 is quadratic
	maxPeak   = 30*hostileSize + // of memory, of the whole process
		64<<20 // the program and its embedded models, and the 32 MB that any document may take
)

// HostileCommand is the argument that makes a process work on one hostile document: only so can its peak of memory be
// measured, and a document that overflows the stack or never ends is one line of the table.
const HostileCommand = "hostile-document"

// hostileResult is what came of one document.
type hostileResult struct {
	Bytes   int
	Seconds float64 // of processor time, of the quickest run

	// Growth is the time per byte as a multiple of that of a quarter of the document.
	Growth float64

	// Text is how many bytes of text came out.
	Text int

	// Err is the error that Clean gave, if any.
	Err string

	peak  int64  // of memory, in bytes, the document included
	ended string // why there is no result, if there is none
}

// Hostile prints the processor time per byte of Clean on hostile documents, as a multiple of that of an ordinary one and of
// that of a quarter of the document, and the peak of memory. It fails if a document exceeds a bound.
func Hostile() error {
	fmt.Printf("%-46s %8s %8s %9s %7s %7s %8s %9s\n", "time and memory", "MB", "ms", "ns/byte", "x plain", "growth", "peak MB", "text")
	ordinary := map[bool]float64{} // by whether it is a text
	var outside []string
	for _, d := range hostile.Documents() {
		r, err := takeAlone(d.Name)
		if err != nil {
			return err
		}
		if r.ended != "" {
			fmt.Printf("%-46s %s\n", d.Name, r.ended)
			outside = append(outside, d.Name+" "+r.ended)
			continue
		}
		isText := d.Form == hostile.Text
		if ordinary[isText] == 0 {
			ordinary[isText] = r.perByte()
		}
		fmt.Printf("%-46s %8.2f %8.1f %9.1f %7.2f %7.2f %8.0f %9d %s\n", d.Name, float64(r.Bytes)/1e6, 1000*r.Seconds, r.perByte(),
			r.perByte()/ordinary[isText], r.Growth, float64(r.peak)/1e6, r.Text, r.Err)
		if r.Growth > maxGrowth {
			outside = append(outside, fmt.Sprintf("%s: growth %.2f", d.Name, r.Growth))
		}
		if r.peak > maxPeak {
			outside = append(outside, fmt.Sprintf("%s: %d MB", d.Name, r.peak/1e6))
		}
	}
	fmt.Printf("bounds: growth %.2f, %d MB\n", maxGrowth, maxPeak/1_000_000)
	if len(outside) > 0 {
		return fmt.Errorf("%d hostile documents are outside the bounds: %s", len(outside), strings.Join(outside, "; "))
	}
	return nil
}

// takeAlone works on one document in a process of its own.
func takeAlone(name string) (hostileResult, error) {
	var r hostileResult
	self, err := os.Executable()
	if err != nil {
		return r, err
	}
	ctx, cancel := context.WithTimeout(context.Background(), hostileLimit)
	defer cancel()
	cmd := exec.CommandContext(ctx, self, HostileCommand, name)
	cmd.Env = append(os.Environ(), "GOMAXPROCS=1")
	out, err := cmd.Output()
	if usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		r.peak = usage.Maxrss << 10
	}
	if ctx.Err() != nil {
		r.ended = fmt.Sprintf("NO END after %v", hostileLimit)
		return r, nil
	}
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
		line, _, _ := strings.Cut(string(exit.Stderr), "\n")
		r.ended = "DIED: " + exit.String() + ": " + line
		return r, nil
	}
	if err != nil {
		return r, err
	}
	return r, json.Unmarshal(out, &r)
}

// HostileAlone works on the document of this name and writes what came of it to the standard output.
func HostileAlone(name string) error {
	d, ok := hostile.Named(name)
	if !ok {
		return fmt.Errorf("there is no hostile document %q", name)
	}
	rules, err := clean.NewRuleSet(false, nil, nil)
	if err != nil {
		return err
	}
	o := clean.Options{Rules: rules}
	quarter, r := takeHostile(d, o, hostileSize/4), takeHostile(d, o, hostileSize)
	// A second look at what seems to grow: a disturbance makes a run slower, never faster.
	for n := 0; n < 3 && r.perByte() > maxGrowth*quarter.perByte(); n++ {
		quarter.Seconds = min(quarter.Seconds, takeHostile(d, o, hostileSize/4).Seconds)
		r.Seconds = min(r.Seconds, takeHostile(d, o, hostileSize).Seconds)
	}
	r.Growth = r.perByte() / quarter.perByte()
	return json.NewEncoder(os.Stdout).Encode(r)
}

// takeHostile runs Clean on a document of the size.
func takeHostile(d hostile.Document, o clean.Options, size int) hostileResult {
	form := map[hostile.Form]clean.Form{hostile.Text: clean.Text, hostile.Page: clean.HTML, hostile.RawPage: clean.Raw}[d.Form]
	in := clean.Input{Form: form, Content: d.Build(size), URL: "https://example.org/a"}
	if d.Form == hostile.RawPage {
		in.MediaType = "text/html"
	}
	r := hostileResult{Bytes: len(in.Content)}
	r.Seconds = timing.Quickest(200*time.Millisecond, func() {
		d, err := clean.Run(context.Background(), in, o)
		if err != nil {
			r.Err = err.Error()
			return
		}
		r.Text = len(d.Clean)
	}).Seconds()
	return r
}

// perByte returns the nanoseconds a byte.
func (r hostileResult) perByte() float64 { return 1e9 * r.Seconds / float64(r.Bytes) }
