package files

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"strings"
	"time"
)

// warcEntry makes an entry of a record.
func warcEntry(header http.Header, block io.Reader) Entry {
	var e Entry
	d := &e.Document
	d.Form, d.ID, d.URL = Raw, strings.Trim(header.Get("Warc-Record-Id"), "<>"), strings.Trim(header.Get("Warc-Target-Uri"), "<>")
	d.RetrieveTime, _ = time.Parse(time.RFC3339, header.Get("Warc-Date"))
	if header.Get("Warc-Truncated") != "" {
		d.Other = []byte(`"truncated":true`)
	}
	switch kind := strings.ToLower(header.Get("Warc-Type")); kind {
	case "response":
		e.response(header, block)
	case "resource", "conversion":
		e.body(header.Get("Content-Type"), block)
	default:
		e.Skipped = "record of type " + kind
	}
	return e
}

// response takes the body of an HTTP response.
func (e *Entry) response(record http.Header, block io.Reader) {
	if !strings.HasPrefix(strings.ToLower(record.Get("Content-Type")), "application/http") {
		e.Skipped = "no HTTP response"
		return
	}
	in := bufio.NewReader(block)
	line, err := in.ReadSlice('\n')
	code := statusCode(line)
	if err != nil || code == 0 {
		e.Skipped = "no HTTP response"
		return
	}
	if code < 200 || code > 299 {
		e.Skipped = fmt.Sprintf("status %d", code)
		return
	}
	header, err := readHeader(in)
	if err != nil {
		e.Err = errors.New("the header of the response is cut off or too long")
		return
	}
	e.body(header.Get("Content-Type"), decoded(in, header))
}

// body takes what is the document itself, unless its media type is that of something else than text. A server that names none,
// or a general one, is not believed.
func (e *Entry) body(mediaType string, body io.Reader) {
	name, _, err := mime.ParseMediaType(mediaType)
	if err != nil {
		name, _, _ = strings.Cut(mediaType, ";")
		name = strings.ToLower(strings.TrimSpace(name))
	}
	switch name {
	case "text/html", "application/xhtml+xml", "text/plain":
		e.Document.MediaType = mediaType
	case "", "application/octet-stream":
	default:
		e.Skipped = name
		return
	}
	content, err := readContent(body)
	switch {
	case isTooLarge(err):
		e.Err = err
	case err != nil:
		e.Err = errors.New("the body is cut off or its encoding is broken")
	case len(content) == 0:
		e.Skipped = "empty"
	}
	e.Document.Content = content
}
