package corpus

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"io"

	"gocloud.dev/blob"

	"github.com/copydesk/copydesk/internal/files"
)

// outputs are the files of a shard, by status. One that gets no row does not come to be.
type outputs struct {
	ctx    context.Context //nolint:containedctx // ends the writers of a shard that is given up
	folder *blob.Bucket
	format files.Format
	shard  int

	open [3]*output
}

var statuses = [3]string{files.Kept, files.Rejected, files.Failed}

// output is one file. It is in place when it has been closed, and not before.
type output struct {
	name string
	file *blob.Writer
	hash hash.Hash
	rows files.RowWriter
	n    int64
}

// fileRows describes a file for the manifest.
type fileRows struct {
	Name   string `json:"name"`
	Rows   int64  `json:"rows"`
	SHA256 string `json:"sha256"`
}

func (o *outputs) write(row *files.Row) error {
	for i, status := range statuses {
		if status != row.Status {
			continue
		}
		if o.open[i] == nil {
			var err error
			if o.open[i], err = o.create(status); err != nil {
				return err
			}
		}
		o.open[i].n++
		return o.open[i].rows.Write(row)
	}
	return fmt.Errorf("a row of status %q", row.Status)
}

func (o *outputs) create(status string) (*output, error) {
	name := fmt.Sprintf("%s/%05d%s", status, o.shard, files.Extension(o.format))
	file, err := o.folder.NewWriter(o.ctx, name, nil)
	if err != nil {
		return nil, err
	}
	sum := sha256.New()
	rows, err := files.NewRowWriter(io.MultiWriter(file, sum), o.format)
	if err != nil {
		return nil, err
	}
	return &output{name: name, file: file, hash: sum, rows: rows}, nil
}

// close puts all files in place.
func (o *outputs) close() ([]fileRows, error) {
	var done []fileRows
	for i, out := range o.open {
		if out == nil {
			continue
		}
		err := out.rows.Close()
		if err == nil { // or a file without its end would be put in place
			err = out.file.Close()
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", out.name, err)
		}
		o.open[i] = nil
		done = append(done, fileRows{out.name, out.n, hex.EncodeToString(out.hash.Sum(nil))})
	}
	return done, nil
}

// abandon ends the files that were not put in place. The context has been cancelled, so closing removes them.
func (o *outputs) abandon() {
	for _, out := range o.open {
		if out != nil {
			_ = out.file.Close()
		}
	}
}
