package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"syscall"
	"time"
)

// hostileLimit is how long one hostile page may take before it is given up.
const hostileLimit = 60 * time.Second

// hostileCommand is the argument by which a process of its own is told to take one hostile page: only so can its peak of
// memory be told, and a page that overflows the stack or takes for ever is one line of the table.
const hostileCommand = "hostile-page"

// hostileResult is what became of one page.
type hostileResult struct {
	Bytes   int
	Seconds float64 // of the quickest run

	// Text is how many bytes of text came out.
	Text int

	// Err is the error that Clean gave, if any.
	Err string

	peak  int64  // of memory, in bytes, the page included
	ended string // why there is no result, if there is none
}

// hostilePageTimes prints the time per byte of pages made to be slow, as a multiple of that of an ordinary page, and the
// peak of memory.
func hostilePageTimes() error {
	pages := hostilePages()
	fmt.Printf("%-44s %8s %8s %9s %7s %9s %8s\n", "time and memory", "MB", "ms", "ns/byte", "x page", "peak MB", "text")
	plain, worst := 0.0, 0.0
	for _, h := range pages {
		r, err := takeAlone(h.name)
		if err != nil {
			return err
		}
		if r.ended != "" {
			fmt.Printf("%-44s %s\n", h.name, r.ended)
			continue
		}
		perByte := 1e9 * r.Seconds / float64(r.Bytes)
		if plain == 0 {
			plain = perByte
		}
		worst = max(worst, perByte/plain)
		fmt.Printf("%-44s %8.2f %8.1f %9.1f %7.2f %9.0f %8d %s\n", h.name, float64(r.Bytes)/1e6, 1000*r.Seconds, perByte,
			perByte/plain, float64(r.peak)/1e6, r.Text, r.Err)
	}
	fmt.Printf("worst: %.2f times an ordinary page\n", worst)
	return nil
}

// takeAlone takes one page in a process of its own.
func takeAlone(name string) (hostileResult, error) {
	var r hostileResult
	self, err := os.Executable()
	if err != nil {
		return r, err
	}
	ctx, cancel := context.WithTimeout(context.Background(), 2*hostileLimit)
	defer cancel()
	cmd := exec.CommandContext(ctx, self, hostileCommand, name)
	cmd.Env = append(os.Environ(), "GOMAXPROCS=1")
	out, err := cmd.Output()
	if usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		r.peak = usage.Maxrss << 10
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
		if h.name != name {
			continue
		}
		content := h.build()
		runtime.GC()
		p := page{url: "https://example.org/a", utf8: !h.raw}
		r := hostileResult{Bytes: len(content)}
		best := time.Duration(1 << 62)
		for spent := time.Duration(0); spent < 500*time.Millisecond; {
			start := time.Now()
			d, err := pageWithMetadata(p, content)
			took := time.Since(start)
			best, spent = min(best, took), spent+took
			if err != nil {
				r.Err = err.Error()
			} else {
				r.Text = len(d.Clean)
			}
		}
		r.Seconds = best.Seconds()
		return json.NewEncoder(os.Stdout).Encode(r)
	}
	return fmt.Errorf("there is no hostile page %q", name)
}
