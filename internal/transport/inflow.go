package transport

import (
	"context"
	"math"
	"net"
	"sync"
	"sync/atomic"
	"time"

	"google.golang.org/grpc/mem"

	"github.com/copydesk/copydesk/internal/admission"
)

// inflow bounds what has been received and not been decoded yet, over all connections. The length of a message is known to
// gRPC alone, which reads all of it; so the bytes are counted in the buffers that they are read into. Above the limit
// connections are read from one at a time, which lets one message after the other be completed, taken on or refused; and
// new calls are refused before their message is read.
type inflow struct {
	mem.BufferPool

	control *admission.Controller
	limit   int64
	bytes   atomic.Int64
	streams atomic.Int64 // open ones: what their windows can hold has been accounted for

	mu     sync.Mutex
	reader *inflowConn // the one that is read from above the limit
	since  time.Time
	last   time.Time
}

const (
	// inflowPart is the part of the memory that what is received may take, as a divisor; leastInflow is the least of it.
	inflowPart  = 3
	leastInflow = 4 << 20

	// Above the limit a connection can still send inflowSmall in each inflowSpan, which small messages need, before it has to
	// wait for its turn.
	inflowSmall, inflowSpan = 64 << 10, 100 * time.Millisecond

	// A connection is read from for so long at most, and as long as it does not pause.
	inflowTurn, inflowPause = time.Second, 50 * time.Millisecond

	// inflowLook is how often the others look whether it is their turn.
	inflowLook = 10 * time.Millisecond
)

func newInflow(control *admission.Controller) *inflow {
	in := &inflow{BufferPool: mem.DefaultBufferPool(), control: control, limit: math.MaxInt64 / 4}
	if control != nil {
		in.limit = max(control.Stats().MemoryTotal/inflowPart, leastInflow)
	}
	return in
}

// Get implements mem.BufferPool.
func (in *inflow) Get(n int) *[]byte {
	b := in.BufferPool.Get(n)
	in.bytes.Add(int64(cap(*b)))
	return b
}

// Put implements mem.BufferPool.
func (in *inflow) Put(b *[]byte) {
	in.bytes.Add(-int64(cap(*b)))
	in.BufferPool.Put(b)
}

func (in *inflow) over() bool { return in.bytes.Load() > in.limit+in.streams.Load()*windowBytes }

// farOver reports whether not even small calls should come.
func (in *inflow) farOver() bool {
	return in.bytes.Load()-in.streams.Load()*windowBytes > in.limit/2*3
}

// refusal returns the *admission.Refusal of a call that takes documents, from what is known before its message is read. nil
// means that it may go on, and be refused later.
func (in *inflow) refusal(ctx context.Context, s *sight, unary bool) error {
	var r *admission.Refusal
	if in.farOver() || in.control.Full() {
		r = in.control.MemoryRefusal()
	} else if unary {
		r, _ = in.control.Crowded(ctx, 0).(*admission.Refusal) //nolint:errorlint // made there, never wrapped
	}
	if r == nil {
		return nil
	}
	s.refused(r.Reason)
	return r
}

// isWork reports whether a method takes documents. Describe, health and reflection always are answered.
func isWork(method string) bool {
	switch method {
	case servicePath + "Clean", servicePath + "Extract", servicePath + "Score", servicePath + "Process", servicePath + "ProcessStream":
		return true
	}
	return false
}

// inflowListener accepts connections that wait for their turn to be read from.
type inflowListener struct {
	net.Listener

	in *inflow
}

// Accept implements net.Listener.
func (l inflowListener) Accept() (net.Conn, error) {
	c, err := l.Listener.Accept()
	if err != nil {
		return nil, err
	}
	return &inflowConn{Conn: c, in: l.in}, nil
}

type inflowConn struct {
	net.Conn

	in     *inflow
	sent   int // bytes above the limit since began
	began  time.Time
	unread unread
}

// RemoteAddr implements net.Conn.
func (c *inflowConn) RemoteAddr() net.Addr { return connAddr{c.Conn.RemoteAddr(), c} }

// Close implements net.Conn.
func (c *inflowConn) Close() error {
	c.unread.close()
	return c.Conn.Close()
}

// Read implements net.Conn.
func (c *inflowConn) Read(p []byte) (int, error) {
	n, err := c.Conn.Read(p)
	if err != nil || !c.in.over() {
		return n, err
	}
	if now := time.Now(); now.Sub(c.began) > inflowSpan {
		c.sent, c.began = 0, now
	}
	if c.sent += n; c.sent > inflowSmall {
		c.in.wait(c)
	}
	return n, nil
}

// wait returns when there is room again or it is c's turn.
func (in *inflow) wait(c *inflowConn) {
	for in.over() {
		in.mu.Lock()
		now := time.Now()
		if in.reader != c && (in.reader == nil || now.Sub(in.last) > inflowPause || now.Sub(in.since) > inflowTurn) {
			in.reader, in.since = c, now
		}
		mine := in.reader == c
		if mine {
			in.last = now
		}
		in.mu.Unlock()
		if mine {
			return
		}
		time.Sleep(inflowLook)
	}
}
