package load

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"github.com/copydesk/copydesk/client"
	"github.com/copydesk/copydesk/eval/floor"
	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
)

const (
	overloadSize   = 64 << 10 // the work has to cost more than making the load
	overloadRounds = 3
	overloadTime   = 4 * time.Second
	overloadFactor = 3
	deadline       = 10 * time.Second
)

// offered is what became of the calls of a load.
type offered struct {
	mu                  sync.Mutex
	took                []time.Duration // of those that were answered
	done, refused, late int
	bare                int // refusals that do not say when to try again
	failed              error
}

func (o *offered) add(err error, took time.Duration) {
	o.mu.Lock()
	defer o.mu.Unlock()
	switch status.Code(err) {
	case codes.OK:
		o.done++
		o.took = append(o.took, took)
	case codes.ResourceExhausted:
		o.refused++
		if _, ok := client.RetryAfter(err); !ok {
			o.bare++
		}
	case codes.DeadlineExceeded:
		o.late++
	default:
		o.failed = err
	}
}

func score(c copydeskv1.TextServiceClient, d *copydeskv1.Document, o *offered) {
	ctx, cancel := context.WithTimeout(context.Background(), deadline)
	defer cancel()
	start := time.Now()
	_, err := c.Score(ctx, copydeskv1.ScoreRequest_builder{Document: d}.Build())
	o.add(err, time.Since(start))
}

// closed calls from so many callers, one call after the other each.
func closed(c copydeskv1.TextServiceClient, docs []*copydeskv1.Document, callers int, length time.Duration, o *offered) {
	var all sync.WaitGroup
	for n := range callers {
		all.Go(func() {
			for i, start := n, time.Now(); time.Since(start) < length; i += callers {
				score(c, docs[i%len(docs)], o)
			}
		})
	}
	all.Wait()
}

// open calls at a rate, whether calls are answered or not.
func open(c copydeskv1.TextServiceClient, docs []*copydeskv1.Document, rate float64, length time.Duration, o *offered) {
	var all sync.WaitGroup
	start := time.Now()
	for i := 0; time.Since(start) < length; {
		for due := int(rate * time.Since(start).Seconds()); i < due; i++ {
			all.Go(func() { score(c, docs[i%len(docs)], o) })
		}
		time.Sleep(time.Millisecond)
	}
	all.Wait()
}

// Overload offers three times what the server can do: how much of what it can do it does, how soon what it takes on is
// answered beside the same without load, and how a modest caller fares beside a greedy one.
func Overload() error {
	s, err := startServer()
	if err != nil {
		return err
	}
	defer s.kill()
	c, end, err := s.dial("127.0.0.1", "")
	if err != nil {
		return err
	}
	defer end()
	other, endOther, err := s.dial("127.0.0.2", "")
	if err != nil {
		return err
	}
	defer endOther()
	docs := documents(500, overloadSize)
	closed(c, docs, 2, overloadTime/2, new(offered)) // so that the server knows how long the work takes
	var alone, full, over, beside offered
	for range overloadRounds { // in turns, so that what else the machine does falls on all alike
		closed(c, docs, 1, overloadTime, &alone)
		before := full.done
		closed(c, docs, 4, overloadTime, &full)
		rate := overloadFactor * float64(full.done-before) / overloadTime.Seconds()
		open(c, docs, rate, overloadTime, &over)
		var both sync.WaitGroup
		both.Go(func() { open(other, docs, rate, overloadTime, new(offered)) })
		both.Go(func() { closed(c, docs, 1, overloadTime, &beside) })
		both.Wait()
	}
	for _, o := range []*offered{&alone, &full, &over, &beside} {
		if o.failed != nil {
			return o.failed
		}
	}
	goodput := float64(over.done) / float64(full.done)
	p99 := float64(percentile(over.took, 99)) / float64(percentile(alone.took, 99))
	share := float64(beside.done) / float64(alone.done)
	fmt.Printf("one caller alone      %6d done, p50 %v, p99 %v\n", alone.done, percentile(alone.took, 50), percentile(alone.took, 99))
	fmt.Printf("four callers          %6d done, %d refused, p50 %v, p99 %v\n", full.done, full.refused, percentile(full.took, 50), percentile(full.took, 99))
	fmt.Printf("three times that      %6d done, %d refused (%d without a time), %d late, p50 %v, p99 %v\n",
		over.done, over.refused, over.bare, over.late, percentile(over.took, 50), percentile(over.took, 99))
	fmt.Printf("one beside a greedy   %6d done, %d refused, %d late, p50 %v, p99 %v\n",
		beside.done, beside.refused, beside.late, percentile(beside.took, 50), percentile(beside.took, 99))
	fmt.Printf("goodput %.0f %% of capacity; p99 %.1f times that of one caller; a modest caller beside a greedy one has %.0f %% of what it has alone\n",
		100*goodput, p99, 100*share)
	fmt.Println("the aims are 85 % and 5 times; a machine that others use says little of either")
	floor.AtMost("overload/refusals without a time, calls too late", float64(over.bare+over.late+beside.late))
	return nil
}

// Streams opens 10,000 streams at once, each with one document, and keeps them open until all are answered.
func Streams() error {
	const n, connections = 10_000, 20
	s, err := startServer()
	if err != nil {
		return err
	}
	defer s.kill()
	before := s.memory("VmRSS")
	var answered atomic.Int64
	var all sync.WaitGroup
	var mu sync.Mutex
	var failed error
	release := make(chan struct{})
	for range connections {
		c, end, err := s.dial("", "")
		if err != nil {
			return err
		}
		defer end()
		for i := range n / connections {
			all.Go(func() {
				if err := one(c, i, &answered, release); err != nil {
					mu.Lock()
					defer mu.Unlock()
					failed = errors.Join(failed, err)
				}
			})
		}
	}
	for start := time.Now(); answered.Load() < n && time.Since(start) < 2*time.Minute; {
		time.Sleep(100 * time.Millisecond)
	}
	whileOpen := s.memory("VmRSS")
	close(release)
	all.Wait()
	fmt.Printf("%d of %d streams answered, %d MB more while all are open: %d kB a stream\n", answered.Load(), n, (whileOpen-before)>>20, (whileOpen-before)/n>>10)
	floor.AtMost("streams/of 10,000 not answered", float64(n-answered.Load()))
	return failed
}

// one opens a stream with one document and keeps it open after the answer.
func one(c copydeskv1.TextServiceClient, i int, answered *atomic.Int64, release chan struct{}) error {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	rpc, err := c.ProcessStream(ctx)
	if err != nil {
		return err
	}
	start := copydeskv1.StreamStart_builder{Options: cleanOnly}.Build()
	item := copydeskv1.StreamItem_builder{Sequence: 1, Document: document(i, 500)}.Build()
	chunk := copydeskv1.StreamChunk_builder{Items: []*copydeskv1.StreamItem{item}}.Build()
	if err := errors.Join(
		rpc.Send(copydeskv1.ProcessStreamRequest_builder{Start: start}.Build()),
		rpc.Send(copydeskv1.ProcessStreamRequest_builder{Chunk: chunk}.Build()),
	); err != nil {
		return err
	}
	if _, err := rpc.Recv(); err != nil {
		return err
	}
	answered.Add(1)
	<-release
	return nil
}
