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

// spot is where an n-gram is looked up.
type spot struct {
	at  uint32 // where its bucket begins
	tag uint16
}

// spotOf returns where an n-gram with hash h is looked up.
func (t *table) spotOf(h uint64) spot {
	bucket, _ := bits.Mul64(h, t.buckets)
	return spot{uint32(bucket) * uint32(t.bucketLen()), uint16(tagOf(h))} //nolint:gosec // a section is shorter than 4 GiB; sixteen bits
}

// load reads a bucket, so that it is at hand: it lies in two lines of the cache, if not in one. A loop of nothing else has many of them read at a time.
func (t *table) load(s spot) byte {
	return t.data[s.at] ^ t.data[int(s.at)+t.bucketLen()-1]
}

const (
	eachTag = 0x0001000100010001
	topBits = 0x8000800080008000
)

// find returns where the value of an n-gram with hash h is in t.data, or a negative number.
func (t *table) find(h uint64) int { return t.findAt(t.spotOf(h)) }

// findAt is find for an n-gram of which is known where it is looked up.
func (t *table) findAt(s spot) int {
	tags, size := t.places*tagLen, t.bucketLen()
	at, wanted := int(s.at), uint64(s.tag)*eachTag
	for range maxHops {
		var place int
		var isFull bool
		if t.width == 2 {
			place, isFull = search16(t.data[at:][:16*tagLen], wanted)
		} else {
			place, isFull = search24(t.data[at:][:24*tagLen], wanted)
		}
		if place >= 0 {
			return at + tags + place*t.width
		}
		if !isFull {
			return -1
		}
		if at += size; at == len(t.data) {
			at = 0
		}
	}
	return -1
}

// search16 returns the place of a tag among the sixteen of a bucket, negative if it is not there, and whether no place is free. It goes through
// all of them without a branch that depends on which is found: a mispredicted one costs more than the rest of the bucket. Where several are
// equal it is the first of the last four with any.
func search16(tags string, wanted uint64) (place int, isFull bool) {
	tags = tags[:32]
	last := model.Uint64(tags, 24)
	a, b, c, d := equal(model.Uint64(tags, 0)^wanted), equal(model.Uint64(tags, 8)^wanted), equal(model.Uint64(tags, 16)^wanted), equal(last^wanted)
	if a|b|c|d == 0 {
		return -1, last>>48 != 0
	}
	four, first := a, 0
	if b != 0 {
		four, first = b, 4
	}
	if c != 0 {
		four, first = c, 8
	}
	if d != 0 {
		four, first = d, 12
	}
	return first + bits.TrailingZeros64(four)>>4, true
}

// search24 is search16 for a bucket of 24 tags.
func search24(tags string, wanted uint64) (place int, isFull bool) {
	tags = tags[:48]
	if place, isFull = search16(tags[16:], wanted); place >= 0 {
		return place + 8, true
	}
	a, b := equal(model.Uint64(tags, 0)^wanted), equal(model.Uint64(tags, 8)^wanted)
	if a|b == 0 {
		return -1, isFull
	}
	if b != 0 {
		return 4 + bits.TrailingZeros64(b)>>4, true
	}
	return bits.TrailingZeros64(a) >> 4, true
}

// equal has the highest bit of sixteen set where they are 0; the lowest one is true, and those above it may not be.
func equal(x uint64) uint64 { return (x - eachTag) &^ x & topBits }

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
