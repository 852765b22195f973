package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
)

// line is one line of input. Names come in both of the styles that the contract has in JSON.
type line struct {
	ID           string  `json:"id"`
	Text         *string `json:"text"`
	HTML         *string `json:"html"`
	Raw          *[]byte `json:"raw"`
	URL          string  `json:"url"`
	Language     string  `json:"language"`
	MediaType    string  `json:"media_type"`
	Published    string  `json:"publish_time"`
	Retrieved    string  `json:"retrieve_time"`
	AlreadyClean bool    `json:"already_clean"`

	MediaTypeJSON    string `json:"mediaType"`
	PublishedJSON    string `json:"publishTime"`
	RetrievedJSON    string `json:"retrieveTime"`
	AlreadyCleanJSON bool   `json:"alreadyClean"`
}

// known are the names of fields that are read, and of those that results have: what has another name is passed through.
var known = []string{
	"id", "text", "html", "raw", "url", "language", "media_type", "publish_time", "retrieve_time", "already_clean",
	"mediaType", "publishTime", "retrieveTime", "alreadyClean",
	"sequence", "error", "clean", "extract", "score", "duplicate_of", "duplicateOf",
}

// otherFields returns the fields of a line that are passed through, as JSON without the braces.
func otherFields(b []byte) []byte {
	var all map[string]json.RawMessage
	if json.Unmarshal(b, &all) != nil {
		return nil
	}
	for name := range all {
		if slices.ContainsFunc(known, func(k string) bool { return strings.EqualFold(k, name) }) {
			delete(all, name)
		}
	}
	if len(all) == 0 {
		return nil
	}
	out, err := json.Marshal(all) // sorted by name: the same line gives the same bytes
	if err != nil {
		return nil
	}
	return out[1 : len(out)-1]
}

// maxLineBytes bounds a line: the largest document, as base64, with room for what belongs to it, and less than the
// largest message, so that a document over the limit fails alone.
const maxLineBytes = 23 << 20

// eachLine calls f with every line that is not blank, its number and where in the input it ends, until f returns false.
func eachLine(r io.Reader, f func(number int32, line []byte, end int64) bool) error {
	in := bufio.NewReaderSize(r, 1<<20)
	end := int64(0)
	for number := int32(1); ; number++ {
		if number == math.MaxInt32 {
			return fmt.Errorf("more than %d lines: split the file", number-1)
		}
		l, n, err := readLine(in)
		end += n
		if number == 1 {
			l = bytes.TrimPrefix(l, []byte("\xEF\xBB\xBF"))
		}
		if len(bytes.TrimSpace(l)) > 0 && !f(number, l, end) {
			return nil
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("line %d: %w", number, err)
		}
	}
}

// readLine reads one line and returns how long it is. Of a line that is too long the rest is skipped, so that it fails as a
// bad line does.
func readLine(in *bufio.Reader) (l []byte, n int64, err error) {
	for {
		part, err := in.ReadSlice('\n')
		n += int64(len(part))
		if len(l) <= maxLineBytes {
			l = append(l, part...)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return l, n, err
		}
	}
}

// parseLine makes a document of a line. With an error it still gives the id, if that could be read.
func parseLine(b []byte) (*copydeskv1.Document, error) {
	var l line
	if len(b) > maxLineBytes {
		return new(copydeskv1.Document), fmt.Errorf("%d bytes exceed the limit of %d", len(b), maxLineBytes)
	}
	if !utf8.Valid(b) {
		return new(copydeskv1.Document), errors.New("not UTF-8: send other bytes as raw, in base64")
	}
	if err := json.Unmarshal(b, &l); err != nil {
		return copydeskv1.Document_builder{Id: l.ID}.Build(), jsonFault(err)
	}
	d := copydeskv1.Document_builder{
		Id: l.ID, Url: l.URL, Language: l.Language, MediaType: l.MediaType + l.MediaTypeJSON, AlreadyClean: l.AlreadyClean || l.AlreadyCleanJSON,
	}
	var err error
	if d.PublishTime, err = parseTime(l.Published + l.PublishedJSON); err != nil {
		return d.Build(), fmt.Errorf("publish_time: %w", err)
	}
	if d.RetrieveTime, err = parseTime(l.Retrieved + l.RetrievedJSON); err != nil {
		return d.Build(), fmt.Errorf("retrieve_time: %w", err)
	}
	contents := 0
	for _, given := range []bool{l.Text != nil, l.HTML != nil, l.Raw != nil} {
		if given {
			contents++
		}
	}
	if contents != 1 {
		return d.Build(), errors.New("exactly one of text, html and raw is required")
	}
	d.Text, d.Html = l.Text, l.HTML
	if l.Raw != nil {
		d.Raw = slices.Concat([]byte{}, *l.Raw) // never nil, which would be no content
	}
	return d.Build(), nil
}

// jsonFault says what is wrong with a line without quoting it.
func jsonFault(err error) error {
	if kind, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		return fmt.Errorf("%s: must be a %s, is a %s", kind.Field, kind.Type, kind.Value)
	}
	if syntax, ok := errors.AsType[*json.SyntaxError](err); ok {
		return fmt.Errorf("not JSON at byte %d", syntax.Offset)
	}
	return errors.New("cannot be read: raw must be base64")
}

// badLine is the result for a line that cannot be sent.
func badLine(id string, number int32, cause error) *copydeskv1.ProcessResult {
	st := status.New(codes.InvalidArgument, cause.Error())
	if detailed, err := st.WithDetails(&errdetails.ErrorInfo{Reason: "LINE_INVALID", Domain: "copydesk"}); err == nil {
		st = detailed
	}
	return copydeskv1.ProcessResult_builder{Id: id, Sequence: number, Error: st.Proto()}.Build()
}
