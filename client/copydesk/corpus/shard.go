package corpus

import (
	"context"
	"fmt"
	"sync"

	"github.com/copydesk/copydesk/client"
	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
	"github.com/copydesk/copydesk/internal/files"
)

// shard is a shard in the making.
type shard struct {
	run *Run
	ids *ids
	out *outputs

	taken int // documents, those that fail included; of the goroutine that reads

	mu     sync.Mutex // of what follows: one goroutine reads while another writes
	marker marker
	sent   []files.Row // what is known of the documents sent whose results have not come, in order
	failed []files.Row // of documents that were not sent
	fresh  []uint64    // hashes of ids
}

// shard reads and works on one shard's documents. When it returns without an error its files are in place.
func (r *Run) shard(ctx context.Context, number int, in *reader, state *state) (marker, error) {
	ctx, cancel := context.WithCancel(ctx)
	s := &shard{run: r, ids: &state.ids, out: &outputs{ctx: ctx, folder: r.Folder, format: r.Format, shard: number}}
	defer s.out.abandon()
	defer cancel() // first, so that what is not complete is never put in place
	s.marker.Next = state.next
	for result, err := range r.Client.Stream(ctx, r.Options, s.items(in)) {
		if err == nil {
			err = s.result(result)
		}
		if err != nil {
			return marker{}, err
		}
		if r.Progress != nil {
			total := state.counts
			total.add(s.counts())
			r.Progress(total)
		}
	}
	if err := ctx.Err(); err != nil {
		return marker{}, err
	}
	for i := range s.failed {
		if err := s.out.write(&s.failed[i]); err != nil {
			return marker{}, err
		}
	}
	var err error
	if s.marker.Files, err = s.out.close(); err != nil {
		return marker{}, err
	}
	return s.marker, r.mark(ctx, number, s.marker, s.fresh)
}

func (s *shard) counts() Counts {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.marker.Counts
}

// items yields the documents of the shard.
func (s *shard) items(in *reader) func(func(client.Item) bool) {
	return func(yield func(client.Item) bool) {
		sequence := int32(0)
		for bytes := 0; s.taken < s.run.ShardSize && bytes < maxShardBytes; {
			next, ok := in.next()
			if !ok {
				return
			}
			doc, ok := s.take(&next)
			if !ok {
				continue
			}
			sequence++
			bytes += len(next.Document.Content)
			if !yield(client.Item{Sequence: sequence, Document: doc}) {
				return
			}
		}
	}
}

// take notes a record and returns its document, if there is one to send.
func (s *shard) take(r *record) (*copydeskv1.Document, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.marker.Next = r.at
	switch {
	case r.broken != nil:
		s.marker.Counts.Broken++
		s.marker.Faults = append(s.marker.Faults, r.broken.Error())
		s.report(r.source, 0, r.broken.Error())
		return nil, false
	case r.Skipped != "":
		s.marker.Counts.Skipped++
		s.marker.count("skipped: " + r.Skipped)
		return nil, false
	}
	s.taken++
	row := files.Row{
		ID: r.Document.ID, URL: r.Document.URL, Source: r.source, Record: r.Number, Version: s.run.Version,
	}
	if len(r.Document.Other) > 0 {
		row.Other = "{" + string(r.Document.Other) + "}"
	}
	if row.ID == "" {
		row.ID = fmt.Sprintf("%s#%d", r.source, r.Number)
	}
	hash, fresh := s.ids.add(row.ID)
	if fresh {
		s.fresh = append(s.fresh, hash)
	}
	switch {
	case r.Err != nil:
		s.fail(row, "RECORD_INVALID", r.Err.Error())
	case !fresh:
		s.fail(row, "ID_DUPLICATE", "an earlier document has the same id")
	default:
		s.sent = append(s.sent, row)
		r.Document.ID = row.ID
		return Document(&r.Document), true
	}
	return nil, false
}

// fail notes a document that is not sent. s.mu is held.
func (s *shard) fail(row files.Row, reason, fault string) {
	row.Status, row.Reasons, row.Error = files.Failed, []string{reason}, fault
	s.failed = append(s.failed, row)
	s.marker.Counts.Failed++
	s.marker.count(reason)
	s.report(row.Source, row.Record, fault)
}

func (s *shard) report(source string, record int64, fault string) {
	if s.run.Fault != nil {
		s.run.Fault(source, record, fault)
	}
}

// result writes the row of a result. Results come in the order of their documents.
func (s *shard) result(r *copydeskv1.ProcessResult) error {
	s.mu.Lock()
	row := s.sent[0]
	s.sent = s.sent[1:]
	s.mu.Unlock()
	if err := fill(&row, r, s.run); err != nil {
		return err
	}
	s.mu.Lock()
	switch row.Status {
	case files.Kept:
		s.marker.Counts.Kept++
	case files.Rejected:
		s.marker.Counts.Rejected++
	default:
		s.marker.Counts.Failed++
		s.report(row.Source, row.Record, row.Error)
	}
	for _, reason := range row.Reasons {
		s.marker.count(reason)
	}
	s.mu.Unlock()
	return s.out.write(&row)
}
