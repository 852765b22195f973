package admission

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

// Options configures a Controller. The zero value is the recommended use.
type Options struct {
	// MemoryBytes is what the documents, results and work of the process may take together. 0 means what Budget makes of
	// Limit.
	MemoryBytes int64

	// Workers is how many documents are worked on at once. 0 means GOMAXPROCS: the work computes and waits for nothing.
	Workers int

	// MaxWait is the longest wait of a call for its turn. It is allowed for a burst only: see queue. 0 means DefaultMaxWait.
	MaxWait time.Duration
}

const (
	// DefaultMaxWait is the longest wait of a call for its turn.
	DefaultMaxWait = 2 * time.Second

	// ownBytes is what the process takes without any document: models, code, connections.
	ownBytes = 32 << 20

	// minBudget is the least that is any use: a few small documents.
	minBudget = 16 << 20

	// streamPart is the part of the free memory that one stream can have, as a divisor; a principal's unary calls can have no
	// more of it than is left for others.
	streamPart, principalPart = 64, 1

	// streamsPart is the part of the memory that a principal's streams can take just by being open, as a divisor.
	streamsPart = 2

	// smallPart is the part of the free memory that a call can always have, as a divisor: a principal's large calls do not keep
	// out its small ones.
	smallPart = 16

	// workPercent is the part of the budget for work in progress; the rest is for documents and results.
	workPercent = 71
)

// Budget is what a process that may use limit bytes can spend on documents. An eighth is left for what is being received
// and sent.
func Budget(limit int64) int64 { return max((limit-ownBytes)/8*7, minBudget) }

// Controller decides what one process takes on. It is safe for concurrent use.
type Controller struct {
	memory *memory
	queue  *queue

	mu         sync.Mutex
	principals map[string]*principal

	refused [3]atomic.Int64 // by reason, in the order of Stats
}

// principal is the Share of a principal's calls, and what its streams take by being open. It lives as long as anybody uses it.
type principal struct {
	*Share

	users   int
	streams int64 // bytes
}

// enter returns the principal of ctx, which has one user more; c.leave takes it away.
func (c *Controller) enter(ctx context.Context, streams int64) (*principal, string) {
	name := Principal(ctx)
	c.mu.Lock()
	defer c.mu.Unlock()
	p := c.principals[name]
	if p == nil {
		p = &principal{Share: c.memory.newShare(principalPart)}
		c.principals[name] = p
	}
	p.users++
	p.streams += streams
	return p, name
}

func (c *Controller) leave(p *principal, name string, streams int64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	p.streams -= streams
	if p.users--; p.users == 0 {
		delete(c.principals, name)
	}
}

// New returns a controller.
func New(o Options) *Controller {
	if o.MemoryBytes == 0 {
		limit, _ := Limit()
		o.MemoryBytes = Budget(limit)
	}
	if o.Workers == 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	if o.MaxWait == 0 {
		o.MaxWait = DefaultMaxWait
	}
	work := o.MemoryBytes / 100 * workPercent
	return &Controller{
		memory:     newMemory(o.MemoryBytes - work),
		queue:      newQueue(o.Workers, work, o.MaxWait),
		principals: map[string]*principal{},
	}
}

// Request is a piece of work: one document.
type Request struct {
	// Kind numbers what is done with the document. How long it takes is learnt for each.
	Kind int

	// Bytes is the size of its content.
	Bytes int

	// Memory is how many bytes the work takes while it is going on.
	Memory int64

	// Stream says that it is an item of a stream. A principal's streams and its calls have turns of their own.
	Stream bool

	// Patient says that it waits as long as its context lasts and is never refused for its wait: the items of a stream, and
	// what belongs to a call of which a part is done.
	Patient bool
}

// Begin waits for a turn to work. It returns what ends the work, which has to be called and may be called again, or a
// *Refusal, or the error of ctx.
func (c *Controller) Begin(ctx context.Context, r Request) (end func(), err error) {
	if c == nil {
		return func() {}, nil
	}
	end, err = c.queue.begin(ctx, Principal(ctx), r)
	if refusal, ok := err.(*Refusal); ok { //nolint:errorlint // made here, never wrapped
		c.count(refusal)
	}
	return end, err
}

// Crowded returns a *Refusal for a call of so many bytes that would certainly wait for too long. It costs next to nothing, so
// that it can be asked before a request is decoded.
func (c *Controller) Crowded(ctx context.Context, bytes int) error {
	if c == nil {
		return nil
	}
	if r := c.queue.crowded(ctx, Principal(ctx), bytes); r != nil {
		c.count(r)
		return r
	}
	return nil
}

// Held is the memory of one unary call. The methods of a nil Held do nothing.
type Held struct {
	p     *principal
	leave func()

	mu       sync.Mutex
	n        int64
	released bool
}

// Resize changes it to n bytes without asking: what was asked for has become an answer, which is there whatever its size.
// What has been released stays so.
func (h *Held) Resize(n int64) {
	if h == nil {
		return
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	if !h.released {
		h.p.Adjust(n - h.n)
		h.n = n
	}
}

// Release gives it back. It may be called more than once.
func (h *Held) Release() {
	if h == nil {
		return
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.released {
		return
	}
	h.released = true
	h.p.Adjust(-h.n)
	h.leave()
}

// Hold takes memory for a unary call, which has to be released, or returns a *Refusal.
func (c *Controller) Hold(ctx context.Context, n int64) (*Held, error) {
	if c == nil {
		return nil, nil //nolint:nilnil // a nil Held is one without limits
	}
	p, name := c.enter(ctx, 0)
	leave := func() { c.leave(p, name, 0) }
	if !p.tryCall(n) {
		leave()
		return nil, c.MemoryRefusal()
	}
	return &Held{p: p, leave: leave, n: n}, nil
}

// OpenStream returns the share of a new stream, which has n bytes to begin with, or a *Refusal. It has to be closed.
func (c *Controller) OpenStream(ctx context.Context, n int64) (*Share, error) {
	if c == nil {
		return nil, nil //nolint:nilnil // a nil share is one without limits
	}
	p, name := c.enter(ctx, n)
	s := c.memory.newShare(streamPart)
	s.closed = make(chan struct{})
	s.ended = func() { c.leave(p, name, n) }
	if c.tooManyStreams(p, n) || !s.Try(n) {
		s.ended()
		return nil, c.MemoryRefusal()
	}
	s.base = n
	return s, nil
}

// tooManyStreams reports whether the streams of p, the last of n bytes among them, take more than they may by being open.
func (c *Controller) tooManyStreams(p *principal, n int64) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return p.streams > n && p.streams > c.memory.total/streamsPart
}

// Full reports whether less than a twentieth of the memory for documents is free.
func (c *Controller) Full() bool {
	if c == nil {
		return false
	}
	c.memory.mu.Lock()
	defer c.memory.mu.Unlock()
	return c.memory.total-c.memory.used < c.memory.total/20
}

// memoryRetry is when to try again for memory: streams that hold it need time to be read.
const memoryRetry = time.Second

// MemoryRefusal returns the refusal for want of memory, and counts it.
func (c *Controller) MemoryRefusal() *Refusal {
	r := &Refusal{Reason: MemoryFull, RetryAfter: memoryRetry}
	c.count(r)
	return r
}

func (c *Controller) count(r *Refusal) {
	switch r.Reason {
	case Overloaded:
		c.refused[0].Add(1)
	case MemoryFull:
		c.refused[1].Add(1)
	default:
		c.refused[2].Add(1)
	}
}

// Stats is the state of a controller, for metrics.
type Stats struct {
	Workers, Working, Queued int   // documents
	MemoryTotal, MemoryUsed  int64 // bytes of documents and results
	MemoryWaiting            int   // streams that wait for memory
	WorkTotal, WorkUsed      int64 // bytes of large work in progress

	RefusedOverloaded, RefusedMemoryFull, RefusedMemoryTooSmall int64 // since the start
}

// Stats returns the state at this moment.
func (c *Controller) Stats() Stats {
	var s Stats
	if c == nil {
		return s
	}
	c.memory.mu.Lock()
	s.MemoryTotal, s.MemoryUsed, s.MemoryWaiting = c.memory.total, c.memory.used, c.memory.waiting.Len()
	c.memory.mu.Unlock()
	q := c.queue
	q.mu.Lock()
	s.Workers, s.Working, s.Queued = q.small.slots, q.small.running+q.large.running, q.small.Len()+q.large.Len()
	s.WorkTotal, s.WorkUsed = q.work, q.workUsed
	q.mu.Unlock()
	s.RefusedOverloaded, s.RefusedMemoryFull, s.RefusedMemoryTooSmall = c.refused[0].Load(), c.refused[1].Load(), c.refused[2].Load()
	return s
}

// MaxWork is the most memory that one piece of work can be given, in bytes.
func (c *Controller) MaxWork() int64 { return c.queue.work }
