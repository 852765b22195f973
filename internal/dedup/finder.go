package dedup

import (
	"bytes"
	"cmp"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"math"
	"os"
	"slices"
)

// The MinHash of a document, as Score returns it.
const (
	buckets     = 14
	bucketBytes = 64
)

// key stands for one bucket, or for the exact fingerprint: a hash of 128 bits, so that of a billion documents no two have the same
// by chance.
type key [2]uint64

func (k key) compare(o key) int {
	return cmp.Or(cmp.Compare(k[0], o[0]), cmp.Compare(k[1], o[1]))
}

// entry says that a document has a key.
type entry struct {
	key key
	doc uint32
}

// entryBytes is the size of an entry, in memory and, as it happens, about that on disk.
const entryBytes = 24

// Finder collects fingerprints. It is used by one goroutine at a time.
type Finder struct {
	exactOnly bool
	dir       string
	largest   int // entries of a run
	run       []entry
	runs      []*os.File
	groups    Groups
}

// NewFinder returns a finder that keeps up to so many bytes of a run in memory, beyond which it writes to files in dir. With
// exactOnly nothing but equal text counts.
func NewFinder(dir string, memory int64, exactOnly bool) *Finder {
	return &Finder{exactOnly: exactOnly, dir: dir, largest: int(max(memory/entryBytes, 1024))}
}

// ErrTooMany is returned for more documents than can be numbered.
var ErrTooMany = errors.New("more than 4,294,967,295 documents")

// Add adds the next document. Either fingerprint may be empty, which is like no other.
func (f *Finder) Add(exact string, minHash []byte) error {
	if f.groups.Len() >= math.MaxUint32 {
		return ErrTooMany
	}
	doc := uint32(f.groups.Len()) //nolint:gosec // compared above
	f.groups.parent = append(f.groups.parent, doc)
	if exact != "" {
		f.run = append(f.run, entry{hash(buckets, []byte(exact)), doc})
	}
	if len(minHash) != 0 && len(minHash) != buckets*bucketBytes {
		return fmt.Errorf("a MinHash has %d bytes, this one has %d", buckets*bucketBytes, len(minHash))
	}
	if !f.exactOnly {
		for b := byte(0); len(minHash) > 0; b++ {
			f.run = append(f.run, entry{hash(b, minHash[:bucketBytes]), doc})
			minHash = minHash[bucketBytes:]
		}
	}
	if len(f.run) < f.largest {
		return nil
	}
	return f.spill()
}

// hash makes the key of a bucket; those of different buckets never count as equal.
func hash(bucket byte, value []byte) key {
	h := fnv.New128a()
	_, _ = h.Write([]byte{bucket})
	_, _ = h.Write(value)
	var sum [16]byte
	h.Sum(sum[:0])
	return key{binary.BigEndian.Uint64(sum[:8]), binary.BigEndian.Uint64(sum[8:])}
}

// sort sorts the run, joins what has the same key in it, and leaves the first document of each key.
func (f *Finder) sort() {
	slices.SortFunc(f.run, func(a, b entry) int { return cmp.Or(a.key.compare(b.key), cmp.Compare(a.doc, b.doc)) })
	kept := f.run[:0]
	for _, e := range f.run {
		if n := len(kept); n > 0 && kept[n-1].key == e.key {
			f.groups.join(kept[n-1].doc, e.doc)
			continue
		}
		kept = append(kept, e)
	}
	f.run = kept
}

// spill writes the run to a file.
func (f *Finder) spill() error {
	f.sort()
	file, err := os.CreateTemp(f.dir, "run-")
	if err != nil {
		return err
	}
	f.runs = append(f.runs, file)
	var out bytes.Buffer
	for _, e := range f.run {
		out.Write(binary.LittleEndian.AppendUint32(binary.LittleEndian.AppendUint64(binary.LittleEndian.AppendUint64(out.AvailableBuffer(), e.key[0]), e.key[1]), e.doc))
		if out.Len() >= 1<<20 {
			if _, err := out.WriteTo(file); err != nil {
				return err
			}
		}
	}
	f.run = f.run[:0]
	_, err = out.WriteTo(file)
	return err
}

// Groups returns the groups of all documents. The finder is not used after it.
func (f *Finder) Groups(ctx context.Context) (*Groups, error) {
	f.sort()
	if len(f.runs) > 0 {
		if err := f.spill(); err != nil {
			return nil, err
		}
	}
	f.run = nil
	return &f.groups, f.merge(ctx)
}

// Close removes the files.
func (f *Finder) Close() error {
	var errs []error
	for _, file := range f.runs {
		errs = append(errs, file.Close(), os.Remove(file.Name()))
	}
	f.runs = nil
	return errors.Join(errs...)
}
