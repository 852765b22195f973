// Package reload keeps what is read from files up to date: certificates, keys and tokens are replaced while the server runs.
package reload

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"log/slog"
	"os"
	"sync/atomic"
	"time"
)

// Files is a value that is made from the contents of files, and made anew when one of them changes. Contents are compared,
// not times, because a mounted secret is replaced by changing a link.
type Files[T any] struct {
	paths  []string
	parse  func(contents [][]byte) (T, error)
	value  atomic.Pointer[T]
	digest [sha256.Size]byte
}

// Open reads the files and makes the value. What parse returns as an error must not quote the contents: they are secrets.
func Open[T any](parse func(contents [][]byte) (T, error), paths ...string) (*Files[T], error) {
	f := &Files[T]{paths: paths, parse: parse}
	if _, err := f.Reload(); err != nil {
		return nil, err
	}
	return f, nil
}

// Value is the value made last.
func (f *Files[T]) Value() T { return *f.value.Load() }

// Reload reads the files and reports whether the value was made anew. After an error the value stays what it was.
// It is not safe to be called by several goroutines at once.
func (f *Files[T]) Reload() (bool, error) {
	contents := make([][]byte, len(f.paths))
	for i, path := range f.paths {
		b, err := os.ReadFile(path) //nolint:gosec // the operator names the files
		if err != nil {
			return false, err
		}
		contents[i] = b
	}
	digest := sha256.Sum256(bytes.Join(contents, []byte{0}))
	if f.value.Load() != nil && digest == f.digest {
		return false, nil
	}
	value, err := f.parse(contents)
	if err != nil {
		return false, fmt.Errorf("%s: %w", f.paths[0], err)
	}
	f.value.Store(&value)
	f.digest = digest
	return true, nil
}

// Watch looks at the files every interval until ctx ends. A file that cannot be used is logged, once for each of its states,
// and the value stays.
func (f *Files[T]) Watch(ctx context.Context, interval time.Duration, log *slog.Logger) {
	tick := time.NewTicker(interval)
	defer tick.Stop()
	last := ""
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		switch changed, err := f.Reload(); {
		case err != nil && err.Error() != last:
			last = err.Error()
			log.LogAttrs(ctx, slog.LevelError, "cannot reload: the value before stays in force", slog.String("error", last))
		case changed:
			last = ""
			log.LogAttrs(ctx, slog.LevelInfo, "reloaded", slog.Any("files", f.paths))
		}
	}
}
