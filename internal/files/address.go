package files

import (
	"context"
	"strings"

	"gocloud.dev/blob"
	_ "gocloud.dev/blob/azureblob" // azblob://
	"gocloud.dev/blob/fileblob"
	_ "gocloud.dev/blob/gcsblob" // gs://
	_ "gocloud.dev/blob/s3blob"  // s3://
)

// isAddress tells an address in an object store, such as s3://bucket/key, from a path.
func isAddress(name string) bool { return strings.Contains(name, "://") }

// onDisk returns the path that a name is, if it is one: file:///a/b is the path /a/b.
func onDisk(name string) (path string, ok bool) {
	if rest, ok := strings.CutPrefix(name, "file://"); ok {
		return rest, true
	}
	return name, !isAddress(name)
}

// splitAddress cuts scheme://bucket/key?query into the address of the bucket, scheme://bucket?query, and the key.
func splitAddress(address string) (bucket, key string) {
	scheme, rest, _ := strings.Cut(address, "://")
	rest, query, ok := strings.Cut(rest, "?")
	name, key, _ := strings.Cut(rest, "/")
	bucket = scheme + "://" + name
	if ok {
		bucket += "?" + query
	}
	return bucket, key
}

// OpenFolder opens a folder for writing, on disk, where it is made if need be, or at an address. A file in it appears when it is
// complete, never in parts.
func OpenFolder(ctx context.Context, name string) (*blob.Bucket, error) {
	if path, ok := onDisk(name); ok {
		return fileblob.OpenBucket(path, &fileblob.Options{CreateDir: true, NoTempDir: true, Metadata: fileblob.MetadataDontWrite})
	}
	where, prefix := splitAddress(name)
	b, err := blob.OpenBucket(ctx, where)
	if err != nil {
		return nil, err
	}
	if prefix = strings.Trim(prefix, "/"); prefix != "" {
		b = blob.PrefixedBucket(b, prefix+"/")
	}
	return b, nil
}
