package dedup

import (
	"bufio"
	"cmp"
	"container/heap"
	"context"
	"encoding/binary"
	"errors"
	"io"
	"os"
)

// storedBytes is the size of an entry in a file.
const storedBytes = 20

// merge reads all runs side by side, in the order of keys, and joins the documents that have the same one.
func (f *Finder) merge(ctx context.Context) error {
	var heads runHeap
	for _, file := range f.runs {
		r, err := openRun(file)
		if err != nil {
			return err
		}
		if r != nil {
			heads = append(heads, r)
		}
	}
	heap.Init(&heads)
	var last entry
	for n := 0; len(heads) > 0; n++ {
		if n%65536 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		head := heads[0]
		if n > 0 && head.next.key == last.key {
			f.groups.join(last.doc, head.next.doc)
		}
		last = head.next
		more, err := head.read()
		switch {
		case err != nil:
			return err
		case more:
			heap.Fix(&heads, 0)
		default:
			heap.Pop(&heads)
		}
	}
	return nil
}

// run is a sorted file and its next entry.
type run struct {
	in   *bufio.Reader
	next entry
}

// openRun returns nil for an empty file.
func openRun(file *os.File) (*run, error) {
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return nil, err
	}
	r := &run{in: bufio.NewReaderSize(file, 64<<10)}
	if more, err := r.read(); !more || err != nil {
		return nil, err
	}
	return r, nil
}

// read reads the next entry and reports whether there was one.
func (r *run) read() (bool, error) {
	var b [storedBytes]byte
	if _, err := io.ReadFull(r.in, b[:]); err != nil {
		if errors.Is(err, io.EOF) {
			return false, nil
		}
		return false, err
	}
	r.next = entry{key{binary.LittleEndian.Uint64(b[:8]), binary.LittleEndian.Uint64(b[8:16])}, binary.LittleEndian.Uint32(b[16:])}
	return true, nil
}

// runHeap has the run with the smallest entry first.
type runHeap []*run //nolint:recvcheck // as heap.Interface has it

func (h runHeap) Len() int      { return len(h) }
func (h runHeap) Swap(i, j int) { h[i], h[j] = h[j], h[i] }
func (h runHeap) Less(i, j int) bool {
	return cmp.Or(h[i].next.key.compare(h[j].next.key), cmp.Compare(h[i].next.doc, h[j].next.doc)) < 0
}

// Push implements heap.Interface.
func (h *runHeap) Push(x any) { *h = append(*h, x.(*run)) } //nolint:forcetypeassert // runs only

// Pop implements heap.Interface.
func (h *runHeap) Pop() any {
	old := *h
	last := old[len(old)-1]
	*h = old[:len(old)-1]
	return last
}
