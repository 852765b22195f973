package admission

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

const taskTime = 5 * time.Millisecond

// load offers work of taskTime each, evenly spread, and returns how many were done and how long they took.
type load struct {
	name   string
	every  time.Duration
	stream bool

	offered, done int
	took          []time.Duration
}

func (l *load) run(c *Controller, length time.Duration) {
	var all sync.WaitGroup
	var mu sync.Mutex
	for start := time.Now(); time.Since(start) < length; time.Sleep(l.every) {
		l.offered++
		all.Go(func() {
			ctx, cancel := context.WithTimeout(WithPrincipal(context.Background(), l.name), 10*time.Second)
			defer cancel()
			began := time.Now()
			end, err := c.Begin(ctx, Request{Bytes: 2000, Memory: 1 << 10, Stream: l.stream, Patient: l.stream})
			if err != nil {
				return
			}
			time.Sleep(taskTime) // on the test's own clock
			end()
			mu.Lock()
			defer mu.Unlock()
			l.done++
			l.took = append(l.took, time.Since(began))
		})
	}
	all.Wait()
}

// TestCrowded refuses before anything but the size is known what would be refused anyway.
func TestCrowded(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := New(Options{Workers: 2, MemoryBytes: 100 << 20})
		l := &load{name: "a", every: taskTime / 10}
		var over sync.WaitGroup
		over.Go(func() { l.run(c, time.Second) })
		time.Sleep(700 * time.Millisecond)
		refused := 0
		for range 100 {
			if c.Crowded(WithPrincipal(t.Context(), "a"), 2000) != nil {
				refused++
			}
			if err := c.Crowded(WithPrincipal(t.Context(), "b"), 2000); err != nil {
				t.Errorf("another principal: %v", err)
			}
			time.Sleep(taskTime / 10)
		}
		if refused < 50 {
			t.Errorf("%d of 100 are refused", refused)
		}
		over.Wait()
	})
}

func (l *load) percentile(p int) time.Duration {
	slices.Sort(l.took)
	return l.took[len(l.took)*p/100]
}

// TestOverload offers three times what can be done: nearly all that can be done is done, and what is taken on is answered soon.
func TestOverload(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		const workers = 2
		c := New(Options{Workers: workers, MemoryBytes: 100 << 20})
		l := &load{name: "a", every: taskTime / workers / 3}
		const length = 10 * time.Second
		l.run(c, length)
		capacity := int(length / taskTime * workers)
		if l.done < capacity*95/100 {
			t.Errorf("%d of %d possible are done", l.done, capacity)
		}
		// The first moments count as a burst.
		if p := l.percentile(98); p > 5*taskTime {
			t.Errorf("%v at the 98th percentile", p)
		}
		if c.Stats().RefusedOverloaded == 0 {
			t.Error("nothing is refused")
		}
		if err := c.Crowded(WithPrincipal(t.Context(), "a"), 2000); err != nil {
			t.Errorf("after the load: %v", err)
		}
	})
}

// TestBurst sends more at once than can be done at once, and no more for a while: all of it is done.
func TestBurst(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := New(Options{Workers: 2, MemoryBytes: 100 << 20})
		l := &load{name: "a", every: time.Nanosecond}
		l.run(c, 64*time.Nanosecond)
		if l.done != l.offered || l.done < 60 {
			t.Errorf("%d of %d are done", l.done, l.offered)
		}
	})
}

// TestFairness lets one principal ask for ten times what can be done: another, which asks for a third, has nearly all of it,
// and soon, be the greedy one's calls or items of streams.
func TestFairness(t *testing.T) {
	t.Parallel()
	for _, stream := range []bool{false, true} {
		synctest.Test(t, func(t *testing.T) {
			c := New(Options{Workers: 2, MemoryBytes: 100 << 20})
			greedy := &load{name: "greedy", every: taskTime / 20, stream: stream}
			modest := &load{name: "modest", every: taskTime * 3 / 2}
			var both sync.WaitGroup
			both.Go(func() { greedy.run(c, 2*time.Second) })
			both.Go(func() { modest.run(c, 2*time.Second) })
			both.Wait()
			if modest.done < modest.offered*98/100 {
				t.Errorf("stream=%v: %d of %d of the modest one are done", stream, modest.done, modest.offered)
			}
			// At first nothing is known of how long the work takes.
			if p := modest.percentile(95); p > 3*taskTime {
				t.Errorf("stream=%v: %v at the 95th percentile of the modest one", stream, p)
			}
		})
	}
}

// TestDeadlines refuses at once what could not be done in time, and takes nobody's turn who has left.
func TestDeadlines(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := New(Options{Workers: 1, MemoryBytes: 100 << 20})
		ends := make([]func(), 0, 20)
		begin := func(ctx context.Context) (func(), error) {
			return c.Begin(ctx, Request{Bytes: 2000, Memory: 1000, Patient: len(ends) == 0})
		}
		first, err := begin(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		ends = append(ends, first)
		short, cancel := context.WithTimeout(t.Context(), 100*time.Microsecond)
		defer cancel()
		waiting := make(chan error)
		go func() {
			end, err := begin(t.Context())
			if err == nil {
				end()
			}
			waiting <- err
		}()
		synctest.Wait()
		began := time.Now()
		if _, err := begin(short); err == nil || errors.Is(err, context.DeadlineExceeded) || time.Since(began) > 0 {
			t.Errorf("what has too little time is not refused at once: %v after %v", err, time.Since(began))
		}
		gone, leave := context.WithCancel(t.Context())
		left := make(chan error)
		go func() { _, err := begin(gone); left <- err }()
		synctest.Wait()
		leave()
		if err := <-left; !errors.Is(err, context.Canceled) {
			t.Errorf("%v", err)
		}
		first()
		first() // again: nothing more happens
		if err := <-waiting; err != nil {
			t.Error(err)
		}
		if s := c.Stats(); s.Working != 0 || s.Queued != 0 {
			t.Errorf("%+v is left", s)
		}
	})
}

// TestLargeWork holds that small documents do not wait for large ones, and that large ones share the memory for work.
func TestLargeWork(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := New(Options{Workers: 4, MemoryBytes: 100 << 20})
		large := Request{Bytes: 4 << 20, Memory: c.MaxWork() * 2 / 3, Patient: true}
		var ends []func()
		var mu sync.Mutex
		for range 3 {
			go func() {
				if end, err := c.Begin(t.Context(), large); err == nil {
					mu.Lock()
					defer mu.Unlock()
					ends = append(ends, end)
				}
			}()
		}
		synctest.Wait()
		if s := c.Stats(); s.Working != 1 || s.Queued != 2 {
			t.Errorf("%+v", s)
		}
		for i := range 4 {
			end, err := c.Begin(t.Context(), Request{Bytes: 1000, Memory: 10_000})
			if err != nil {
				t.Fatal(i, err)
			}
			ends = append(ends, end)
		}
		for n := range 7 {
			mu.Lock()
			end := ends[n]
			mu.Unlock()
			end()
			synctest.Wait()
		}
		if s := c.Stats(); s.Working != 0 || s.WorkUsed != 0 || len(ends) != 7 {
			t.Errorf("%+v is left of %d", s, len(ends))
		}
	})
}

func TestSpeedLearns(t *testing.T) {
	t.Parallel()
	s := newSpeed()
	for range 500 {
		s.learn(10_000, 10*time.Millisecond)
	}
	if got := time.Duration(s.estimate(10_000)); got < 9*time.Millisecond || got > 11*time.Millisecond {
		t.Errorf("%v", got)
	}
}

// TestManyFlows holds that principals which have gone are forgotten.
func TestManyFlows(t *testing.T) {
	t.Parallel()
	c := New(Options{Workers: 1, MemoryBytes: 100 << 20})
	for i := range 3 * maxFlows {
		end, err := c.Begin(WithPrincipal(t.Context(), strconv.Itoa(i)), Request{Bytes: 1000, Memory: 1000})
		if err != nil {
			t.Fatal(err)
		}
		end()
	}
	if n := len(c.queue.flows); n > maxFlows+1 {
		t.Errorf("%d flows are remembered", n)
	}
}
