package transport

import (
	"context"
	"sync"
	"time"

	"google.golang.org/grpc/mem"
	"google.golang.org/protobuf/proto"

	"github.com/copydesk/copydesk/internal/admission"
)

// answer is the response of a unary call that holds memory until it has been written to the connection, or that is closed.
// Interceptors return before that: without it, answers that nobody reads would go uncounted.
type answer struct {
	proto.Message

	ctx    context.Context //nolint:containedctx // that of the call, which ends with the answer
	held   *admission.Held
	stalls *stalls
	watch  *time.Timer
	conn   *inflowConn // nil on the HTTP port
}

// marshal returns the bytes of the message, which give back what is held when gRPC frees them.
func (a *answer) marshal() (mem.BufferSlice, error) {
	n := proto.Size(a.Message)
	options := proto.MarshalOptions{UseCachedSize: true}
	if mem.IsBelowBufferPoolingThreshold(n) { // such a buffer is never given back
		defer a.held.Release()
		b, err := options.Marshal(a.Message)
		return mem.BufferSlice{mem.SliceBuffer(b)}, err //nolint:wrapcheck // gRPC's codecs do the same
	}
	a.held.Resize(heldBase + int64(n))
	a.watch = a.stalls.watch(a.ctx)
	if a.conn = connOf(a.ctx); a.conn != nil {
		a.conn.unread.add(a)
	}
	b := a.Get(n)
	if _, err := options.MarshalAppend((*b)[:0], a.Message); err != nil {
		a.Put(b)
		return nil, err //nolint:wrapcheck // gRPC wants it as it is
	}
	return mem.BufferSlice{mem.NewBuffer(b, a)}, nil
}

// Get implements mem.BufferPool.
func (a *answer) Get(n int) *[]byte { return mem.DefaultBufferPool().Get(n) }

// Put implements mem.BufferPool. It is called when the last of the bytes has been written.
func (a *answer) Put(b *[]byte) {
	mem.DefaultBufferPool().Put(b)
	if a.conn != nil {
		a.conn.unread.remove(a)
	}
	a.end()
}

func (a *answer) end() {
	a.watch.Stop()
	a.held.Release()
}

// unread are the answers that a connection has not taken yet. gRPC does not free their bytes when the connection is closed.
type unread struct {
	mu      sync.Mutex
	answers map[*answer]bool
	closed  bool
}

func (u *unread) add(a *answer) {
	u.mu.Lock()
	defer u.mu.Unlock()
	if u.closed {
		a.end()
		return
	}
	if u.answers == nil {
		u.answers = map[*answer]bool{}
	}
	u.answers[a] = true
}

func (u *unread) remove(a *answer) {
	u.mu.Lock()
	defer u.mu.Unlock()
	delete(u.answers, a)
}

// close ends all of them: the connection is closed.
func (u *unread) close() {
	u.mu.Lock()
	defer u.mu.Unlock()
	u.closed = true
	for a := range u.answers {
		a.end()
	}
	u.answers = nil
}
