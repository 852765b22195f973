package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"golang.org/x/term"

	"github.com/copydesk/copydesk/client"
	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
)

// process carries out the command of that name.
func (s *session) process(args []string) int {
	var set settings
	fs := flag.NewFlagSet("copydesk process", flag.ContinueOnError)
	fs.SetOutput(s.stderr)
	set.common(fs)
	fs.BoolVar(&set.clean, "clean", false, "clean; without --clean, --extract and --score all three")
	fs.BoolVar(&set.extract, "extract", false, "extract facts")
	fs.BoolVar(&set.score, "score", false, "judge")
	files, err := parse(fs, args)
	if errors.Is(err, flag.ErrHelp) {
		return exitOK
	}
	if err != nil {
		return exitUsage
	}
	if len(files) != 2 {
		return s.usage("process takes two files, IN.jsonl and OUT.jsonl; \"-\" is standard input or output")
	}
	options, err := set.processOptions()
	if err != nil {
		return s.usage("%v", err)
	}
	return s.withFiles(files[0], files[1], func(in io.Reader, out io.Writer) (int, bool) {
		c, end, err := connect(set.target)
		if err != nil {
			return s.failed(err), false
		}
		defer end()
		return s.stream(c, options, in, out)
	})
}

// processOptions asks for what the flags say. Beyond the service's own defaults a batch has Markdown and links.
func (set *settings) processOptions() (*copydeskv1.ProcessOptions, error) {
	how, err := set.cleaning()
	if err != nil {
		return nil, err
	}
	all := !set.clean && !set.extract && !set.score
	set.clean, set.extract, set.score = set.clean || all, set.extract || all, set.score || all
	if err := set.checkFeatures(set.clean, set.extract, set.score); err != nil {
		return nil, err
	}
	o := copydeskv1.ProcessOptions_builder{Cleaning: how}
	if set.clean {
		o.Clean = set.cleanOptions(true)
	}
	if set.extract {
		o.Extract = set.extractOptions()
	}
	if set.score {
		o.Score = set.scoreOptions()
	}
	return o.Build(), nil
}

// batch is one run of process: results of the service and of bad lines come together in the order of the lines.
type batch struct {
	s      *session
	out    io.Writer
	mu     sync.Mutex                  // of bad and of stderr, on which both sides of the stream report
	bad    []*copydeskv1.ProcessResult // not written yet, in order
	failed int
	done   int
	read   error // why reading ended early
	shown  time.Time
}

// stream returns its exit code, and whether anything came of the lines: a run in which each failed leaves an earlier output.
func (s *session) stream(c *client.Client, o *copydeskv1.ProcessOptions, in io.Reader, out io.Writer) (int, bool) {
	b := &batch{s: s, out: out}
	for r, err := range c.Stream(s.ctx, o, b.items(in)) {
		if err == nil {
			err = b.write(r)
		}
		if err != nil {
			return s.failedStream(err), false
		}
		b.progress(false)
	}
	if err := b.writeBad(0); err != nil {
		return s.failed(err), false
	}
	b.progress(true)
	switch {
	case b.read != nil:
		return s.failed(b.read), false
	case b.failed > 0:
		return exitSome, b.done > b.failed
	default:
		return exitOK, true
	}
}

// failedStream reports an error that ended everything; a wrong option is a matter of the command line.
func (s *session) failedStream(err error) int {
	s.failed(err)
	if exitOf(err) == exitUsage {
		return exitUsage
	}
	return exitFailed
}

// items yields the lines as documents, numbered as the lines are, and keeps bad ones for writing.
func (b *batch) items(in io.Reader) func(func(client.Item) bool) {
	return func(yield func(client.Item) bool) {
		b.read = eachLine(in, func(number int32, l []byte) bool {
			doc, err := parseLine(l)
			if err == nil {
				return yield(client.Item{Sequence: number, Document: doc})
			}
			b.mu.Lock()
			defer b.mu.Unlock()
			fmt.Fprintf(b.s.stderr, "copydesk: line %d: %v\n", number, err)
			b.bad = append(b.bad, badLine(doc.GetId(), number, err))
			return true
		})
	}
}

// write writes a result, after the bad lines before it.
func (b *batch) write(r *copydeskv1.ProcessResult) error {
	if err := b.writeBad(r.GetSequence()); err != nil {
		return err
	}
	if r.GetError() != nil {
		b.failed++
		b.mu.Lock()
		fmt.Fprintf(b.s.stderr, "copydesk: line %d: %s\n", r.GetSequence(), r.GetError().GetMessage())
		b.mu.Unlock()
	}
	b.done++
	return printJSON(b.out, r, false)
}

// writeBad writes the bad lines before a line, or all of them for 0.
func (b *batch) writeBad(before int32) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	for len(b.bad) > 0 && (before == 0 || b.bad[0].GetSequence() < before) {
		if err := printJSON(b.out, b.bad[0], false); err != nil {
			return err
		}
		b.failed++
		b.done++
		b.bad = b.bad[1:]
	}
	return nil
}

// progress shows how far it is, on a terminal only and not more often than the eye can follow.
func (b *batch) progress(last bool) {
	file, ok := b.s.stderr.(*os.File)
	if !ok || !term.IsTerminal(int(file.Fd())) || !last && time.Since(b.shown) < 100*time.Millisecond {
		return
	}
	b.shown = time.Now()
	fmt.Fprintf(file, "\r%d documents, %d failed", b.done, b.failed)
	if last {
		fmt.Fprintln(file)
	}
}
