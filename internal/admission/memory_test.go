package admission

import (
	"context"
	"errors"
	"math/rand/v2"
	"runtime"
	"sync"
	"testing"
	"testing/synctest"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

// TestShares fills the memory with streams whose results nobody reads: however many they are, there is room for one more.
func TestShares(t *testing.T) {
	t.Parallel()
	c := New(Options{MemoryBytes: 100 << 20})
	total := c.Stats().MemoryTotal
	for range 200 {
		s, err := c.OpenStream(t.Context(), 1000)
		if err != nil {
			t.Fatal(err)
		}
		for s.Try(10_000) {
		}
	}
	used := c.Stats().MemoryUsed
	if used < total/2 || used > total {
		t.Errorf("%d of %d are used", used, total)
	}
	if _, err := c.OpenStream(t.Context(), 100_000); err != nil {
		t.Errorf("there is no room for another stream with %d of %d used: %v", used, total, err)
	}
	held, err := c.Hold(t.Context(), 100_000)
	if err != nil {
		t.Fatalf("there is no room for a call: %v", err)
	}
	before := c.Stats().MemoryUsed
	held.Resize(150_000)
	if got := c.Stats().MemoryUsed - before; got != 50_000 {
		t.Errorf("an answer of 150,000 bytes counts %d more", got)
	}
	held.Release()
	held.Release()
	if got := before - c.Stats().MemoryUsed; got != 100_000 {
		t.Errorf("%d bytes are given back", got)
	}
}

// TestPrincipalsShare lets one principal's calls take what they can: another's are taken on.
func TestPrincipalsShare(t *testing.T) {
	t.Parallel()
	c := New(Options{MemoryBytes: 100 << 20})
	greedy, modest := WithPrincipal(t.Context(), "greedy"), WithPrincipal(t.Context(), "modest")
	n := 0
	for ; ; n++ {
		if _, err := c.Hold(greedy, 1<<20); err != nil {
			break
		}
	}
	if total := int(c.Stats().MemoryTotal >> 20); n < total/3 || n > total*2/3 {
		t.Errorf("a greedy principal has %d MiB of %d", n, total)
	}
	if _, err := c.Hold(modest, 1<<20); err != nil {
		t.Errorf("another has nothing: %v", err)
	}
}

// TestManyStreams lets one principal open as many streams as it can: another has room for as many.
func TestManyStreams(t *testing.T) {
	t.Parallel()
	c := New(Options{MemoryBytes: 100 << 20})
	greedy, modest := WithPrincipal(t.Context(), "greedy"), WithPrincipal(t.Context(), "modest")
	const bytes = 100_000
	var open []*Share
	for {
		s, err := c.OpenStream(greedy, bytes)
		if err != nil {
			break
		}
		open = append(open, s)
	}
	if most := int(c.Stats().MemoryTotal / bytes); len(open) < most*2/5 || len(open) > most/2 {
		t.Errorf("a greedy principal has %d streams of %d", len(open), most)
	}
	for range open {
		if _, err := c.OpenStream(modest, bytes); err != nil {
			t.Fatalf("another has no stream: %v", err)
		}
	}
	open[0].Close()
	if _, err := c.OpenStream(greedy, bytes); err != nil {
		t.Errorf("after one has ended: %v", err)
	}
}

// TestMemoryWaits lets a stream wait for what another gives back, and one that gives up leaves nothing behind.
func TestMemoryWaits(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := New(Options{MemoryBytes: 100 << 20})
		total := c.Stats().MemoryTotal
		first, err := c.OpenStream(WithPrincipal(t.Context(), "first"), total)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := c.OpenStream(t.Context(), 1); status.Code(err) != codes.ResourceExhausted {
			t.Errorf("a stream without memory is opened: %v", err)
		}
		first.Adjust(-10)
		second, err := c.OpenStream(t.Context(), 5)
		if err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithCancel(t.Context())
		given := make(chan error)
		go func() { given <- second.Wait(ctx, 1000) }()
		synctest.Wait()
		cancel()
		if err := <-given; !errors.Is(err, context.Canceled) {
			t.Errorf("%v", err)
		}
		go func() { given <- second.Wait(t.Context(), 1000) }()
		synctest.Wait()
		first.Close()
		if err := <-given; err != nil {
			t.Errorf("%v", err)
		}
		second.Close()
		if s := c.Stats(); s.MemoryUsed != 0 || s.MemoryWaiting != 0 {
			t.Errorf("%+v is left", s)
		}
	})
}

// TestRefusalSaysWhen holds that every refusal is RESOURCE_EXHAUSTED with a reason and a time to try again.
func TestRefusalSaysWhen(t *testing.T) {
	t.Parallel()
	c := New(Options{MemoryBytes: 100 << 20})
	_, tooLarge := c.Begin(t.Context(), Request{Bytes: 50 << 20, Memory: 1 << 30})
	for _, err := range []error{c.MemoryRefusal(), tooLarge} {
		st := status.Convert(err)
		reason, retry := "", false
		for _, d := range st.Details() {
			switch d := d.(type) {
			case *errdetails.ErrorInfo:
				reason = d.GetReason()
			case *errdetails.RetryInfo:
				retry = d.GetRetryDelay().AsDuration() > 0
			}
		}
		if st.Code() != codes.ResourceExhausted || reason == "" || !retry {
			t.Errorf("%v", st)
		}
	}
}

// TestCloseWhileReceiving ends a stream at the moment at which the message that it waits for has been given its memory: that is
// given back once.
func TestCloseWhileReceiving(t *testing.T) {
	t.Parallel()
	for range 200 {
		synctest.Test(t, func(t *testing.T) {
			c := New(Options{MemoryBytes: 100 << 20})
			full, err := c.OpenStream(WithPrincipal(t.Context(), "full"), c.Stats().MemoryTotal-10)
			if err != nil {
				t.Fatal(err)
			}
			s, err := c.OpenStream(t.Context(), 10)
			if err != nil {
				t.Fatal(err)
			}
			ctx, cancel := context.WithCancel(t.Context())
			ended := make(chan struct{})
			go func() {
				defer close(ended)
				_ = s.Wait(ctx, 1000)
			}()
			synctest.Wait()
			cancel()
			full.Adjust(-1000)
			s.Close()
			<-ended
			full.Close()
			if s := c.Stats(); s.MemoryUsed != 0 || s.MemoryWaiting != 0 {
				t.Fatalf("%+v is left", s)
			}
		})
	}
}

// TestClosedTakesNothing uses what has been given back already, as a goroutine does that outlives its stream or call.
func TestClosedTakesNothing(t *testing.T) {
	t.Parallel()
	c := New(Options{MemoryBytes: 100 << 20})
	s, err := c.OpenStream(t.Context(), 1000)
	if err != nil {
		t.Fatal(err)
	}
	s.Close()
	if s.Try(10) {
		t.Error("a closed share takes memory")
	}
	if err := s.Wait(t.Context(), 10); !errors.Is(err, ErrClosed) {
		t.Errorf("waiting with a closed share: %v", err)
	}
	s.Adjust(10)
	s.Adjust(-20)
	s.Close()
	held, err := c.Hold(t.Context(), 1000)
	if err != nil {
		t.Fatal(err)
	}
	another, err := c.Hold(t.Context(), 500)
	if err != nil {
		t.Fatal(err)
	}
	held.Release()
	held.Resize(2000)
	held.Release()
	if got := c.Stats().MemoryUsed; got != 500 {
		t.Errorf("%d bytes are used, 500 are held", got)
	}
	another.Release()
	if s := c.Stats(); s.MemoryUsed != 0 || len(c.principals) != 0 {
		t.Errorf("%+v is left, and %d principals", s, len(c.principals))
	}
}

// TestCloseEndsWaiting closes the share that somebody waits with, who has no deadline.
func TestCloseEndsWaiting(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := New(Options{MemoryBytes: 100 << 20})
		s, err := c.OpenStream(t.Context(), c.Stats().MemoryTotal)
		if err != nil {
			t.Fatal(err)
		}
		ended := make(chan error)
		go func() { ended <- s.Wait(t.Context(), 1000) }()
		synctest.Wait()
		s.Close()
		if err := <-ended; !errors.Is(err, ErrClosed) {
			t.Errorf("%v", err)
		}
		if s := c.Stats(); s.MemoryUsed != 0 || s.MemoryWaiting != 0 {
			t.Errorf("%+v is left", s)
		}
	})
}

// TestMemoryAddsUp lets streams come, wait, be cancelled and close at any moment beside goroutines that still receive for them:
// what is used is never negative nor more than there is, and in the end nothing is left.
func TestMemoryAddsUp(t *testing.T) {
	t.Parallel()
	c := New(Options{MemoryBytes: 4 << 20})
	var all sync.WaitGroup
	for seed := range uint64(8) {
		all.Go(func() {
			random := rand.New(rand.NewPCG(seed, 0))
			for range 300 {
				s, err := c.OpenStream(t.Context(), 1000)
				if err != nil {
					continue
				}
				ctx, cancel := context.WithCancel(t.Context())
				var receiving sync.WaitGroup
				receiving.Go(func() {
					for s.Wait(ctx, 30_000) == nil {
						s.Adjust(-10_000)
					}
				})
				for range random.IntN(20) {
					runtime.Gosched()
				}
				cancel()
				for range random.IntN(3) {
					runtime.Gosched()
				}
				s.Close()
				if used := c.Stats().MemoryUsed; used < 0 || used > c.memory.total {
					t.Errorf("%d of %d are used", used, c.memory.total)
				}
				all.Go(receiving.Wait)
			}
		})
	}
	all.Wait()
	if s := c.Stats(); s.MemoryUsed != 0 || s.MemoryWaiting != 0 {
		t.Errorf("%+v is left", s)
	}
}
