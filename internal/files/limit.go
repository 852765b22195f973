package files

import (
	"fmt"
	"io"
)

// limited bounds what one record may make a decoder read: left is set before each.
type limited struct {
	r    io.Reader
	left int
}

var errRecordTooLarge = fmt.Errorf("it has more than %d bytes, the limit: what comes after it is lost", maxLine)

// Read implements io.Reader.
func (l *limited) Read(p []byte) (int, error) {
	if l.left <= 0 {
		return 0, errRecordTooLarge
	}
	n, err := l.r.Read(p[:min(len(p), 64<<10)])
	l.left -= n
	return n, err
}
