// Package corpus works on many files of documents and writes a folder of results: rows that are kept, rejected or failed, in
// shards of a bounded size, with a manifest. A run that was ended at any moment goes on after its last whole shard, and the rows
// are those of an undisturbed run.
package corpus

import (
	"context"
	"errors"
	"iter"

	"gocloud.dev/blob"

	"github.com/copydesk/copydesk/client"
	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
	"github.com/copydesk/copydesk/internal/files"
)

// Run is one run. Its fields are set before Do and not changed after.
type Run struct {
	// Client is what the documents are sent to.
	Client *client.Client

	// Options say what is done to each document.
	Options *copydeskv1.ProcessOptions

	// Version is that of the service, from Describe.
	Version string

	// Inputs are the files to read, in this order.
	Inputs []files.File

	// Columns name the parts of documents in them.
	Columns files.Columns

	// Folder is where results go.
	Folder *blob.Bucket

	// Format is that of the rows: files.Parquet or files.JSONLines.
	Format files.Format

	// ShardSize is the most documents that a shard has.
	ShardSize int

	// Profile decides what is kept; if it is empty, everything that did not fail is.
	Profile string

	// WithResult adds the whole result of each document to its row.
	WithResult bool

	// Resume goes on with the run that Folder has. Without it Folder must be empty.
	Resume bool

	// Progress, if it is not nil, is called after each result, from the goroutine of Do.
	Progress func(Counts)

	// Fault, if it is not nil, is called with what is wrong with a file or a document, from any goroutine, one call at a time.
	Fault func(source string, record int64, fault string)
}

// Counts say what became of the documents so far, those of earlier runs included.
type Counts struct {
	Kept     int64 `json:"kept"`
	Rejected int64 `json:"rejected"`
	Failed   int64 `json:"failed"`

	// Skipped are records that are no documents, such as images in a WARC file.
	Skipped int64 `json:"skipped"`

	// Broken are files that could not be read to their end.
	Broken int64 `json:"broken_files"`
}

func (c *Counts) add(other Counts) {
	c.Kept += other.Kept
	c.Rejected += other.Rejected
	c.Failed += other.Failed
	c.Skipped += other.Skipped
	c.Broken += other.Broken
}

// ErrNotEmpty is returned for a folder that holds something else, or a run that is not to be resumed.
var ErrNotEmpty = errors.New("the folder is not empty: --resume goes on with an unfinished run, another name starts one")

// maxShardBytes bounds the documents of a shard, so that few large ones make a shard as well.
const maxShardBytes = 512 << 20

// Do carries out the run. It returns what became of all documents, and an error if it could not go to its end.
func (r *Run) Do(ctx context.Context) (Counts, error) {
	state, err := r.begin(ctx)
	if err != nil {
		return Counts{}, err
	}
	if state.complete {
		return state.counts, nil
	}
	read, stop := iter.Pull(r.records(ctx, state.next))
	defer stop()
	in := &reader{read: read}
	for shard := state.shards; in.more(); shard++ {
		done, err := r.shard(ctx, shard, in, state)
		if err != nil {
			return state.counts, err
		}
		state.add(done)
	}
	if err := ctx.Err(); err != nil {
		return state.counts, err
	}
	return state.counts, r.finish(ctx, state)
}
