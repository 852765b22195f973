package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// checkedWriter keeps the first error of writing, so that a command that prints a great deal checks once.
type checkedWriter struct {
	w   io.Writer
	err error
}

func (c *checkedWriter) Write(p []byte) (int, error) {
	n, err := c.w.Write(p)
	if c.err == nil {
		c.err = err
	}
	return n, err
}

// output is where the results of process go. A regular file is replaced when the run is over and was worth it; until then
// results are in a file of their own beside it, so that a run that fails leaves an earlier output, and the input if it is
// the same file, as they are. A pipe, a device and standard output are written directly.
type output struct {
	io.Writer

	file   *os.File // nil for standard output
	target string   // what file replaces; empty where it is written directly
}

// openOutput returns the output called name, "-" and /dev/stdout being standard output. It has to be opened.
func openOutput(name string, stdout io.Writer) *output {
	if name == "-" || isStandardOutput(name) {
		return &output{Writer: stdout}
	}
	if resolved, err := filepath.EvalSymlinks(name); err == nil {
		name = resolved // what a link leads to is replaced, never the link
	}
	return &output{target: name}
}

// begin opens the output, at its end to resume. It returns the last line whose result is in it.
func (o *output) begin(resume bool) (last int32, err error) {
	if resume {
		return o.resume()
	}
	return 0, o.open()
}

// open opens the output from its beginning.
func (o *output) open() error {
	if o.target == "" {
		return nil
	}
	mode := os.FileMode(0o666)
	if info, err := os.Stat(o.target); err == nil {
		if !info.Mode().IsRegular() {
			f, err := os.OpenFile(o.target, os.O_WRONLY, 0)
			o.Writer, o.file, o.target = f, f, ""
			return err
		}
		mode = info.Mode().Perm()
	}
	part := fmt.Sprintf("%s.%08x.part", o.target, rand.Uint32()) //nolint:gosec // two runs must not share it; nobody has to guess it
	return o.openPart(part, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
}

func (o *output) openPart(part string, flags int, mode os.FileMode) error {
	f, err := os.OpenFile(part, flags, mode)
	if err != nil {
		return err
	}
	o.Writer, o.file = f, f
	return f.Chmod(mode &^ umaskOf(f, mode))
}

// resume opens what an earlier run left behind and returns the last line whose result is in it.
func (o *output) resume() (last int32, err error) {
	if o.target == "" {
		return 0, errors.New("--resume needs a file to write to")
	}
	mode := os.FileMode(0o666)
	if info, err := os.Stat(o.target); err == nil {
		if !info.Mode().IsRegular() {
			return 0, errors.New("--resume needs a file to write to")
		}
		mode = info.Mode().Perm()
	}
	if err := o.openPart(o.target+".part", os.O_RDWR|os.O_CREATE, mode); err != nil {
		return 0, err
	}
	if err := lock(o.file); err != nil {
		return 0, fmt.Errorf("%s: another run is writing to it", o.file.Name())
	}
	end := int64(0)
	in := bufio.NewReaderSize(o.file, 1<<20)
	for {
		l, err := in.ReadBytes('\n')
		if errors.Is(err, io.EOF) {
			break // the last line may have been cut off: it is done again
		}
		if err != nil {
			return 0, err
		}
		var r struct {
			Sequence int32 `json:"sequence"`
		}
		if json.Unmarshal(l, &r) != nil || r.Sequence <= last {
			return 0, fmt.Errorf("%s is not what an earlier run left: remove it", o.file.Name())
		}
		last, end = r.Sequence, end+int64(len(l))
	}
	if err := o.file.Truncate(end); err != nil {
		return 0, err
	}
	_, err = o.file.Seek(end, io.SeekStart)
	return last, err
}

// umaskOf is what the process's mask takes from new files; nothing is taken from the mode of a file that is replaced.
func umaskOf(f *os.File, mode os.FileMode) os.FileMode {
	if info, err := f.Stat(); err == nil && mode == 0o666 {
		return mode &^ info.Mode().Perm()
	}
	return 0
}

// isStandardOutput recognises the names of standard output. Opening them anew would truncate a file that it is redirected to.
func isStandardOutput(name string) bool {
	switch filepath.Clean(name) {
	case "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1":
		return true
	}
	return false
}

// close ends writing and, if the run was worth it, puts the results in place. It returns where the results are if they are not.
func (o *output) close(worth bool) (left string, err error) {
	if o.file == nil {
		return "", nil
	}
	if err := o.file.Close(); err != nil || o.target == "" {
		return "", err
	}
	if !worth {
		return o.file.Name(), nil
	}
	return "", os.Rename(o.file.Name(), o.target)
}

// flushingWriter is buffered, and flushed now and then, so that a slow input does not hold back what is done.
type flushingWriter struct {
	mu sync.Mutex
	b  *bufio.Writer
}

const flushEvery = 200 * time.Millisecond

func newFlushingWriter(ctx context.Context, w io.Writer) *flushingWriter {
	f := &flushingWriter{b: bufio.NewWriterSize(w, 1<<20)}
	go func() {
		tick := time.NewTicker(flushEvery)
		defer tick.Stop()
		for {
			select {
			case <-tick.C:
				_ = f.Flush() // an error stays with the buffer
			case <-ctx.Done():
				return
			}
		}
	}()
	return f
}

func (f *flushingWriter) Write(p []byte) (int, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.b.Write(p)
}

// Flush writes what is buffered.
func (f *flushingWriter) Flush() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.b.Flush()
}

// withFiles opens both files, calls f, and makes sure that what f wrote has been taken. done is the last line whose result an earlier
// run has written. f returns its exit code and whether the output is worth having.
func (s *session) withFiles(inName, outName string, resume bool, f func(in io.Reader, out io.Writer, done int32) (int, bool)) int {
	in := s.stdin
	if inName != "-" {
		file, err := os.Open(inName)
		if err != nil {
			return s.failed(err)
		}
		defer file.Close() //nolint:errcheck // only read
		in = file
	}
	out := openOutput(outName, s.stdout)
	done, err := out.begin(resume)
	if err != nil {
		return s.failed(err)
	}
	ctx, cancel := context.WithCancel(s.ctx)
	defer cancel()
	buffered := newFlushingWriter(ctx, out)
	code, worth := f(in, buffered, done)
	err = buffered.Flush()
	left, closeErr := out.close(worth && err == nil && code <= exitSome)
	if err := errors.Join(err, closeErr); err != nil {
		code = s.failed(err)
	}
	if left != "" {
		fmt.Fprintf(s.stderr, "copydesk: the results are in %s; %s is as it was\n", left, outName)
	}
	return code
}
