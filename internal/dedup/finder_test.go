package dedup_test

import (
	"bytes"
	"encoding/binary"
	"math/rand/v2"
	"os"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/dedup"
)

const (
	buckets = 14
	values  = 8
)

// document has fingerprints.
type document struct {
	exact   string
	minHash []byte
}

// made makes documents with random fingerprints, of which many share a bucket with another: a chain in which each is like the one before
// only, a star, copies, and some that differ in the place of a bucket alone.
func made(n int, seed uint64) []document {
	random := rand.New(rand.NewPCG(seed, 0))
	docs := make([]document, n)
	for i := range docs {
		docs[i].exact = strconv.Itoa(i)
		for range buckets * values {
			docs[i].minHash = binary.BigEndian.AppendUint64(docs[i].minHash, random.Uint64())
		}
	}
	bucket := func(d, b int) []byte { return docs[d].minHash[b*values*8 : (b+1)*values*8] }
	for i := 1; i < n/4; i++ {
		copy(bucket(i, i%buckets), bucket(i-1, i%buckets)) // the chain
	}
	for i := n / 4; i < n/3; i++ {
		copy(bucket(i, 3), bucket(n/4, 3)) // the star
	}
	for range n / 4 {
		a, b := random.IntN(n), random.IntN(n)
		if docs[a].minHash == nil || docs[b].minHash == nil {
			continue
		}
		switch random.IntN(4) {
		case 0:
			docs[a] = document{docs[b].exact, bytes.Clone(docs[b].minHash)}
		case 1:
			docs[a].exact = docs[b].exact
		case 2:
			copy(bucket(a, 1), bucket(b, 2)) // in another place: no evidence
		default:
			docs[a].minHash, docs[a].exact = nil, ""
		}
	}
	return docs
}

// connected finds the groups in the plainest way: for each pair of documents.
func connected(docs []document, exactOnly bool) []uint32 {
	first := make([]uint32, len(docs))
	for i := range first {
		first[i] = uint32(i)
	}
	for i := range docs {
		for j := range i {
			if first[i] != first[j] && alike(&docs[i], &docs[j], exactOnly) {
				low, high := min(first[i], first[j]), max(first[i], first[j])
				for k := range first {
					if first[k] == high {
						first[k] = low
					}
				}
			}
		}
	}
	return first
}

func alike(a, b *document, exactOnly bool) bool {
	if a.exact != "" && a.exact == b.exact {
		return true
	}
	for i := 0; !exactOnly && i < buckets && a.minHash != nil && b.minHash != nil; i++ {
		if string(a.minHash[i*64:(i+1)*64]) == string(b.minHash[i*64:(i+1)*64]) {
			return true
		}
	}
	return false
}

func TestGroups(t *testing.T) {
	t.Parallel()
	for seed := range uint64(4) {
		docs := made(400, seed)
		for _, exactOnly := range []bool{false, true} {
			want := connected(docs, exactOnly)
			for _, memory := range []int64{0, 64 << 20} { // in many runs, and in one
				dir := t.TempDir()
				f := dedup.NewFinder(dir, memory, exactOnly)
				for _, d := range docs {
					if err := f.Add(d.exact, d.minHash); err != nil {
						t.Fatal(err)
					}
				}
				groups, err := f.Groups(t.Context())
				if err != nil {
					t.Fatal(err)
				}
				got := make([]uint32, groups.Len())
				for i := range got {
					got[i] = groups.First(uint32(i))
				}
				if diff := cmp.Diff(want, got); diff != "" {
					t.Errorf("seed %d, exact %v, memory %d: pairs -, got +\n%s", seed, exactOnly, memory, diff)
				}
				if err := f.Close(); err != nil {
					t.Error(err)
				}
				if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
					t.Errorf("%d files are left, %v", len(left), err)
				}
			}
		}
	}
}

func TestMinHashSize(t *testing.T) {
	t.Parallel()
	if err := dedup.NewFinder(t.TempDir(), 0, false).Add("", []byte("short")); err == nil {
		t.Error("a MinHash of the wrong size is taken")
	}
}
