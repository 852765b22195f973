package files

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"gocloud.dev/blob"
)

// Sources opens what files are read from.
type Sources struct{ buckets map[string]*blob.Bucket }

// Close ends all connections.
func (s *Sources) Close() error {
	var errs []error
	for _, b := range s.buckets {
		errs = append(errs, b.Close())
	}
	return errors.Join(errs...)
}

// List finds the files that names stand for: files, folders, patterns as filepath.Match has them, and addresses of objects or
// of what begins with them. Of a folder those are taken whose names are of a known kind, and none that begins with "_" or ".".
// The order is that of the names given, and within each that of the alphabet. A name that stands for nothing is an error.
func (s *Sources) List(ctx context.Context, names ...string) ([]File, error) {
	var all []File
	for _, name := range names {
		var found []File
		var err error
		if path, ok := onDisk(name); ok {
			found, err = listDisk(path)
		} else {
			found, err = s.listBucket(ctx, name)
		}
		if err == nil && len(found) == 0 {
			err = errors.New("no file with documents")
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		all = append(all, found...)
	}
	return all, nil
}

func listDisk(name string) ([]File, error) {
	paths := []string{name}
	if _, err := os.Stat(name); errors.Is(err, fs.ErrNotExist) && strings.ContainsAny(name, "*?[") {
		if paths, err = filepath.Glob(name); err != nil {
			return nil, err
		}
	}
	var found []File
	for _, path := range paths {
		info, err := os.Stat(path)
		if err != nil {
			return nil, err
		}
		if !info.IsDir() {
			found = append(found, File{Name: path, Size: info.Size()})
			continue
		}
		if found, err = appendFolder(found, path); err != nil {
			return nil, err
		}
	}
	return found, nil
}

// appendFolder appends the files of a folder and of those in it.
func appendFolder(found []File, folder string) ([]File, error) {
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if path != folder && hidden(entry.Name()) {
			if entry.IsDir() {
				return filepath.SkipDir
			}
			return nil
		}
		if entry.IsDir() || !Readable(path) {
			return nil
		}
		info, err := os.Stat(path) // of what a link leads to
		if err == nil && info.Mode().IsRegular() {
			found = append(found, File{Name: path, Size: info.Size()})
		}
		return err
	})
	return found, err
}

func hidden(name string) bool { return strings.HasPrefix(name, "_") || strings.HasPrefix(name, ".") }

func (s *Sources) listBucket(ctx context.Context, address string) ([]File, error) {
	where, key := splitAddress(address)
	bucket, err := s.bucket(ctx, where)
	if err != nil {
		return nil, err
	}
	base, _, _ := strings.Cut(where, "?")
	file := func(key string, size int64) File {
		return File{Name: base + "/" + key, Size: size, bucket: bucket, key: key}
	}
	var found []File
	objects := bucket.List(&blob.ListOptions{Prefix: key})
	for {
		o, err := objects.Next(ctx)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		if o.Key == key {
			return []File{file(o.Key, o.Size)}, nil
		}
		inside := strings.TrimPrefix(o.Key, key)
		if Readable(o.Key) && !slices.ContainsFunc(strings.Split(inside, "/"), hidden) {
			found = append(found, file(o.Key, o.Size))
		}
	}
	return found, nil
}

// bucket opens a bucket once.
func (s *Sources) bucket(ctx context.Context, where string) (*blob.Bucket, error) {
	if b, ok := s.buckets[where]; ok {
		return b, nil
	}
	b, err := blob.OpenBucket(ctx, where)
	if err != nil {
		return nil, err
	}
	if s.buckets == nil {
		s.buckets = make(map[string]*blob.Bucket)
	}
	s.buckets[where] = b
	return b, nil
}
