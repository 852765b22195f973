package files

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// readJSON yields the objects of a file: those of an array, or one after the other.
func readJSON(r io.Reader, c Columns, yield func(Entry) bool) error {
	buffered := bufio.NewReaderSize(r, 256<<10)
	array, err := startsArray(buffered)
	if err != nil {
		return err
	}
	limit := &limited{r: buffered, left: maxLine}
	in := json.NewDecoder(limit)
	if array {
		if _, err := in.Token(); err != nil {
			return jsonFault(err)
		}
	}
	for number := int64(1); ; number++ {
		limit.left = maxLine
		if array && !in.More() {
			_, err := in.Token() // the end of the array, or that of a file that was cut off
			return jsonFault(err)
		}
		var element json.RawMessage
		if err := in.Decode(&element); errors.Is(err, io.EOF) && !array {
			return nil
		} else if err != nil {
			return fmt.Errorf("record %d: %w", number, jsonFault(err))
		}
		d, err := ParseLine(element, c)
		if !yield(Entry{Number: number, Document: d, Err: err}) {
			return nil
		}
	}
}

// startsArray skips white space and a byte order mark, and reports whether a bracket comes next.
func startsArray(r *bufio.Reader) (bool, error) {
	for {
		b, err := r.ReadByte()
		switch {
		case errors.Is(err, io.EOF):
			return false, nil
		case err != nil:
			return false, err
		}
		switch b {
		case ' ', '\t', '\r', '\n', 0xEF, 0xBB, 0xBF:
		default:
			return b == '[', r.UnreadByte()
		}
	}
}

// jsonFault says what is wrong with JSON without quoting it. The rest of such a file cannot be read.
func jsonFault(err error) error {
	if syntax, ok := errors.AsType[*json.SyntaxError](err); ok {
		return fmt.Errorf("not JSON at byte %d: what comes after it is lost", syntax.Offset)
	}
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}
