package fingerprint_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/score/fingerprint"
)

func TestDuplicates(t *testing.T) {
	t.Parallel()
	rain := "Rain fell on the hills for a ninth day, and the lower road was closed while cattle were led to the school field."
	texts := []string{
		0: "",
		1: harbour,
		2: "Short note",
		3: rain,
		4: strings.Replace(harbour, "chairwoman", "treasurer", 1),
		5: "…",
		6: "short note!",
		7: strings.ToUpper(rain),
		8: "Shorter note",
		9: harbour,
	}
	docs := make([]fingerprint.Fingerprints, len(texts))
	for i, s := range texts {
		docs[i] = of(s)
	}
	if diff := cmp.Diff([]int{0, 1, 2, 3, 1, 5, 2, 3, 8, 1}, fingerprint.Duplicates(docs)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// made returns a document whose buckets are 0 but for those given.
func made(exact uint64, buckets map[int]uint64) fingerprint.Fingerprints {
	d := fingerprint.Fingerprints{Exact: exact, MinHash: make([]uint64, fingerprint.Hashes)}
	for b := range fingerprint.Buckets {
		d.MinHash[b*fingerprint.BucketHashes] = exact<<8 + uint64(b)
		if v, ok := buckets[b]; ok {
			d.MinHash[b*fingerprint.BucketHashes] = v
		}
	}
	return d
}

func TestDuplicatesByBucket(t *testing.T) {
	t.Parallel()
	docs := []fingerprint.Fingerprints{
		made(1, map[int]uint64{3: 7}),
		made(2, map[int]uint64{13: 9}),
		made(3, map[int]uint64{3: 7, 13: 9}), // meets both: the first counts
		made(4, map[int]uint64{4: 7}),        // the same values in another bucket
		made(5, map[int]uint64{13: 9}),       // meets the second and the third
		{Exact: 4},                           // too short for a signature
		{Exact: 6},
	}
	if diff := cmp.Diff([]int{0, 1, 0, 3, 1, 3, 6}, fingerprint.Duplicates(docs)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := fingerprint.Duplicates(nil); len(got) != 0 {
		t.Errorf("a batch of none: %v", got)
	}
}

func TestBucket(t *testing.T) {
	t.Parallel()
	d := made(1, nil)
	if got := fingerprint.Bucket(d.MinHash, 13); got != [8]uint64{1<<8 + 13} {
		t.Errorf("bucket 13: %v", got)
	}
}
