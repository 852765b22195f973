package auth

import (
	"context"
	"strconv"
	"sync"
	"time"

	"golang.org/x/time/rate"
	"google.golang.org/grpc/codes"
)

// Limits are how much a principal may send a second, and how much at once; 0 is no limit. A principal that was quiet may send
// what burstSeconds give at once.
type Limits struct {
	Requests float64 // calls begun, streams among them
	Items    float64 // documents
	Bytes    float64 // of request messages, decoded
	Calls    int     // open at once, streams among them
}

const (
	burstSeconds = 5
	maxRate      = 1e12
	maxKept      = 10_000 // principals
)

// Quota keeps principals to their limits. Each principal has the same limits on all connections and ports of a server;
// servers do not share them.
type Quota struct {
	defaults Limits
	now      func() time.Time

	mu      sync.Mutex
	buckets map[string]*buckets
	open    map[string]int // calls
}

// NewQuota returns a quota with the limits of principals that have none of their own.
func NewQuota(defaults Limits) *Quota {
	return &Quota{defaults: defaults, now: time.Now, buckets: map[string]*buckets{}, open: map[string]int{}}
}

// buckets are what is left of a principal's limits. A message larger than a whole bucket is let in when the bucket is full and
// leaves a debt: refused, it could never be sent.
type buckets struct {
	mu     sync.Mutex
	limits Limits
	list   [3]*rate.Limiter // of requests, items, bytes; nil is no limit
}

var bucketNames = [3]string{"requests", "items", "bytes"}

func newBuckets(l Limits) *buckets {
	b := &buckets{limits: l}
	for i, perSecond := range [3]float64{l.Requests, l.Items, l.Bytes} {
		if perSecond > 0 {
			b.list[i] = rate.NewLimiter(rate.Limit(perSecond), max(1, int(perSecond*burstSeconds)))
		}
	}
	return b
}

// of returns p's buckets. Those of the least recently made principals go when there are too many: they begin full again.
func (q *Quota) of(p *Principal) *buckets {
	limits := p.Limits.or(q.defaults)
	q.mu.Lock()
	defer q.mu.Unlock()
	if b := q.buckets[p.Name]; b != nil && b.limits == limits {
		return b
	}
	if len(q.buckets) >= maxKept {
		q.dropFull()
	}
	b := newBuckets(limits)
	q.buckets[p.Name] = b
	return b
}

// dropFull forgets principals that have all of their limits left, or everybody if there are none.
func (q *Quota) dropFull() {
	now := q.now()
	for name, b := range q.buckets {
		if b.full(now) {
			delete(q.buckets, name)
		}
	}
	if len(q.buckets) >= maxKept {
		clear(q.buckets)
	}
}

func (b *buckets) full(now time.Time) bool {
	for _, l := range b.list {
		if l != nil && l.TokensAt(now) < float64(l.Burst()) {
			return false
		}
	}
	return true
}

func (l Limits) or(byDefault Limits) Limits {
	for _, x := range []struct{ own, byDefault *float64 }{
		{&l.Requests, &byDefault.Requests}, {&l.Items, &byDefault.Items}, {&l.Bytes, &byDefault.Bytes},
	} {
		if *x.own == 0 {
			*x.own = *x.byDefault
		}
	}
	if l.Calls == 0 {
		l.Calls = byDefault.Calls
	}
	return l
}

// Begin counts a call before anything of it is read. The error is an *Error with the time to wait; a principal with a debt of
// items or bytes is refused, too.
func (q *Quota) Begin(p *Principal) error { return q.take(p, [3]int{1, 0, 0}) }

// Open counts a call as open until done is called. The error is an *Error; how long the other calls last nobody knows, so the
// time to wait is a guess.
func (q *Quota) Open(p *Principal) (done func(), err error) {
	limit := p.Limits.or(q.defaults).Calls
	if limit == 0 {
		return func() {}, nil
	}
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.open[p.Name] >= limit {
		return nil, &Error{
			Code: codes.ResourceExhausted, Reason: "QUOTA_EXCEEDED", Retry: openRetry,
			Message:  "over the limit of calls open at once: try again later",
			Metadata: map[string]string{"quota": "calls", "limit": strconv.Itoa(limit)},
		}
	}
	q.open[p.Name]++
	return func() {
		q.mu.Lock()
		defer q.mu.Unlock()
		if q.open[p.Name]--; q.open[p.Name] == 0 {
			delete(q.open, p.Name)
		}
	}, nil
}

const openRetry = time.Second

// Add counts the items and bytes of a request. The error is an *Error with the time to wait.
func (q *Quota) Add(p *Principal, items, bytes int) error { return q.take(p, [3]int{0, items, bytes}) }

func (q *Quota) take(p *Principal, n [3]int) error {
	b := q.of(p)
	b.mu.Lock()
	defer b.mu.Unlock()
	now := q.now()
	for i, l := range b.list {
		if l == nil {
			continue
		}
		need := float64(min(n[i], l.Burst()))
		if have := l.TokensAt(now); have < need {
			return over(i, l, time.Duration((need-have)/float64(l.Limit())*float64(time.Second))+time.Millisecond)
		}
	}
	b.charge(now, n)
	return nil
}

// charge takes n from the buckets, which can leave a debt.
func (b *buckets) charge(now time.Time, n [3]int) {
	for i, l := range b.list {
		for left := n[i]; l != nil && left > 0; left -= l.Burst() {
			l.ReserveN(now, min(left, l.Burst()))
		}
	}
}

// Wait counts the items and bytes of a stream's message, and waits until the principal has them: a stream is slowed down, not
// refused, so that none of its items is lost. The error is that of ctx.
func (q *Quota) Wait(ctx context.Context, p *Principal, items, bytes int) error {
	b := q.of(p)
	b.mu.Lock()
	now := q.now()
	b.charge(now, [3]int{0, items, bytes})
	var wait time.Duration
	for i, l := range b.list {
		if l == nil || i == 0 {
			continue
		}
		if debt := -l.TokensAt(now); debt > 0 {
			wait = max(wait, time.Duration(debt/float64(l.Limit())*float64(time.Second)))
		}
	}
	b.mu.Unlock()
	if wait <= 0 {
		return nil
	}
	timer := time.NewTimer(wait)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func over(i int, l *rate.Limiter, retry time.Duration) *Error {
	return &Error{
		Code: codes.ResourceExhausted, Reason: "QUOTA_EXCEEDED", Retry: retry,
		Message:  "over the limit of " + bucketNames[i] + " a second: try again later",
		Metadata: map[string]string{"quota": bucketNames[i], "limit": strconv.FormatFloat(float64(l.Limit()), 'f', -1, 64)},
	}
}
