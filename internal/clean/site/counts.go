package site

import (
	"encoding/binary"
	"errors"
	"maps"
	"slices"
	"sort"
	"strings"
)

const (
	// leastPages is on how many pages of a host a line is at least that is dropped.
	leastPages = 3

	// leastShare is on which share of the host's pages it is at least, unless it is on enoughPages: large sites have several templates.
	leastShare  = .5
	enoughPages = 20

	// MaxBytes is how large Counts are at most: some 690,000 lines.
	MaxBytes = 8 << 20
)

// The bytes of Counts: magic, the number of hosts and of lines (4 bytes each, little-endian), then hosts and lines, each a hash (8 bytes) and
// a number of pages (4), in the order of the hashes.
const (
	magic      = "site-counts-1\n"
	headerSize = len(magic) + 8
	entrySize  = 12
)

// Counts say which lines recur on the pages of which hosts. The zero value has none.
type Counts struct{ hosts, lines string }

// errCounts says that bytes are no counts.
var errCounts = errors.New("are not what copydesk count writes")

// Open reads counts in place: b must not change after that. It returns an error if b is not what Bytes has written.
func Open(b string) (Counts, error) {
	if b == "" {
		return Counts{}, nil
	}
	rest, ok := strings.CutPrefix(b, magic)
	if !ok || len(b) < headerSize || len(b) > MaxBytes {
		return Counts{}, errCounts
	}
	hosts, lines := uint64(number(rest)), uint64(number(rest[4:]))
	rest = rest[8:]
	if (hosts+lines)*entrySize != uint64(len(rest)) {
		return Counts{}, errCounts
	}
	c := Counts{rest[:hosts*entrySize], rest[hosts*entrySize:]}
	if !inOrder(c.hosts) || !inOrder(c.lines) {
		return Counts{}, errCounts
	}
	return c, nil
}

func inOrder(entries string) bool {
	for i := entrySize; i < len(entries); i += entrySize {
		if hashAt(entries, i-entrySize) >= hashAt(entries, i) {
			return false
		}
	}
	return true
}

// Bytes returns the counts of the lines that recur often enough to be dropped; where they would exceed MaxBytes, those on the most pages.
func (c *Counter) Bytes() []byte {
	keys := slices.SortedFunc(maps.Keys(c.lines), func(a, b uint64) int {
		if x, y := c.lines[a].pages, c.lines[b].pages; x != y {
			return int(y) - int(x)
		}
		return compare(a, b)
	})
	keys = slices.DeleteFunc(keys, func(k uint64) bool {
		of := c.lines[k]
		return !recurs(of.pages, c.hosts[of.host])
	})
	hosts := map[uint64]bool{}
	size := headerSize
	for n, k := range keys {
		more := entrySize
		if !hosts[c.lines[k].host] {
			more += entrySize
		}
		if size += more; size > MaxBytes {
			keys = keys[:n]
			break
		}
		hosts[c.lines[k].host] = true
	}
	slices.Sort(keys)
	b := append(make([]byte, 0, size), magic...)
	b = binary.LittleEndian.AppendUint32(b, uint32(len(hosts))) //nolint:gosec // at most MaxBytes
	b = binary.LittleEndian.AppendUint32(b, uint32(len(keys)))  //nolint:gosec // at most MaxBytes
	for _, h := range slices.Sorted(maps.Keys(hosts)) {
		b = appendEntry(b, h, c.hosts[h])
	}
	for _, k := range keys {
		b = appendEntry(b, k, c.lines[k].pages)
	}
	return b
}

func compare(a, b uint64) int {
	if a < b {
		return -1
	}
	return 1
}

func appendEntry(b []byte, hash uint64, pages uint32) []byte {
	return binary.LittleEndian.AppendUint32(binary.LittleEndian.AppendUint64(b, hash), pages)
}

// recurs reports whether a line on some of a host's pages recurs often enough to be dropped.
func recurs(pages, all uint32) bool {
	return pages >= leastPages && (pages >= enoughPages || float64(pages) >= float64(leastShare*float64(all)))
}

// Empty reports whether no line recurs.
func (c Counts) Empty() bool { return c.lines == "" }

// of returns how many pages of a host a line is on, of how many; 0 if it does not recur.
func (c Counts) of(host uint64, all uint32, line uint64) uint32 {
	pages := find(c.lines, keyOf(host, line))
	if !recurs(pages, all) {
		return 0
	}
	return pages
}

// find returns the number of a hash in sorted entries, 0 if it is not there.
func find(entries string, hash uint64) uint32 {
	n := len(entries) / entrySize
	i := sort.Search(n, func(i int) bool { return hashAt(entries, i*entrySize) >= hash })
	if i == n || hashAt(entries, i*entrySize) != hash {
		return 0
	}
	return number(entries[i*entrySize+8:])
}

func hashAt(s string, i int) uint64 {
	return uint64(number(s[i:])) | uint64(number(s[i+4:]))<<32
}

func number(s string) uint32 {
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}
