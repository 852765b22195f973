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
// A section is a run of buckets of half a line of the cache. A bucket is the tags of its entries, and then their values; a tag of 0 is a free
// place, and free places come last. What does not fit into a bucket is in the next one, and after the last comes the first.
type table struct {
	data    string
	buckets uint64
	places  int // of a bucket
	width   int // of a value, in bytes
}

const (
	bucketLen = halfLine
	tagLen    = 2
	maxHops   = 32 // how many buckets a search may look at
	fullness  = 70 // how many of a hundred places are used: with 80 every second search would go on to another bucket
)

// placesFor returns the places of a bucket whose values have width bytes.
func placesFor(width int) int { return bucketLen / (tagLen + width) }

// openTable checks a section whose values have width bytes, 1 or 2. Errors wrap model.ErrFormat.
func openTable(section string, width int) (table, error) {
	if len(section) == 0 || len(section)%bucketLen != 0 {
		return table{}, fmt.Errorf("%w: table of %d bytes", model.ErrFormat, len(section))
	}
	return table{data: section, buckets: uint64(len(section) / bucketLen), places: placesFor(width), width: width}, nil
}

// spot is where an n-gram is looked up.
type spot struct {
	at  uint32 // where its bucket begins
	tag uint16
}

// spotOf returns where an n-gram with hash h is looked up.
func (t *table) spotOf(h uint64) spot {
	bucket, _ := bits.Mul64(h, t.buckets)
	return spot{uint32(bucket) * bucketLen, uint16(tagOf(h))} //nolint:gosec // a section is shorter than 4 GiB; sixteen bits
}

// load reads a bucket, so that it is at hand. A loop of nothing else has many of them read at a time.
func (t *table) load(s spot) byte { return t.data[s.at] }

const (
	eachTag = 0x0001000100010001
	topBits = 0x8000800080008000
	lowHalf = 0xffffffff
)

// find returns where the value of an n-gram with hash h is in t.data, or a negative number.
func (t *table) find(h uint64) int { return t.findAt(t.spotOf(h)) }

// findAt is find for an n-gram of which is known where it is looked up.
func (t *table) findAt(s spot) int {
	at, wanted := int(s.at), uint64(s.tag)*eachTag
	for range maxHops {
		bucket := t.data[at:][:bucketLen]
		first, second := model.Uint64(bucket, 0), model.Uint64(bucket, 8)
		found, last := equal(first^wanted)>>3|equal(second^wanted)>>2, second>>48
		if t.width == 1 {
			third := model.Uint64(bucket, 16)
			found, last = found|equal(third^wanted)&lowHalf>>1, third>>16&0xffff
		}
		if found != 0 {
			// Bits 12, 28 and so on are of the first four tags, 13, 29 and so on of the second.
			bit := bits.TrailingZeros64(found)
			place := bit>>4 + (bit&15-12)<<2
			return at + t.places*tagLen + place*t.width
		}
		if last == 0 {
			return -1
		}
		if at += bucketLen; at == len(t.data) {
			at = 0
		}
	}
	return -1
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
	out := make([]byte, int(t.buckets)*bucketLen) //nolint:gosec // some megabytes
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
		place, at := used[bucket], bucket*bucketLen
		binary.LittleEndian.PutUint16(out[at+place*tagLen:], uint16(tagOf(r.hash))) //nolint:gosec // sixteen bits
		copy(out[at+t.places*tagLen+place*width:], r.value[:width])
		used[bucket]++
	}
	return out
}
