package files

import (
	"errors"
	"fmt"
	"io"
)

// tooLargeError is the fault of content over the limit.
type tooLargeError struct{}

// Error implements error.
func (tooLargeError) Error() string {
	return fmt.Sprintf("the content has more than %d bytes, the limit", MaxContent)
}

func isTooLarge(err error) bool { return errors.As(err, new(tooLargeError)) }

// readContent reads to the end, or up to the limit, beyond which it returns the fault tooLargeError and no content.
func readContent(r io.Reader) ([]byte, error) {
	content, err := io.ReadAll(io.LimitReader(r, MaxContent+1))
	if err != nil {
		return nil, err
	}
	if len(content) > MaxContent {
		return nil, tooLargeError{}
	}
	return content, nil
}
