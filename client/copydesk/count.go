package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/copydesk/copydesk/internal/clean"
	"github.com/copydesk/copydesk/internal/clean/site"
	"github.com/copydesk/copydesk/internal/files"
)

// count carries out the command of that name.
func (s *session) count(args []string) int {
	files, code, ok := s.readFlags("count", new(settings), args)
	if !ok {
		return code
	}
	if len(files) < 2 {
		return s.usage("count takes files of lines, IN.jsonl ..., and OUT; \"-\" is standard input or output")
	}
	counter := site.NewCounter()
	for _, file := range files[:len(files)-1] {
		some, err := s.countFile(file, counter)
		if err != nil {
			return s.failed(err)
		}
		code = max(code, some)
	}
	if err := s.writeCounts(files[len(files)-1], counter.Bytes()); err != nil {
		return s.failed(err)
	}
	return code
}

// countFile counts the lines of the pages in a file. A bad line is reported and does not count.
func (s *session) countFile(file string, counter *site.Counter) (code int, err error) {
	in := io.NopCloser(s.stdin)
	if file != "-" {
		if in, err = os.Open(file); err != nil {
			return code, err
		}
	}
	defer in.Close() //nolint:errcheck // only read
	err = eachLine(in, func(number int32, l []byte, _ int64) bool {
		doc, err := files.ParseLine(l, files.Columns{})
		var lines site.Lines
		if err == nil {
			lines, err = clean.SiteLines(s.ctx, inputOf(&doc))
		}
		if s.ctx.Err() != nil {
			return false
		}
		if err != nil {
			fmt.Fprintf(s.stderr, "copydesk: line %d: %v\n", number, err)
			code = exitSome
		}
		counter.Add(site.Host(doc.URL), lines)
		return true
	})
	return code, errors.Join(err, s.ctx.Err())
}

// inputOf is a document as package clean takes it.
func inputOf(d *files.Document) clean.Input {
	form := map[files.Form]clean.Form{files.Text: clean.Text, files.HTML: clean.HTML, files.Raw: clean.Raw}[d.Form]
	return clean.Input{Form: form, Content: string(d.Content), MediaType: d.MediaType, URL: d.URL, AlreadyClean: d.AlreadyClean}
}

func (s *session) writeCounts(file string, counts []byte) error {
	if file == "-" {
		_, err := s.stdout.Write(counts)
		return err
	}
	return os.WriteFile(file, counts, 0o644) //nolint:gosec // as other results
}
