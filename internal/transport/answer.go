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
	if mem.IsBelowBufferPoolingThreshold(n) { // such a buffer is never given back
		defer a.held.Release()
		return marshal(a.Message, n, exactPool{})
	}
	a.held.Resize(heldBase + int64(n))
	a.watch = a.stalls.watch(a.ctx)
	if a.conn = connOf(a.ctx); a.conn != nil {
		a.conn.unread.add(a)
	}
	return marshal(a.Message, n, a)
}

// Get implements mem.BufferPool.
func (a *answer) Get(n int) *[]byte { return exactPool{}.Get(n) }

// Put implements mem.BufferPool. It is called when the last of the bytes has been written.
func (a *answer) Put(b *[]byte) {
	exactPool{}.Put(b)
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
