package files

import (
	"io"
)

// readWhole yields a file that is one document. Its bytes are taken as they are, so that its charset is found out as anywhere.
func readWhole(r io.Reader, mediaType string, yield func(Entry) bool) error {
	content, err := readContent(r)
	if err != nil && !isTooLarge(err) {
		return err
	}
	yield(Entry{Number: 1, Document: Document{Form: Raw, MediaType: mediaType, Content: content}, Err: err})
	return nil
}
