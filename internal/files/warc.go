package files

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/gzip"
)

// The format is read here and not by a library because those at hand keep every record whole, on disk if it is large, hash it,
// and lose what comes after a broken one.

var (
	errMalformedRecord = errors.New("malformed record")
	errCutOff          = errors.New("the file is cut off")
)

// warc reads the records of a WARC file.
type warc struct {
	yield  func(Entry) bool
	number int64
	ended  bool // yield has returned false
}

// readWARC yields the responses, resources and conversions (WET) of a WARC file, which may be compressed by gzip, record by
// record or as a whole. A malformed record is reported and the next one searched for. Redirects, errors of servers, revisits,
// which have no body, and media types that are no text are skipped.
func readWARC(in *bufio.Reader, yield func(Entry) bool) error {
	w := &warc{yield: yield}
	if head, _ := in.Peek(2); !bytes.Equal(head, []byte{0x1f, 0x8b}) {
		return w.records(in)
	}
	return w.members(in)
}

// members reads a file that is compressed in members, each of which has one record or more. A broken member ends where another
// begins.
func (w *warc) members(in *bufio.Reader) error {
	var z gzip.Reader
	plain := bufio.NewReaderSize(nil, 64<<10)
	for !w.ended {
		if _, err := in.Peek(1); errors.Is(err, io.EOF) {
			return nil
		}
		err := z.Reset(in)
		if err == nil {
			z.Multistream(false)
			plain.Reset(&z)
			err = w.records(plain)
		}
		if err == nil {
			continue
		}
		if !skipTo(in, []byte{0x1f, 0x8b, 8}) {
			return errCutOff
		}
		w.fault(errMalformedRecord)
	}
	return nil
}

// skipTo reads up to the next place where mark is, and reports whether there is one.
func skipTo(in *bufio.Reader, mark []byte) bool {
	for {
		head, err := in.Peek(in.Size())
		if i := bytes.Index(head, mark); i >= 0 {
			_, _ = in.Discard(i)
			return true
		}
		if err != nil {
			return false
		}
		_, _ = in.Discard(len(head) - len(mark) + 1)
	}
}

// fault yields a record that cannot be read.
func (w *warc) fault(err error) {
	w.number++
	w.ended = w.ended || !w.yield(Entry{Number: w.number, Err: err})
}

// records reads records that are not compressed, to the end of in.
func (w *warc) records(in *bufio.Reader) error {
	for lost := false; !w.ended; {
		found, err := nextRecord(in)
		switch {
		case err != nil:
			return err
		case !found && !lost: // between records, or what is left of a malformed one
			w.fault(errMalformedRecord)
			lost = true
			continue
		case !found:
			_, err := in.ReadSlice('\n')
			if err != nil && !errors.Is(err, bufio.ErrBufferFull) {
				return endOf(err)
			}
			continue
		}
		if _, err := in.Peek(1); err != nil {
			return endOf(err)
		}
		lost = false
		switch err := w.record(in); {
		case errors.Is(err, errMalformedRecord):
			w.fault(err)
			lost = true
		case err != nil:
			return err
		}
	}
	return nil
}

// endOf is the error of reading, without that of the regular end.
func endOf(err error) error {
	if errors.Is(err, io.EOF) {
		return nil
	}
	return err
}

// nextRecord skips empty lines and reports whether a record, or the end, comes next.
func nextRecord(in *bufio.Reader) (bool, error) {
	for {
		head, err := in.Peek(5)
		switch {
		case len(head) == 0:
			return true, endOf(err)
		case head[0] == '\r', head[0] == '\n':
			_, _ = in.Discard(1)
		default:
			return string(head) == "WARC/", nil
		}
	}
}

// record reads one record.
func (w *warc) record(in *bufio.Reader) error {
	if _, err := in.ReadSlice('\n'); err != nil { // the version
		return fmt.Errorf("%w: %w", errCutOff, err)
	}
	header, err := readHeader(in)
	if err != nil {
		return err
	}
	length, err := contentLength(header)
	if err != nil {
		return err
	}
	block := &io.LimitedReader{R: in, N: length}
	e := warcEntry(header, block)
	if _, err := io.Copy(io.Discard, block); err != nil || block.N > 0 {
		return errCutOff
	}
	w.number++
	e.Number = w.number
	w.ended = !w.yield(e)
	return nil
}
