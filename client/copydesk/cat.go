package main

import (
	"encoding/json"

	"github.com/copydesk/copydesk/internal/files"
)

// cat prints the rows of folders and files that process has written, as JSON Lines.
func (s *session) cat(args []string) int {
	names, code, ok := s.readFlags("cat", new(settings), args)
	if !ok {
		return code
	}
	if len(names) == 0 {
		return s.usage("cat takes files of rows, or folders of them")
	}
	var sources files.Sources
	defer sources.Close() //nolint:errcheck // only read
	found, err := sources.List(s.ctx, names...)
	if err != nil {
		return s.failed(err)
	}
	out := json.NewEncoder(s.stdout)
	out.SetEscapeHTML(false)
	for _, f := range found {
		err := f.Rows(s.ctx, func(row *files.Row) bool { return out.Encode(row) == nil && s.ctx.Err() == nil })
		if err == nil {
			err = s.ctx.Err()
		}
		if err != nil {
			return s.failed(err)
		}
	}
	return exitOK
}
