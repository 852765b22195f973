// Command copydesk cleans, reads and judges documents from files, standard input or JSON Lines. Without --server it
// runs the service in its own process.
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime"
	"syscall"

	"github.com/copydesk/copydesk/internal/service"
)

// Exit codes.
const (
	exitOK     = 0
	exitSome   = 1 // some documents failed; the others are done
	exitUsage  = 2 // the command line is wrong
	exitFailed = 3 // the service cannot be reached, or files cannot be read or written
)

const help = `copydesk cleans, reads and judges scraped text and HTML.

  copydesk clean   [flags] [FILE ...]       clean text
  copydesk extract [flags] [FILE ...]       who, what, where, when and who said what
  copydesk score   [flags] [FILE ...]       how good it is, and why
  copydesk process [flags] IN.jsonl OUT.jsonl
                                            many documents, one a line; "-" is standard input or output
  copydesk process [flags] IN ... FOLDER    many files of many kinds, into a folder of rows
  copydesk dedup   [flags] FOLDER ... OUT   duplicates and near-duplicates taken out of such a folder
  copydesk cat     FILE|FOLDER ...          rows of such a folder as JSON Lines
  copydesk count   IN.jsonl ... OUT         on how many pages of their hosts lines are, for --site-counts
  copydesk describe                         limits, capabilities, rules, profiles and signals
  copydesk call METHOD [JSON]               one call of a server, as the contract has it
  copydesk version
  copydesk help

Without FILE, standard input is read. "copydesk COMMAND --help" lists a command's flags. Without --server
HOST:PORT the service runs inside the command; "call" calls localhost:50051.

A line of IN.jsonl is {"id","text"|"html"|"raw" (base64),"media_type","url","language","publish_time","scores"}; times are
RFC 3339 or a plain date, other fields are in the line's result as they are, unless a field of the result has their
name. A line of OUT.jsonl is the result for that line, or its error; "sequence" is the line's number. OUT.jsonl is
replaced when all lines are done; until then results are in a file beside it whose name ends in .part, from which
--resume goes on. A clean result has Markdown and metadata, facts have links, beyond what the service returns by
default; --feature asks for more.

Exit codes: 0 all done; 1 some documents failed, the others are done; 2 the command line is wrong; 3 the service
cannot be reached, or a file cannot be read or written.
`

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, func() {
		stop()               // a second signal ends the process at once
		_ = os.Stdin.Close() // wakes a read that waits for input
	})
	code := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// run carries out one command line and returns its exit code.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	if len(args) == 0 {
		fmt.Fprint(stderr, help)
		return exitUsage
	}
	out := &checkedWriter{w: stdout}
	s := &session{ctx: ctx, stdin: stdin, stdout: out, stderr: stderr}
	code := s.command(args) //nolint:contextcheck // the session holds ctx
	if out.err != nil {
		code = s.failed(fmt.Errorf("standard output: %w", out.err))
	}
	return code
}

func (s *session) command(args []string) int {
	switch name := args[0]; name {
	case "clean", "extract", "score":
		return s.documents(name, args[1:])
	case "process":
		return s.process(args[1:])
	case "cat":
		return s.cat(args[1:])
	case "dedup":
		return s.dedup(args[1:])
	case "count":
		return s.count(args[1:])
	case "describe":
		return s.describe(args[1:])
	case "call":
		return s.call(args[1:])
	case "version", "-version", "--version":
		fmt.Fprintln(s.stdout, "copydesk", service.Version(), runtime.Version(), runtime.GOOS+"/"+runtime.GOARCH)
		return exitOK
	case "help", "-h", "--help":
		fmt.Fprint(s.stdout, help)
		return exitOK
	default:
		return s.usage("unknown command %q; copydesk help lists them", name)
	}
}

// session is what every command works with.
type session struct {
	ctx            context.Context //nolint:containedctx // lives as long as the command
	stdin          io.Reader
	stdout, stderr io.Writer
}

func (s *session) usage(format string, args ...any) int {
	fmt.Fprintf(s.stderr, "copydesk: "+format+"\n", args...)
	return exitUsage
}

func (s *session) failed(err error) int {
	fmt.Fprintln(s.stderr, "copydesk:", withHint(err))
	return exitFailed
}
