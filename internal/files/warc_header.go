package files

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"net/http"
	"net/textproto"
	"strconv"
	"strings"
)

// maxHeader bounds the header of a record or of a response, in bytes.
const maxHeader = 256 << 10

// readHeader reads fields up to an empty line, as leniently as servers are written: a line that is no field is left out, one
// that begins with white space goes on with the field before it.
func readHeader(in *bufio.Reader) (http.Header, error) {
	header := make(http.Header)
	last := ""
	for size := 0; size < maxHeader; {
		line, err := in.ReadSlice('\n')
		size += len(line)
		if err != nil && !errors.Is(err, bufio.ErrBufferFull) {
			return nil, fmt.Errorf("%w: %w", errCutOff, err)
		}
		trimmed := bytes.TrimSpace(line)
		if len(trimmed) == 0 {
			return header, nil
		}
		if (line[0] == ' ' || line[0] == '\t') && last != "" {
			values := header[last]
			values[len(values)-1] += " " + string(trimmed)
			continue
		}
		name, value, ok := bytes.Cut(trimmed, []byte(":"))
		if !ok {
			continue
		}
		last = textproto.CanonicalMIMEHeaderKey(string(name))
		header[last] = append(header[last], string(bytes.TrimSpace(value)))
	}
	return nil, errMalformedRecord
}

func contentLength(header http.Header) (int64, error) {
	length, err := strconv.ParseInt(header.Get("Content-Length"), 10, 64)
	if err != nil || length < 0 {
		return 0, errMalformedRecord
	}
	return length, nil
}

// statusCode reads the first line of a response; 0 if it is none.
func statusCode(line []byte) int {
	version, rest, _ := strings.Cut(string(bytes.TrimSpace(line)), " ")
	code, _, _ := strings.Cut(strings.TrimLeft(rest, " "), " ")
	n, err := strconv.Atoi(code)
	if err != nil || !strings.HasPrefix(version, "HTTP/") {
		return 0
	}
	return n
}
