package corpus

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"

	"gocloud.dev/blob"

	"github.com/copydesk/copydesk/internal/dedup"
	"github.com/copydesk/copydesk/internal/files"
)

// Dedup takes duplicates out of the kept rows of files that a Run has written. Rows of another status are left out.
type Dedup struct {
	// Inputs are files of rows, in the order in which the first of a group is kept.
	Inputs []files.File

	// Folder is where the rows go, kept and rejected. It must be empty.
	Folder *blob.Bucket

	// Format is that of the rows written, ShardSize how many a file has at most.
	Format    files.Format
	ShardSize int

	// ExactOnly looks for equal text only.
	ExactOnly bool

	// Longest keeps the document of a group with the longest text, the first of several, instead of the first.
	Longest bool

	// Memory is how many bytes a run of the sorting takes; what is more goes to a temporary folder.
	Memory int64
}

// DedupCounts say what became of the rows.
type DedupCounts struct {
	Kept       int64 `json:"kept"`
	Duplicates int64 `json:"duplicates"`
	Groups     int64 `json:"groups"`      // of two documents or more
	WithoutKey int64 `json:"without_key"` // kept since they have no fingerprint
}

// errFingerprints is returned for rows that Score has not seen.
var errFingerprints = errors.New("no row has a fingerprint: process with all operations, or with --score")

// reasonDuplicate is the reason of a rejected duplicate.
const reasonDuplicate = "DUPLICATE"

// Do reads all rows twice, to find the groups and to write; with Longest once more between them, since a row may name one that comes
// after it.
func (d *Dedup) Do(ctx context.Context) (DedupCounts, error) {
	if err := isEmpty(ctx, d.Folder); err != nil {
		return DedupCounts{}, err
	}
	dir, err := os.MkdirTemp("", "copydesk-dedup-")
	if err != nil {
		return DedupCounts{}, err
	}
	defer os.RemoveAll(dir) //nolint:errcheck // temporary
	c, err := d.choose(ctx, dir)
	if err != nil {
		return DedupCounts{}, err
	}
	if err := d.write(ctx, c); err != nil {
		return DedupCounts{}, err
	}
	return c.counts, writeJSON(ctx, d.Folder, manifestName, c.counts)
}

// each calls f with every kept row and its number.
func (d *Dedup) each(ctx context.Context, f func(n uint32, row *files.Row) error) error {
	n := uint32(0)
	for _, file := range d.Inputs {
		var failed error
		err := file.Rows(ctx, func(row *files.Row) bool {
			if row.Status != files.Kept {
				return true
			}
			failed = cmp.Or(f(n, row), ctx.Err())
			n++
			return failed == nil
		})
		if err = cmp.Or(failed, err); err != nil {
			return err
		}
	}
	return nil
}

// choice is which row of each group is kept.
type choice struct {
	groups *dedup.Groups
	best   map[uint32]uint32 // by the first of the group, where it is another
	length []int32           // of texts, if the longest is kept
	many   map[uint32]string // the ids of the kept rows of groups of two or more, by the first of the group
	counts DedupCounts
}

// keeps is the row that is kept of the group of n.
func (c *choice) keeps(n uint32) (first, kept uint32) {
	first = c.groups.First(n)
	if best, ok := c.best[first]; ok {
		return first, best
	}
	return first, first
}

// choose finds the groups, and which row of each is kept.
func (d *Dedup) choose(ctx context.Context, dir string) (*choice, error) {
	finder := dedup.NewFinder(dir, d.Memory, d.ExactOnly)
	defer finder.Close() //nolint:errcheck // its files are in a temporary folder
	c := &choice{best: map[uint32]uint32{}, many: map[uint32]string{}}
	rows := int64(0)
	err := d.each(ctx, func(_ uint32, row *files.Row) error {
		if rows++; row.Exact == "" && len(row.Minhash) == 0 {
			c.counts.WithoutKey++
		}
		if d.Longest {
			c.length = append(c.length, int32(len(row.Text))) //nolint:gosec // under 2 GB
		}
		return finder.Add(row.Exact, row.Minhash)
	})
	if err != nil {
		return nil, err
	}
	if rows > 0 && rows == c.counts.WithoutKey {
		return nil, errFingerprints
	}
	if c.groups, err = finder.Groups(ctx); err != nil {
		return nil, err
	}
	for n := range uint32(rows) {
		first := c.groups.First(n)
		if first == n {
			continue
		}
		c.many[first] = ""
		if d.Longest && c.length[n] > c.length[cmp.Or(c.best[first], first)] {
			c.best[first] = n
		}
	}
	c.counts.Groups = int64(len(c.many))
	if d.Longest {
		err = d.each(ctx, func(n uint32, row *files.Row) error {
			c.name(n, row)
			return nil
		})
	}
	return c, err
}

// name notes the id of a row that is kept of a group.
func (c *choice) name(n uint32, row *files.Row) {
	first, kept := c.keeps(n)
	if _, ok := c.many[first]; ok && kept == n {
		c.many[first] = row.ID
	}
}

// write writes all rows: kept, or rejected as duplicates.
func (d *Dedup) write(ctx context.Context, c *choice) error {
	ctx, cancel := context.WithCancel(ctx)
	out := &outputs{ctx: ctx, folder: d.Folder, format: d.Format}
	defer func() { out.abandon() }()
	defer cancel()
	inShard := 0
	err := d.each(ctx, func(n uint32, row *files.Row) error {
		if inShard == d.ShardSize {
			if _, err := out.close(); err != nil {
				return err
			}
			out, inShard = &outputs{ctx: ctx, folder: d.Folder, format: d.Format, shard: out.shard + 1}, 0
		}
		inShard++
		first, kept := c.keeps(n)
		if kept == n {
			c.name(n, row)
			c.counts.Kept++
			return out.write(row)
		}
		c.counts.Duplicates++
		row.Status, row.Reasons, row.DuplicateOf = files.Rejected, []string{reasonDuplicate}, c.many[first]
		return out.write(row)
	})
	if err != nil {
		return err
	}
	if _, err := out.close(); err != nil {
		return fmt.Errorf("the last files: %w", err)
	}
	return nil
}
