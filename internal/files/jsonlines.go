package files

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"
)

// maxLine bounds a line: the largest document as base64, with room for what belongs to it.
const maxLine = 23 << 20

// Lines calls f with every line that is not blank, its number from 1, and the offset in bytes where it ends, until f returns
// false. A line that is too long is cut, so that it fails as a bad line does. The line is valid until f returns.
func Lines(r io.Reader, f func(number int64, line []byte, end int64) bool) error {
	in := bufio.NewReaderSize(r, 1<<20)
	end := int64(0)
	var buffer []byte
	for number := int64(1); ; number++ {
		l, n, err := readLine(in, buffer[:0])
		buffer, end = l, end+n
		if number == 1 {
			l = bytes.TrimPrefix(l, []byte("\xEF\xBB\xBF"))
		}
		if len(bytes.TrimSpace(l)) > 0 && (err == nil || errors.Is(err, io.EOF)) && !f(number, l, end) {
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

// readLine appends one line to l and returns how long it is in the input.
func readLine(in *bufio.Reader, l []byte) (_ []byte, n int64, err error) {
	for {
		part, err := in.ReadSlice('\n')
		n += int64(len(part))
		if len(l) <= maxLine {
			l = append(l, part...)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return l, n, err
		}
	}
}

// ParseLine makes a document of a line of JSON. With an error it still gives the id, if that could be read. No error quotes
// the line.
func ParseLine(line []byte, c Columns) (Document, error) {
	switch {
	case len(line) > maxLine:
		return Document{}, fmt.Errorf("the line has more than %d bytes, the limit", maxLine)
	case !utf8.Valid(line):
		return Document{}, errors.New("not UTF-8: send other bytes as raw, in base64")
	}
	f, err := parseFields(line)
	if err != nil {
		return Document{}, err
	}
	return f.document(c)
}

// readLines yields the documents of a file of JSON Lines.
func readLines(r io.Reader, c Columns, yield func(Entry) bool) error {
	return Lines(r, func(number int64, line []byte, _ int64) bool {
		d, err := ParseLine(line, c)
		return yield(Entry{Number: number, Document: d, Err: err})
	})
}
