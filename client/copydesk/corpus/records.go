package corpus

import (
	"context"
	"iter"

	"github.com/copydesk/copydesk/internal/files"
)

// place is how far the inputs have been read: all files before Input, and Record records of that one.
type place struct {
	Input  int   `json:"input"`
	Record int64 `json:"record"`
}

// record is one entry of an input.
type record struct {
	files.Entry

	source string
	at     place
	broken error // what ended the file; the entry is then empty
}

// records yields what the inputs hold after a place.
func (r *Run) records(ctx context.Context, from place) iter.Seq[record] {
	return func(yield func(record) bool) {
		for i := from.Input; i < len(r.Inputs); i++ {
			goOn := true
			err := r.Inputs[i].Each(ctx, r.Columns, func(e files.Entry) bool {
				if i == from.Input && e.Number <= from.Record {
					return true
				}
				goOn = yield(record{Entry: e, source: r.Inputs[i].Name, at: place{i, e.Number}})
				return goOn
			})
			if !goOn || ctx.Err() != nil {
				return
			}
			if err != nil && !yield(record{source: r.Inputs[i].Name, at: place{i + 1, 0}, broken: err}) {
				return
			}
		}
	}
}

// reader hands out records one after the other. Only one goroutine reads at a time.
type reader struct {
	read  func() (record, bool)
	ahead *record
	ended bool
}

// more reports whether there is another record.
func (in *reader) more() bool {
	if in.ahead == nil && !in.ended {
		next, ok := in.read()
		if in.ended = !ok; ok {
			in.ahead = &next
		}
	}
	return in.ahead != nil
}

// next returns the next record.
func (in *reader) next() (record, bool) {
	if !in.more() {
		return record{}, false
	}
	next := *in.ahead
	in.ahead = nil
	return next, true
}
