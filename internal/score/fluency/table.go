package fluency

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"math/bits"
	"slices"

	"github.com/copydesk/copydesk/internal/model"
)

// A table maps n-grams to a few bytes. It holds a hash of each n-gram and not the n-gram itself: it says which bucket the n-gram is in,
// and sixteen more bits, its tag, which entry of the bucket it is. An n-gram that is not in the table is taken for one that is in fewer
// than one case of a thousand, which costs nothing in accuracy and saves more than half of the space.
//
// A section is a run of buckets. A bucket is the tags of its entries, and then their values; a tag of 0 is a free place, and free places
// come last. What does not fit into a bucket is in the next one, and after the last comes the first.
type table struct {
	data    string
	buckets uint64
	places  int // of a bucket
	width   int // of a value, in bytes
}

const (
	tagLen   = 2
	maxHops  = 32 // how many buckets a search may look at
	fullness = 85 // how many of a hundred places are used
)

// placesFor returns the places of a bucket whose values have width bytes: a bucket is about as long as a line of the cache.
func placesFor(width int) int {
	if width == 1 {
		return 24
	}
	return 16
}

// openTable checks a section whose values have width bytes. Errors wrap model.ErrFormat.
func openTable(section string, width int) (table, error) {
	t := table{data: section, places: placesFor(width), width: width}
	if len(section) == 0 || len(section)%t.bucketLen() != 0 {
		return t, fmt.Errorf("%w: table of %d bytes", model.ErrFormat, len(section))
	}
	t.buckets = uint64(len(section) / t.bucketLen()) //nolint:gosec // a length
	return t, nil
}

func (t *table) bucketLen() int { return t.places * (tagLen + t.width) }

// load returns a byte of the bucket in which an n-gram with hash h is looked up, so that the bucket is at hand.
func (t *table) load(h uint64) byte {
	bucket, _ := bits.Mul64(h, t.buckets)
	return t.data[int(bucket)*t.bucketLen()] //nolint:gosec // below the number of buckets
}

const (
	eachTag = 0x0001000100010001
	topBits = 0x8000800080008000
)

// find returns where the value of an n-gram with hash h is in t.data, or a negative number.
func (t *table) find(h uint64) int {
	high, _ := bits.Mul64(h, t.buckets)
	bucket, tags, size := int(high), t.places*tagLen, t.bucketLen() //nolint:gosec // below the number of buckets
	wanted := tagOf(h) * eachTag
	for range maxHops {
		at := bucket * size
		place, full := search(t.data[at:at+tags], wanted)
		if place >= 0 {
			return at + tags + place*t.width
		}
		if !full {
			return -1
		}
		if bucket++; uint64(bucket) == t.buckets { //nolint:gosec // not negative
			bucket = 0
		}
	}
	return -1
}

// search returns the place of a tag among those of a bucket, negative if it is not there, and whether no place is free. It goes through
// all of them without a branch that depends on what is found: a mispredicted one costs more than the rest of the bucket.
func search(tags string, wanted uint64) (place int, full bool) {
	place = -1
	last := uint64(0)
	for i := 0; i+8 <= len(tags); i += 8 {
		last = uint64At(tags, i)
		x := last ^ wanted
		match := (x - eachTag) &^ x & topBits // the lowest bit is that of the first tag that is equal
		here := (i*8 + bits.TrailingZeros64(match)) >> 4
		if match != 0 {
			place = here
		}
	}
	return place, last>>48 != 0
}

func uint64At(s string, at int) uint64 {
	s = s[at:][:8] // one check, and so one load
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// tagOf returns the lowest sixteen bits of a hash, which do not decide the bucket, or 1 for 0.
func tagOf(h uint64) uint64 { return max(h&0xffff, 1) }

// hash2 and hash3 are the hashes of a bigram and a trigram.
func hash2(a, b ID) uint64 { return mix(uint64(a)<<16 | uint64(b) | 1<<48) }

func hash3(a, b, c ID) uint64 { return mix(uint64(a)<<32 | uint64(b)<<16 | uint64(c)) }

// mix is the finalizer of SplitMix64 (Steele, Lea and Flood 2014).
func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// record is one entry of a table to be made.
type record struct {
	hash  uint64
	value [2]byte
}

// makeTable returns the section that holds records, whose order it changes. Values have width bytes, at most two. It panics if a record
// would be too far from its bucket, which does not happen with hashes.
func makeTable(records []record, width int) []byte {
	t := table{places: placesFor(width), width: width}
	t.buckets = uint64(len(records)*100/fullness/t.places + 1) //nolint:gosec // some hundred thousand
	slices.SortFunc(records, func(a, b record) int { return cmp.Compare(a.hash, b.hash) })
	out := make([]byte, int(t.buckets)*t.bucketLen()) //nolint:gosec // some megabytes
	used := make([]int, t.buckets)
	for _, r := range records {
		high, _ := bits.Mul64(r.hash, t.buckets)
		bucket := int(high) //nolint:gosec // below the number of buckets
		for hops := 1; used[bucket] == t.places; hops++ {
			if hops == maxHops {
				panic("fluency: a table is too full")
			}
			bucket = (bucket + 1) % len(used)
		}
		place, at := used[bucket], bucket*t.bucketLen()
		binary.LittleEndian.PutUint16(out[at+place*tagLen:], uint16(tagOf(r.hash))) //nolint:gosec // sixteen bits
		copy(out[at+t.places*tagLen+place*width:], r.value[:width])
		used[bucket]++
	}
	return out
}
