package files

import (
	"bufio"
	"bytes"
	"compress/zlib"
	"io"
	"net/http"
	"net/http/httputil"
	"regexp"
	"slices"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// decoded undoes the transfer and content encodings that a header names. Many crawlers store the decoded body beside the header
// as it was received, so a body that does not begin as its encoding does is taken as it is.
func decoded(body io.Reader, header http.Header) io.Reader {
	in := bufio.NewReader(body)
	if strings.EqualFold(strings.TrimSpace(header.Get("Transfer-Encoding")), "chunked") && startsChunked(in) {
		in = bufio.NewReader(httputil.NewChunkedReader(in))
	}
	encodings := strings.Split(header.Get("Content-Encoding"), ",")
	for _, encoding := range slices.Backward(encodings) { // the last was applied last
		in = bufio.NewReader(decodedAs(strings.ToLower(strings.TrimSpace(encoding)), in))
	}
	return in
}

// decodedAs undoes one content encoding.
func decodedAs(encoding string, in *bufio.Reader) io.Reader {
	head, _ := in.Peek(4)
	var out io.Reader
	var err error
	switch {
	case (encoding == "gzip" || encoding == "x-gzip") && bytes.HasPrefix(head, []byte{0x1f, 0x8b}):
		out, err = gzip.NewReader(in)
	case encoding == "deflate" && len(head) > 1 && head[0]&0x0f == 8 && (int(head[0])<<8|int(head[1]))%31 == 0:
		out, err = zlib.NewReader(in)
	case encoding == "zstd" && bytes.HasPrefix(head, []byte{0x28, 0xb5, 0x2f, 0xfd}):
		out, err = zstd.NewReader(in, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(8<<20)) // RFC 9659
	case encoding == "br" && !startsAsText(in):
		out = brotli.NewReader(in)
	default:
		return in
	}
	if err != nil {
		return broken{err}
	}
	return out
}

// broken is a body whose encoding cannot be undone.
type broken struct{ err error }

// Read implements io.Reader.
func (b broken) Read([]byte) (int, error) { return 0, b.err }

var chunkSize = regexp.MustCompile(`^[0-9A-Fa-f]{1,8} *(;[^\r\n]*)?\r\n`)

// startsChunked reports whether a body begins with the size of a chunk.
func startsChunked(in *bufio.Reader) bool {
	head, _ := in.Peek(64)
	return chunkSize.Match(head)
}

// startsAsText tells text from Brotli's data, which has no mark of its own: 64 bytes of it are not ASCII throughout.
func startsAsText(in *bufio.Reader) bool {
	head, _ := in.Peek(64)
	return bytes.IndexFunc(head, func(r rune) bool { return r >= 0x7F || r < ' ' && r != '\t' && r != '\n' && r != '\r' }) < 0
}
