package main

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
)

// hostileLimit is how long the runs of one hostile page may take before they are given up.
const hostileLimit = 60 * time.Second

// hostileCommand is the argument by which a process of its own is told to take one hostile page: only so can its peak of
// memory be told, and a page that overflows the stack or takes for ever is one line of the table.
const hostileCommand = "hostile-page"

// hostileResult is what became of one page.
type hostileResult struct {
	Bytes   int
	Seconds float64 // of processor time, of the quickest run

	// Growth is the time per byte as a multiple of that of a quarter of the page: 1 is linear, 4 is quadratic.
	Growth float64

	// Text is how many bytes of text came out.
	Text int

	// Err is the error that Clean gave, if any.
	Err string

	peak  int64  // of memory, in bytes, the page included
	ended string // why there is no result, if there is none
}

// hostilePageTimes prints the processor time per byte of pages made to be slow, as a multiple of that of an ordinary page and of that
// of a quarter of the page, and the peak of memory.
func hostilePageTimes() error {
	fmt.Printf("%-46s %8s %8s %9s %7s %7s %8s %9s\n", "time and memory", "MB", "ms", "ns/byte", "x page", "growth", "peak MB", "text")
	var plain, slowest, steepest float64
	ended := 0
	for _, h := range hostilePages() {
		r, err := takeAlone(h.name)
		if err != nil {
			return err
		}
		if r.ended != "" {
			ended++
			fmt.Printf("%-46s %s\n", h.name, r.ended)
			continue
		}
		if plain == 0 {
			plain = r.perByte()
		}
		slowest, steepest = max(slowest, r.perByte()/plain), max(steepest, r.Growth)
		fmt.Printf("%-46s %8.2f %8.1f %9.1f %7.2f %7.2f %8.0f %9d %s\n", h.name, float64(r.Bytes)/1e6, 1000*r.Seconds, r.perByte(),
			r.perByte()/plain, r.Growth, float64(r.peak)/1e6, r.Text, r.Err)
	}
	fmt.Printf("worst: %.1f times the time of an ordinary page, growth %.2f; %d pages without a result\n", slowest, steepest, ended)
	return nil
}

// takeAlone takes one page in a process of its own.
func takeAlone(name string) (hostileResult, error) {
	var r hostileResult
	self, err := os.Executable()
	if err != nil {
		return r, err
	}
	ctx, cancel := context.WithTimeout(context.Background(), hostileLimit)
	defer cancel()
	cmd := exec.CommandContext(ctx, self, hostileCommand, name)
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
		r.ended = "DIED: " + exit.String() + ": " + firstLine(string(exit.Stderr))
		return r, nil
	}
	if err != nil {
		return r, err
	}
	return r, json.Unmarshal(out, &r)
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}

// hostilePageAlone takes the page of this name and writes what became of it to the standard output.
func hostilePageAlone(name string) error {
	for _, h := range hostilePages() {
		if h.name == name {
			quarter, r := h.take(4), h.take(1)
			r.Growth = r.perByte() / quarter.perByte()
			return json.NewEncoder(os.Stdout).Encode(r)
		}
	}
	return fmt.Errorf("there is no hostile page %q", name)
}

// take runs Clean on the page, or a part of it.
func (h hostilePage) take(part int) hostileResult {
	content := h.build(part)
	p := page{url: "https://example.org/a", utf8: !h.raw}
	r := hostileResult{Bytes: len(content)}
	r.Seconds = quickest(500*time.Millisecond, func() {
		d, err := pageWithMetadata(p, content)
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
