package admission

import (
	"container/heap"
	"context"
	"sync"
	"time"
)

// queue gives turns to work.
//
// Who is next is decided by start-time fair queueing: each flow, which is one principal's calls or one principal's streams,
// gets an equal part of the processors while it has work, however much it asks for. Large documents have turns of their
// own, fewer than there are processors, so that small ones never wait for them.
//
// A call is refused at once if its deadline would pass before it is done. A burst may queue for as long as maxWait. But when
// calls of a flow have been waiting without a pause for longer than burst, more is asked for than can be done, and then a long
// queue helps nobody: only as much is queued as is done in a few times what one document takes.
type queue struct {
	mu      sync.Mutex
	maxWait time.Duration

	virtual float64 // start tag of the work begun last
	flows   map[flowKey]*flow
	speeds  map[int]*speed

	small, large   lane
	work, workUsed int64 // bytes of memory of large work
	smallWork      int64 // at most so much memory makes a work small
}

type flowKey struct {
	principal string
	stream    bool
}

// flow is the work of one kind of one principal.
type flow struct {
	finish  float64 // tag at which its last work ends
	queued  int
	backlog float64   // nanoseconds of work that wait
	since   time.Time // since when some has been waiting without a pause
	strict  time.Time // until when a burst is not let through, because calls have been refused of late
}

// ticket is one piece of work that waits.
type ticket struct {
	start  float64
	order  int64
	cost   float64 // nanoseconds, as estimated
	memory int64
	flow   *flow
	lane   *lane
	index  int           // in the lane; -1 if not in it any more
	turn   chan struct{} // is closed when it is its turn; nil if that is so already
}

const (
	burst      = 50 * time.Millisecond
	calm       = time.Second           // without refusals until a burst is let through again
	fewTimes   = 3                     // documents' worth of waiting that is allowed when there is too much
	leastWait  = 10 * time.Millisecond // which is always allowed
	smallBytes = 256 << 10             // more makes a document large
	retryLeast = 100 * time.Millisecond
	retryMost  = 5 * time.Second
)

func newQueue(workers int, work int64, maxWait time.Duration) *queue {
	return &queue{
		maxWait: maxWait,
		flows:   map[flowKey]*flow{}, speeds: map[int]*speed{},
		small: lane{slots: workers}, large: lane{slots: max(1, workers/2)},
		work: work, smallWork: work / int64(8*workers),
	}
}

func (q *queue) begin(ctx context.Context, principal string, r Request) (func(), error) {
	if r.Memory > q.work {
		return nil, &Refusal{Reason: MemoryTooSmall, RetryAfter: tooSmallRetry, Limit: q.work * int64(r.Bytes) / r.Memory}
	}
	q.mu.Lock()
	speed := q.speeds[r.Kind]
	if speed == nil {
		speed = newSpeed()
		q.speeds[r.Kind] = speed
	}
	t := &ticket{cost: speed.estimate(r.Bytes), lane: &q.small}
	if r.Memory > q.smallWork || r.Bytes > smallBytes {
		t.lane, t.memory = &q.large, r.Memory
	}
	key := flowKey{principal, r.Stream}
	if q.flows[key] == nil {
		q.flows[key] = &flow{finish: q.virtual}
	}
	t.flow = q.flows[key]
	if refusal := q.refusal(ctx, t, r.Patient); refusal != nil {
		q.tidy(key)
		q.mu.Unlock()
		return nil, refusal
	}
	q.push(t)
	q.dispatch()
	if t.index >= 0 {
		t.turn = make(chan struct{})
	}
	q.mu.Unlock()
	if t.turn != nil {
		select {
		case <-t.turn:
		case <-ctx.Done():
			if q.leave(t, key) {
				return nil, ctx.Err()
			}
		}
	}
	began := time.Now()
	return sync.OnceFunc(func() { q.end(t, key, speed, r.Bytes, time.Since(began)) }), nil
}

// crowded says whether a call of so many bytes would be refused, as far as can be said before anything else is known of it.
func (q *queue) crowded(ctx context.Context, principal string, bytes int) *Refusal {
	q.mu.Lock()
	defer q.mu.Unlock()
	f := q.flows[flowKey{principal, false}]
	if f == nil || f.queued == 0 || bytes > smallBytes {
		return nil
	}
	return q.refusal(ctx, &ticket{cost: f.backlog / float64(f.queued), flow: f, lane: &q.small}, false)
}

// tooSmallRetry is long: this server will refuse again, but another of the same name may have more memory.
const tooSmallRetry = 30 * time.Second

// refusal says whether t would wait for too long. q.mu is held.
func (q *queue) refusal(ctx context.Context, t *ticket, patient bool) *Refusal {
	wait := time.Duration(q.wait(t))
	if patient || wait == 0 {
		return nil
	}
	tooMuch := &Refusal{Reason: Overloaded, RetryAfter: min(max(2*wait, retryLeast), retryMost)}
	if deadline, ok := ctx.Deadline(); ok && time.Until(deadline) < wait+time.Duration(t.cost) {
		return tooMuch
	}
	if t.flow.queued == 0 {
		return nil
	}
	allowed := q.maxWait
	now := time.Now()
	if now.Sub(t.flow.since) > burst || now.Before(t.flow.strict) {
		allowed = max(leastWait, time.Duration(fewTimes*t.cost))
	}
	if wait > allowed {
		t.flow.strict = now.Add(calm)
		return tooMuch
	}
	return nil
}

// wait estimates how many nanoseconds t would wait: what its own flow has before it, and of each other flow no more than that
// and its own cost, because turns are given fairly. Of small work only: large work has turns of its own, whose wait is as
// long as the small ones allow. q.mu is held.
func (q *queue) wait(t *ticket) float64 {
	if t.lane.running < t.lane.slots && t.lane.Len() == 0 {
		return 0
	}
	before := t.flow.backlog
	for _, f := range q.flows {
		if f != t.flow {
			before += min(f.backlog, t.flow.backlog+t.cost)
		}
	}
	return before / float64(t.lane.slots)
}

func (q *queue) push(t *ticket) {
	t.start = max(q.virtual, t.flow.finish)
	t.flow.finish = t.start + t.cost
	if t.flow.queued == 0 {
		t.flow.since = time.Now()
	}
	t.flow.queued++
	t.flow.backlog += t.cost
	t.lane.order++
	t.order = t.lane.order
	heap.Push(t.lane, t)
}

// dispatch gives turns while there are any. q.mu is held.
func (q *queue) dispatch() {
	for _, l := range []*lane{&q.small, &q.large} {
		for l.Len() > 0 && l.running < l.slots && q.workUsed+l.tickets[0].memory <= q.work {
			t := heap.Pop(l).(*ticket) //nolint:forcetypeassert // nothing else is in it
			q.unqueue(t)
			q.virtual = max(q.virtual, t.start)
			q.workUsed += t.memory
			l.running++
			if t.turn != nil {
				close(t.turn)
			}
		}
	}
}

func (q *queue) unqueue(t *ticket) {
	t.flow.queued--
	t.flow.backlog -= t.cost
	if t.flow.queued == 0 {
		t.flow.backlog = 0 // no remains of rounding
	}
}

// leave takes t out of the queue. It reports false if it has had its turn.
func (q *queue) leave(t *ticket, key flowKey) bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	if t.index < 0 {
		return false
	}
	heap.Remove(t.lane, t.index)
	q.unqueue(t)
	q.tidy(key)
	return true
}

func (q *queue) end(t *ticket, key flowKey, s *speed, bytes int, took time.Duration) {
	q.mu.Lock()
	defer q.mu.Unlock()
	t.lane.running--
	q.workUsed -= t.memory
	s.learn(bytes, took)
	q.dispatch()
	q.tidy(key)
}

// tidy forgets a flow that has nothing to do and no debt.
func (q *queue) tidy(key flowKey) {
	if f := q.flows[key]; f != nil && f.queued == 0 && f.finish <= q.virtual && !time.Now().Before(f.strict) {
		delete(q.flows, key)
	}
	if len(q.flows) > maxFlows {
		for k, f := range q.flows {
			if f.queued == 0 {
				delete(q.flows, k)
			}
		}
	}
}

// maxFlows bounds what is remembered of flows without work.
const maxFlows = 1000

// lane is a heap of tickets, the least start first, with its turns.
type lane struct {
	tickets        []*ticket
	slots, running int
	order          int64
}

func (l *lane) Len() int { return len(l.tickets) }

func (l *lane) Less(i, j int) bool {
	a, b := l.tickets[i], l.tickets[j]
	if a.start == b.start {
		return a.order < b.order
	}
	return a.start < b.start
}

func (l *lane) Swap(i, j int) {
	l.tickets[i], l.tickets[j] = l.tickets[j], l.tickets[i]
	l.tickets[i].index, l.tickets[j].index = i, j
}

// Push implements heap.Interface.
func (l *lane) Push(x any) {
	t := x.(*ticket) //nolint:forcetypeassert // nothing else is pushed
	t.index = len(l.tickets)
	l.tickets = append(l.tickets, t)
}

// Pop implements heap.Interface.
func (l *lane) Pop() any {
	n := len(l.tickets) - 1
	t := l.tickets[n]
	l.tickets[n], l.tickets = nil, l.tickets[:n]
	t.index = -1
	return t
}
