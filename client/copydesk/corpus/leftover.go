package corpus

import (
	"context"
	"errors"
	"io"
	"regexp"

	"gocloud.dev/blob"
)

// leftover matches the names of files that a run on disk was writing when it was killed: gocloud.dev/blob/fileblob adds the time in
// hexadecimal digits and ".tmp" to a name until the file is complete. In an object store, what has not been uploaded whole is not listed.
var leftover = regexp.MustCompile(`^((kept|rejected|failed)/\d{5,}\.[a-z.]+|_shards/\d{5,}\.(json|ids)|_(run|manifest)\.json)\.[0-9a-f]+\.tmp$`)

// removeLeftovers deletes what earlier runs were writing when they were killed: engines that read all files of a folder would take them
// for shards.
func removeLeftovers(ctx context.Context, folder *blob.Bucket) error {
	var names []string
	for list := folder.List(nil); ; {
		file, err := list.Next(ctx)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
		if leftover.MatchString(file.Key) {
			names = append(names, file.Key)
		}
	}
	for _, name := range names {
		if err := folder.Delete(ctx, name); err != nil {
			return err
		}
	}
	return nil
}
