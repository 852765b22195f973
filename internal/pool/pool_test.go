package pool_test

import (
	"testing"

	"github.com/copydesk/copydesk/internal/pool"
)

type buffer struct{ b []byte }

func TestNew(t *testing.T) {
	t.Parallel()
	p := pool.Of[buffer]{New: func() *buffer { return &buffer{b: make([]byte, 0, 16)} }}
	if got := cap(p.Get().b); got != 16 {
		t.Errorf("a new buffer has room for %d bytes, want 16", got)
	}
	var zero pool.Of[buffer]
	if zero.Get() == nil {
		t.Error("the zero pool returns nil")
	}
}

// TestLargeIsNotKept puts back an object over the limit many times: Get must never return it.
func TestLargeIsNotKept(t *testing.T) {
	t.Parallel()
	var p pool.Of[buffer]
	large := &buffer{b: make([]byte, 0, pool.MaxKept+1)}
	for range 100 {
		p.Put(large, pool.Size(large.b))
		if p.Get() == large {
			t.Fatal("an object over MaxKept was kept")
		}
	}
}

func TestSize(t *testing.T) {
	t.Parallel()
	if got := pool.Size(make([]uint32, 1, 5)); got != 20 {
		t.Errorf("five numbers of four bytes take %d bytes", got)
	}
	if got := pool.Size([]struct{}{{}}); got != 0 {
		t.Errorf("an empty struct takes %d bytes", got)
	}
}

// TestRoom holds that a list which grows one by one takes less than three times what it holds in the end.
func TestRoom(t *testing.T) {
	t.Parallel()
	const n = 100_000
	var s []int64
	taken := 0
	for i := range n {
		if s = pool.Room(s); len(s) != i || len(s) == cap(s) {
			t.Fatalf("%d elements, room for %d", len(s), cap(s))
		}
		if len(s) == 0 || i&(i-1) == 0 {
			taken += cap(s)
		}
		s = append(s, int64(i))
	}
	if taken > 3*n {
		t.Errorf("took room for %d elements, holds %d", taken, n)
	}
}
