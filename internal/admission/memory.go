package admission

import (
	"container/list"
	"context"
	"errors"
	"sync"
)

// memory counts the bytes of documents and results that the process holds.
type memory struct {
	mu      sync.Mutex
	total   int64
	used    int64
	waiting *list.List // of *waiter
}

func newMemory(total int64) *memory { return &memory{total: total, waiting: list.New()} }

// Share is what one holder, a stream or the unary calls of a principal, has of the memory. It can have at most a small part of
// what is still free: holders that keep what they have, such as streams whose results nobody reads, leave room for others
// however many they are. What a holder that has nothing asks for first only needs to be free.
//
// A share knows what it has taken, gives back no more than that, and takes nothing once it is closed: a goroutine of a stream
// can be receiving until after the stream has ended, and what it then does with the share changes nothing.
//
// The methods of a nil Share do nothing.
type Share struct {
	m      *memory
	part   int64 // of what is free, as a divisor
	base   int64 // what it had to begin with, which is not documents
	held   int64
	closed chan struct{} // nil for a share that is never closed
	ended  func()        // is called when it is closed

	received int64 // of the message received last
}

func (m *memory) newShare(part int64) *Share { return &Share{m: m, part: part} }

// ErrClosed is the error of waiting for memory with a share that is closed.
var ErrClosed = errors.New("the share of memory is closed")

// isClosed reports whether the share has been closed. m.mu is held.
func (s *Share) isClosed() bool {
	select {
	case <-s.closed:
		return true
	default:
		return false
	}
}

// fits reports whether n more bytes can be had. m.mu is held.
func (s *Share) fits(n int64) bool {
	if s.isClosed() {
		return false
	}
	free := s.m.total - s.m.used
	if s.held <= s.base {
		return n <= free
	}
	return s.held+n <= free/s.part
}

func (s *Share) take(n int64) {
	s.held += n
	s.m.used += n
}

// Try takes n bytes if they can be had at once.
func (s *Share) Try(n int64) bool {
	if s == nil {
		return true
	}
	s.m.mu.Lock()
	defer s.m.mu.Unlock()
	if !s.fits(n) {
		return false
	}
	s.take(n)
	return true
}

// tryCall is Try for a call, which can be had if it is small.
func (s *Share) tryCall(n int64) bool {
	s.m.mu.Lock()
	defer s.m.mu.Unlock()
	if !s.fits(n) && n > (s.m.total-s.m.used)/smallPart {
		return false
	}
	s.take(n)
	return true
}

type waiter struct {
	share *Share
	n     int64
	ready chan struct{}
}

// Wait takes n bytes as soon as they can be had. It returns ctx's error if that ends first, and ErrClosed if the share is closed.
func (s *Share) Wait(ctx context.Context, n int64) error {
	if s == nil {
		return nil
	}
	s.m.mu.Lock()
	if s.isClosed() {
		s.m.mu.Unlock()
		return ErrClosed
	}
	if s.fits(n) {
		s.take(n)
		s.m.mu.Unlock()
		return nil
	}
	w := &waiter{s, n, make(chan struct{})}
	e := s.m.waiting.PushBack(w)
	s.m.mu.Unlock()
	var err error
	select {
	case <-w.ready:
		return nil
	case <-s.closed:
		err = ErrClosed
	case <-ctx.Done():
		err = ctx.Err()
	}
	s.m.mu.Lock()
	defer s.m.mu.Unlock()
	select {
	case <-w.ready: // both at once; if the share has been closed since, that gave the bytes back
		s.give(n)
	default:
		s.m.waiting.Remove(e)
	}
	return err
}

// Adjust changes what the holder has by n bytes, up or down, without asking: work that is done turns into a result, which is
// there whatever its size.
func (s *Share) Adjust(n int64) {
	if s == nil {
		return
	}
	s.m.mu.Lock()
	defer s.m.mu.Unlock()
	if n < 0 {
		s.give(-n)
	} else if !s.isClosed() {
		s.take(n)
	}
}

// Close gives back all that is left, and ends the waiting of those who wait with the share. It may be called more than once.
func (s *Share) Close() {
	if s == nil {
		return
	}
	s.m.mu.Lock()
	defer s.m.mu.Unlock()
	if s.isClosed() {
		return
	}
	close(s.closed)
	s.give(s.held)
	s.ended()
}

// maxLooks bounds how many waiters one release looks at; the others have their turn with the next.
const maxLooks = 32

// give gives back n bytes, or what the share has if that is less, and lets waiters have them. m.mu is held.
func (s *Share) give(n int64) {
	m := s.m
	n = min(n, s.held)
	s.held -= n
	m.used -= n
	for looks := min(maxLooks, m.waiting.Len()); looks > 0; looks-- {
		e := m.waiting.Front()
		w := e.Value.(*waiter) //nolint:forcetypeassert // nothing else is in the list
		if !w.share.fits(w.n) {
			m.waiting.MoveToBack(e)
			continue
		}
		m.waiting.Remove(e)
		w.share.take(w.n)
		close(w.ready)
	}
}

type shareKey struct{}

// WithShare puts the share of a stream into its context.
func WithShare(ctx context.Context, s *Share) context.Context {
	return context.WithValue(ctx, shareKey{}, s)
}

// ShareOf returns the share that WithShare put there, nil if there is none.
func ShareOf(ctx context.Context) *Share {
	s, _ := ctx.Value(shareKey{}).(*Share)
	return s
}

// Received notes that n bytes of the share belong to the message received last. Receiving is the matter of one goroutine.
func (s *Share) Received(n int64) {
	if s != nil {
		s.received = n
	}
}

// Taken returns what Received noted, which its caller has to give back by Adjust.
func (s *Share) Taken() int64 {
	if s == nil {
		return 0
	}
	n := s.received
	s.received = 0
	return n
}
