package load

import (
	"context"
	"fmt"
	"sync"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"github.com/copydesk/copydesk/client"
	"github.com/copydesk/copydesk/eval/floor"
	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
)

const (
	overloadSize   = 64 << 10 // the work has to cost more than making the load
	overloadRounds = 5
	overloadTime   = 3 * time.Second
	onset          = 500 * time.Millisecond
	overloadFactor = 3
	modestPart     = .25
	deadline       = 10 * time.Second
)

// offered is what became of the calls of a load.
type offered struct {
	mu                  sync.Mutex
	took                []time.Duration // of those that were answered
	atOnset             []time.Duration // of those that were made at the beginning of a load, when a burst is let through
	done, refused, late int
	bare                int // refusals that do not say when to try again
	failed              error
}

func (o *offered) add(err error, took time.Duration) { o.addFrom(err, took, &o.took) }

func (o *offered) addFrom(err error, took time.Duration, to *[]time.Duration) {
	o.mu.Lock()
	defer o.mu.Unlock()
	switch status.Code(err) {
	case codes.OK:
		o.done++
		*to = append(*to, took)
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

// score makes a call of a load that has been going on for so long.
func score(c copydeskv1.TextServiceClient, d *copydeskv1.Document, since time.Duration, o *offered) {
	ctx, cancel := context.WithTimeout(context.Background(), deadline)
	defer cancel()
	start := time.Now()
	_, err := c.Score(ctx, copydeskv1.ScoreRequest_builder{Document: d}.Build())
	if since < onset {
		o.addFrom(err, time.Since(start), &o.atOnset)
	} else {
		o.add(err, time.Since(start))
	}
}

// closed calls from so many callers, one call after the other each.
func closed(c copydeskv1.TextServiceClient, docs []*copydeskv1.Document, callers int, length time.Duration, o *offered) {
	var all sync.WaitGroup
	for n := range callers {
		all.Go(func() {
			for i, start := n, time.Now(); time.Since(start) < length; i += callers {
				score(c, docs[i%len(docs)], time.Since(start), o)
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
			since := time.Since(start)
			all.Go(func() { score(c, docs[i%len(docs)], since, o) })
		}
		time.Sleep(time.Millisecond)
	}
	all.Wait()
}

// overload is what became of the calls of each load. All are made in turns, so that what else the machine does falls on all alike.
type overload struct {
	alone  offered // one caller, one call after the other
	full   offered // as many callers as keep the server busy: its capacity
	over   offered // overloadFactor times that
	modest offered // modestPart of the capacity, beside a greedy caller that asks for overloadFactor times the capacity
	beside offered // one caller, one call after the other, beside the greedy one
}

// Overload offers three times what the server can do: how much of what it can do it does, how soon what it takes on is
// answered beside the same without load, and how a modest caller fares beside a greedy one.
func Overload() error {
	undo, pinned := apart()
	defer undo()
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
	greedy, endGreedy, err := s.dial("127.0.0.2", "")
	if err != nil {
		return err
	}
	defer endGreedy()
	modest, endModest, err := s.dial("127.0.0.3", "")
	if err != nil {
		return err
	}
	defer endModest()
	docs := documents(500, overloadSize)
	closed(c, docs, 2, overloadTime, new(offered)) // so that the server knows how long the work takes
	var o overload
	for range overloadRounds {
		o.round(c, greedy, modest, docs)
	}
	for _, load := range []*offered{&o.alone, &o.full, &o.over, &o.modest, &o.beside} {
		if load.failed != nil {
			return load.failed
		}
	}
	fmt.Printf("server and load on processors of their own: %v\n", pinned)
	o.report()
	return nil
}

func (o *overload) round(c, greedy, modest copydeskv1.TextServiceClient, docs []*copydeskv1.Document) {
	closed(c, docs, 1, overloadTime, &o.alone)
	before := o.full.done
	closed(c, docs, 4, overloadTime, &o.full)
	capacity := float64(o.full.done-before) / overloadTime.Seconds()
	open(c, docs, overloadFactor*capacity, overloadTime, &o.over)
	beside := func(load func()) {
		var both sync.WaitGroup
		both.Go(func() { open(greedy, docs, overloadFactor*capacity, overloadTime, new(offered)) })
		both.Go(load)
		both.Wait()
	}
	beside(func() { open(modest, docs, modestPart*capacity, overloadTime, &o.modest) })
	beside(func() { closed(modest, docs, 1, overloadTime, &o.beside) })
}

func (o *overload) report() {
	for _, load := range []struct {
		name string
		*offered
	}{
		{"one caller alone", &o.alone}, {"four callers", &o.full}, {"three times that", &o.over},
		{"a quarter, beside a greedy", &o.modest}, {"one beside a greedy", &o.beside},
	} {
		fmt.Printf("%-27s %5d done, %5d refused (%d without a time), %d late, p50 %v, p99 %v, at onset %v\n", load.name, load.done,
			load.refused, load.bare, load.late, short(percentile(load.took, 50)), short(percentile(load.took, 99)), short(percentile(load.atOnset, 99)))
	}
	goodput := float64(o.over.done) / float64(o.full.done)
	p99 := float64(percentile(o.over.took, 99)) / float64(percentile(o.alone.took, 99))
	served := float64(o.modest.done) / float64(o.modest.done+o.modest.refused+o.modest.late)
	fmt.Printf("goodput %.0f %% of capacity (aim 85); p99 %.1f times that of one caller (aim 5)\n", 100*goodput, p99)
	fmt.Printf("beside a greedy caller, one that asks for a quarter of the capacity is given %.1f %% of it; "+
		"one that waits for each answer has %.0f %% of what it has alone\n", 100*served, 100*float64(o.beside.done)/float64(o.alone.done))
	floor.AtMost("overload/refusals without a time, calls too late", float64(o.over.bare+o.over.late+o.modest.late+o.beside.late))
}

func short(d time.Duration) time.Duration { return d.Round(100 * time.Microsecond) }
