package files_test

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/files"
)

// warcRecord is one record as a crawler writes it.
func warcRecord(id, kind, contentType, block string, more ...string) string {
	header := fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Record-ID: <urn:uuid:%s>\r\nWARC-Date: 2024-05-01T10:00:00Z\r\n", kind, id)
	if kind != "warcinfo" {
		header += "WARC-Target-URI: https://tea.example/" + id + "\r\n"
	}
	var headerSb22 strings.Builder
	for _, line := range more {
		headerSb22.WriteString(line + "\r\n")
	}
	header += headerSb22.String()
	if contentType != "" {
		header += "Content-Type: " + contentType + "\r\n"
	}
	return fmt.Sprintf("%sContent-Length: %d\r\n\r\n%s\r\n\r\n", header, len(block), block)
}

func response(id, header, body string, more ...string) string {
	return warcRecord(id, "response", "application/http; msgtype=response", "HTTP/1.1 "+strings.ReplaceAll(header, "|", "\r\n")+"\r\n\r\n"+body, more...)
}

func brotlied(t *testing.T, s string) string {
	t.Helper()
	var b bytes.Buffer
	w := brotli.NewWriter(&b)
	if _, err := w.Write([]byte(s)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func deflated(t *testing.T, s string) string {
	t.Helper()
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	if _, err := w.Write([]byte(s)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestWARC(t *testing.T) {
	t.Parallel()
	page := "<p>Tea and cake at four, " + strings.Repeat("and more tea, ", 20) + "every day."
	long := fmt.Sprintf("%q", page)
	tests := []struct {
		name    string
		records []string
		want    []string // without the number
		fault   string
	}{
		{
			"kinds", []string{
				warcRecord("i", "warcinfo", "application/warc-fields", "software: test\r\n"),
				warcRecord("q", "request", "application/http; msgtype=request", "GET / HTTP/1.1\r\nHost: tea.example\r\n\r\n"),
				response("a", "200 OK|Content-Type: text/html; charset=iso-8859-1", "<p>caf\xe9"),
				response("b", "301 Moved|Location: /a", ""),
				response("c", "404 Not Found|Content-Type: text/html", "<p>Gone."),
				response("d", "200 OK|Content-Type: image/png", "\x89PNG"),
				response("e", "200 OK|Content-Type: text/html", ""),
				response("f", "200 OK", "<p>No type."),
				response("g", "200 OK|Content-Type: text/html", "<p>Cut", "WARC-Truncated: length"),
				warcRecord("h", "resource", "text/plain", "A note."),
				warcRecord("w", "conversion", "text/plain", "Text of a page."),
				warcRecord("r", "revisit", "application/http; msgtype=response", "HTTP/1.1 200 OK\r\n\r\n", "WARC-Profile: http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"),
				warcRecord("m", "metadata", "application/warc-fields", "via: x\r\n"),
			},
			[]string{
				`skip record of type warcinfo`, `skip record of type request`, `a "<p>caf\xe9" text/html; charset=iso-8859-1`, `skip status 301`, `skip status 404`, `skip image/png`, `skip empty`,
				`f "<p>No type."`, `g "<p>Cut" text/html "truncated":true`, `h "A note." text/plain`, `w "Text of a page." text/plain`, `skip record of type revisit`, `skip record of type metadata`,
			}, "",
		},
		{
			"encodings", []string{
				response("a", "200 OK|Content-Type: text/html|Content-Encoding: gzip", string(gzipped(t, []byte(page)))),
				response("b", "200 OK|Content-Type: text/html|Content-Encoding: gzip", page), // decoded by the crawler
				response("c", "200 OK|Content-Type: text/html|Content-Encoding: br", brotlied(t, page)),
				response("d", "200 OK|Content-Type: text/html|Content-Encoding: br", page),
				response("e", "200 OK|Content-Type: text/html|Content-Encoding: deflate", deflated(t, page)),
				response("f", "200 OK|Content-Type: text/html|Transfer-Encoding: chunked", fmt.Sprintf("%x\r\n%s\r\n0\r\n\r\n", len(page), page)),
				response("g", "200 OK|Content-Type: text/html|Transfer-Encoding: chunked", page),
				response("h", "200 OK|Content-Type: text/html|Content-Encoding: gzip", string(gzipped(t, []byte(page))[:80])),
			},
			[]string{
				"a " + long + " text/html", "b " + long + " text/html", "c " + long + " text/html", "d " + long + " text/html", "e " + long + " text/html",
				"f " + long + " text/html", "g " + long + " text/html", "fault h: the body is cut off or its encoding is broken",
			}, "",
		},
		{
			"malformed", []string{
				response("a", "200 OK|Content-Type: text/html", "<p>One."),
				"WARC/1.0\r\nrubbish without a colon\r\n\r\nmore rubbish\r\n\r\n",
				response("b", "200 OK|Content-Type: text/html", "<p>Two."),
			},
			[]string{`a "<p>One." text/html`, `fault : malformed record`, `b "<p>Two." text/html`}, "",
		},
		{"cut off", []string{response("a", "200 OK|Content-Type: text/html", "<p>One."), response("b", "200 OK|Content-Type: text/html", page)[:500]}, []string{`a "<p>One." text/html`}, "cut off"},
		{"too large", []string{response("a", "200 OK|Content-Type: text/html", strings.Repeat("x", files.MaxContent+1)), response("b", "200 OK|Content-Type: text/html", "<p>Two.")}, []string{
			`fault a: the content has more than 16777216 bytes, the limit`, `b "<p>Two." text/html`,
		}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			plain, packed := "", []byte{}
			var plainSb125 strings.Builder
			for _, r := range tt.records {
				plainSb125.WriteString(r)
				packed = append(packed, gzipped(t, []byte(r))...) // a member each, as crawlers do
			}
			plain += plainSb125.String()
			if tt.fault != "" {
				packed = packed[:len(packed)-20]
			}
			for name, content := range map[string][]byte{"in.warc": []byte(plain), "in.warc.gz": packed, "all.warc.gz": gzipped(t, []byte(plain)), "in.warc.zst": compressors[2].compress(t, []byte(plain))} {
				got, err := read(t, name, content, files.Columns{})
				if diff := cmp.Diff(tt.want, sayRecords(got)); diff != "" {
					t.Errorf("%s: want -, got +\n%s", name, diff)
				}
				if (err != nil) != (tt.fault != "") || err != nil && !strings.Contains(err.Error(), tt.fault) {
					t.Errorf("%s: error %v, want %q", name, err, tt.fault)
				}
			}
		})
	}
}

// sayRecords renders the entries of a WARC file.
func sayRecords(entries []files.Entry) []string {
	var lines []string
	for _, e := range entries {
		id := strings.TrimPrefix(e.Document.ID, "urn:uuid:")
		switch {
		case e.Skipped != "":
			lines = append(lines, "skip "+e.Skipped)
		case e.Err != nil:
			lines = append(lines, fmt.Sprintf("fault %s: %v", id, e.Err))
		default:
			line := fmt.Sprintf("%s %q", id, e.Document.Content)
			var lineSb157 strings.Builder
			for _, more := range []string{e.Document.MediaType, string(e.Document.Other)} {
				if more != "" {
					lineSb157.WriteString(" " + more)
				}
			}
			line += lineSb157.String()
			lines = append(lines, line)
		}
	}
	return lines
}
