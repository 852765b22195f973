package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"sync"

	"google.golang.org/protobuf/encoding/protojson"

	"github.com/copydesk/copydesk/client"
	"github.com/copydesk/copydesk/client/copydesk/corpus"
	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
	"github.com/copydesk/copydesk/internal/files"
)

// batch is one run of process: results of the service and of bad lines come together in the order of the lines.
type batch struct {
	s      *session
	out    io.Writer
	fields fieldTree
	filter *verdictFilter
	skip   int32 // lines that an earlier run has done
	bar    bar

	read error // why reading ended early

	mu      sync.Mutex // of what follows, and of stderr: both sides of the stream report
	room    *sync.Cond
	pending []inputLine // read and not written, in order
	ended   bool        // nobody writes any more
	wrote   error       // the first error of writing
	counts  counts
}

type counts struct{ done, failed, left int }

// inputLine is what is kept of a line until its result is written.
type inputLine struct {
	number int32
	end    int64  // where it ends in the input
	other  []byte // fields that are passed through
	bad    *copydeskv1.ProcessResult
}

// maxPending bounds the bad lines that wait for the result of a good one before them.
const maxPending = 4096

// stream returns its exit code, and whether anything came of the lines: a run in which each failed leaves an earlier output.
func (s *session) stream(c *client.Client, o *copydeskv1.ProcessOptions, in io.Reader, b *batch) (int, bool) {
	b.room = sync.NewCond(&b.mu)
	b.bar = newBar(s.stderr, in)
	if err := b.run(c, o, in); err != nil {
		return s.failedStream(err), false
	}
	if b.read != nil {
		return s.failed(b.read), false
	}
	b.bar.show(b.counts, true)
	if b.counts.failed > 0 {
		return exitSome, b.skip > 0 || b.counts.done > b.counts.failed
	}
	return exitOK, true
}

func (b *batch) run(c *client.Client, o *copydeskv1.ProcessOptions, in io.Reader) error {
	defer context.AfterFunc(b.s.ctx, b.end)()
	defer b.end()
	for r, err := range c.Stream(b.s.ctx, o, b.items(in)) {
		if err == nil {
			err = b.write(r)
		}
		if err != nil {
			b.end() // or reading would wait for ever
			return err
		}
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.wrote
}

// end lets reading go on that waits for writing.
func (b *batch) end() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.ended = true
	b.room.Broadcast()
}

// failedStream reports an error that ended everything; a wrong option is a matter of the command line.
func (s *session) failedStream(err error) int {
	s.failed(err)
	if exitOf(err) == exitUsage {
		return exitUsage
	}
	return exitFailed
}

// items yields the lines as documents, numbered as the lines are, and keeps of each what is needed for writing.
func (b *batch) items(in io.Reader) func(func(client.Item) bool) {
	return func(yield func(client.Item) bool) {
		b.read = eachLine(in, func(number int32, l []byte, end int64) bool {
			if number <= b.skip {
				b.bar.start(end)
				return true
			}
			doc, err := files.ParseLine(l, files.Columns{})
			line := inputLine{number: number, end: end, other: doc.Other}
			if err != nil {
				line.bad = badLine(doc.ID, number, err)
			}
			if !b.keep(line) {
				return false
			}
			return err != nil || yield(client.Item{Sequence: number, Document: corpus.Document(&doc)})
		})
	}
}

// keep notes a line as read, and writes it if it is bad and nothing before it is missing. It reports whether to go on.
func (b *batch) keep(line inputLine) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.pending = append(b.pending, line)
	b.writeBad()
	for len(b.pending) > maxPending && !b.ended {
		b.room.Wait()
	}
	return !b.ended && b.wrote == nil
}

// write writes a result, and the bad lines before and after it.
func (b *batch) write(r *copydeskv1.ProcessResult) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.writeBad()
	if len(b.pending) > 0 && b.pending[0].number == r.GetSequence() && b.wrote == nil {
		b.wrote = b.print(r, b.pending[0])
		b.pending = b.pending[1:]
	}
	b.writeBad()
	b.room.Broadcast()
	b.bar.show(b.counts, false)
	return b.wrote
}

// writeBad writes the bad lines that are next. b.mu is held.
func (b *batch) writeBad() {
	for len(b.pending) > 0 && b.pending[0].bad != nil && b.wrote == nil {
		b.wrote = b.print(b.pending[0].bad, b.pending[0])
		b.pending = b.pending[1:]
	}
}

// print writes one line of output. b.mu is held.
func (b *batch) print(r *copydeskv1.ProcessResult, line inputLine) error {
	b.counts.done++
	b.bar.at = line.end
	if r.HasError() {
		b.counts.failed++
		b.bar.clear()
		fmt.Fprintf(b.s.stderr, "copydesk: line %d: %s\n", r.GetSequence(), r.GetError().GetMessage())
	}
	if !b.filter.passes(r) {
		b.counts.left++
		return nil
	}
	b.fields.prune(r.ProtoReflect())
	text, err := protojson.Marshal(r)
	if err != nil {
		return err
	}
	var out bytes.Buffer
	if err := json.Compact(&out, text); err != nil {
		return err
	}
	if len(line.other) > 0 {
		out.Truncate(out.Len() - 1)
		out.WriteByte(',') // a result always has its sequence before it
		out.Write(line.other)
		out.WriteByte('}')
	}
	out.WriteByte('\n')
	_, err = b.out.Write(out.Bytes())
	return err
}
