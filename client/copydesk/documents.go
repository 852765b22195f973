package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"unicode/utf8"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/proto"

	"github.com/copydesk/copydesk/client"
	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
)

// documents carries out clean, extract and score.
func (s *session) documents(name string, args []string) int {
	var set settings
	files, code, ok := s.readFlags(name, &set, args)
	if !ok {
		return code
	}
	if len(files) == 0 {
		files = []string{"-"}
	}
	how, err := set.cleaning()
	if err != nil {
		return s.usage("%v", err)
	}
	if err := set.check(name); err != nil {
		return s.usage("%v", err)
	}
	if err := set.readCustom(); err != nil {
		return s.usage("%v", err)
	}
	c, end, err := set.connect()
	if err != nil {
		return s.failed(err)
	}
	defer end()
	worst := exitOK
	for i, file := range files {
		doc, err := set.read(file, s.stdin)
		if err != nil {
			worst = max(worst, s.failed(err)) // the other files are still done
			continue
		}
		if len(files) > 1 && !set.json {
			fmt.Fprintf(s.stdout, "%s==> %s <==\n", map[bool]string{true: "\n"}[i > 0], file)
		}
		if err := s.document(c, name, doc, how, set); err != nil {
			fmt.Fprintf(s.stderr, "copydesk: %s: %s\n", file, status.Convert(withHint(err)).Message())
			worst = max(worst, exitOf(err))
		}
	}
	return worst
}

// exitOf is the exit code for an error: a document at fault, a service that cannot be reached, or a wrong option.
func exitOf(err error) int {
	switch status.Code(err) {
	case codes.Unavailable, codes.Unknown:
		return exitFailed
	case codes.InvalidArgument:
		switch client.Reason(err) {
		case "RULE_UNKNOWN", "RULE_REQUIRED", "PROFILE_UNKNOWN", "PROFILE_DUPLICATE", "SIGNAL_UNKNOWN", "FEATURE_MISSING", "SITE_COUNTS_INVALID":
			return exitUsage
		}
		return exitSome
	case codes.Unimplemented:
		return exitUsage
	default:
		return exitSome
	}
}

// read makes a document of a file, "-" being standard input.
func (set *settings) read(file string, stdin io.Reader) (*copydeskv1.Document, error) {
	mediaType, err := set.contentType(file)
	if err != nil {
		return nil, err
	}
	published, err := parseTime(set.published)
	if err != nil {
		return nil, fmt.Errorf("--publish-time: %w", err)
	}
	var content []byte
	if file == "-" {
		content, err = io.ReadAll(stdin)
	} else {
		content, err = os.ReadFile(file)
	}
	if err != nil {
		return nil, err
	}
	if content == nil {
		content = []byte{} // nil would be no content
	}
	d := copydeskv1.Document_builder{
		Id: file, Raw: content, MediaType: mediaType, Url: set.url, Language: set.language, PublishTime: published,
	}
	if set.noCleaning { // what is not to be decoded is text already
		if !utf8.Valid(content) {
			return nil, errors.New("--no-cleaning: the text is not UTF-8")
		}
		d.Raw, d.Text = nil, new(string(content))
	}
	return d.Build(), nil
}

// document carries out one command on one document and prints the outcome.
func (s *session) document(c *client.Client, name string, doc *copydeskv1.Document, how *copydeskv1.Cleaning, set settings) error {
	var m proto.Message
	var err error
	switch name {
	case "clean":
		var r *copydeskv1.CleanResponse
		r, err = c.Clean(s.ctx, copydeskv1.CleanRequest_builder{Document: doc, Cleaning: how, Options: set.cleanOptions(set.markdown)}.Build())
		if err == nil && !set.json {
			printClean(s.stdout, r.GetClean(), set.markdown)
		}
		m = r
	case "extract":
		var r *copydeskv1.ExtractResponse
		r, err = c.Extract(s.ctx, copydeskv1.ExtractRequest_builder{Document: doc, Cleaning: how, Options: set.extractOptions()}.Build())
		if err == nil && !set.json {
			printExtract(s.stdout, r.GetExtract())
		}
		m = r
	case "score":
		var r *copydeskv1.ScoreResponse
		r, err = c.Score(s.ctx, copydeskv1.ScoreRequest_builder{Document: doc, Cleaning: how, Options: set.scoreOptions()}.Build())
		if err == nil && !set.json {
			printScore(s.stdout, r.GetScore())
		}
		m = r
	}
	if err == nil && set.json {
		err = printJSON(s.stdout, m, true)
	}
	return err
}
