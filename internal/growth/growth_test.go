//go:build unix

package growth_test

import (
	"context"
	"flag"
	"fmt"
	"testing"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/proto"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
	"github.com/copydesk/copydesk/internal/hostile"
	"github.com/copydesk/copydesk/internal/racetest"
	"github.com/copydesk/copydesk/internal/service"
)

var long = flag.Bool("long", false, "take larger documents and each profile by itself, for half an hour")

const (
	// maxRatio is what four times the document may cost: 4 is linear, 16 is quadratic.
	maxRatio = 6

	// minSize and step give the sizes tried: each is step times the one before.
	minSize, step = 4 << 10, 4
)

// limits of a run: sizes grow until one run takes enough, which tells more than a fast run does, or until maxSize. Heap and
// response are measured at boundsSize.
func limits() (enough time.Duration, maxSize, boundsSize int) {
	if *long {
		return time.Second, 4 << 20, 1 << 20
	}
	return 6 * time.Millisecond, 256 << 10, 64 << 10
}

// maxHeap is the largest heap for a document of so many bytes.
func maxHeap(size int) int { return 30*size + 32<<20 }

// maxResponse is the largest response, as JSON, for a document of so many bytes.
func maxResponse(size int) int { return 20*size + 64<<10 }

// TestGrowth tests that time is linear, and heap and response bounded.
func TestGrowth(t *testing.T) {
	racetest.Skip(t)
	s := newService()
	defer quietHeap()()
	list := operations(s, *long)
	warmUp(t, s, list)
	k := readKnown(t, knownFile)
	for _, d := range hostile.Documents() {
		for _, op := range list {
			if d.Form != hostile.Text && !op.pages {
				continue
			}
			t.Run(d.Name+"/"+op.name, func(t *testing.T) {
				c := cell{t, s, d, op, map[int]*copydeskv1.Document{}, map[int]result{}}
				c.grow(k)
				c.bounds(k)
			})
		}
	}
	k.reportUnused(t)
}

// warmUp does what only the first request pays for: lazily compiled patterns, loaded tables, filled pools.
func warmUp(t *testing.T, s *service.Service, list []operation) {
	t.Helper()
	for _, d := range hostile.Documents()[:2] {
		for _, op := range list {
			if _, err := op.call(context.Background(), s, request(d.Form, d.Build(minSize))); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// cell is one document with one operation.
type cell struct {
	t        *testing.T
	service  *service.Service
	document hostile.Document
	op       operation
	requests map[int]*copydeskv1.Document // by size
	results  map[int]result               // of the last run of each size
}

func (c *cell) name(what string) string { return nameOf(c.document.Name, c.op.name, what) }

// result is what came of a request.
type result struct {
	sample

	response proto.Message
}

// run makes one request with a document of the size.
func (c *cell) run(size int) result {
	d := c.requests[size]
	if d == nil {
		d = request(c.document.Form, c.document.Build(size))
		c.requests[size] = d
	}
	var r result
	var err error
	r.sample = measure(func() { r.response, err = c.op.call(context.Background(), c.service, d) })
	if code := status.Code(err); err != nil && code != codes.InvalidArgument {
		c.t.Fatalf("%d bytes: %v", size, err)
	}
	c.results[size] = r
	return r
}

// grow tests the time. A high ratio must show at two pairs of sizes in turn: one
// alone can come of a cache that the larger document no longer fits into. What is known to fail is tried with ever larger
// documents before it is believed to hold.
func (c *cell) grow(k *known) {
	enough, maxSize, _ := limits()
	size, cost := minSize, c.run(minSize).cpu
	for suspect := false; ; {
		larger, before := step*size, cost
		cost = c.run(larger).cpu
		if cost < enough && larger < maxSize {
			size = larger
			continue
		}
		before, cost = c.settle(k, size, before, cost)
		found := ratio(before, cost)
		isKnown := k.has(c.name("time"))
		if cost < maxConfirm && (found >= maxRatio && !suspect && !isKnown || found < maxRatio && isKnown) {
			suspect, size = true, larger
			continue
		}
		k.check(c.t, c.name("time"), found >= maxRatio, found >= maxRatio-1,
			fmt.Sprintf("%d bytes take %v, %d bytes %v: %.1f times", size, before, larger, cost, found))
		return
	}
}

// maxConfirm is the cost of a run above which no larger document is tried.
const maxConfirm = 150 * time.Millisecond

// settle repeats the runs of size and step*size until their ratio is low, but not for ever, and returns the least costs: a
// disturbance makes a run slower, never faster.
func (c *cell) settle(k *known, size int, small, large time.Duration) (time.Duration, time.Duration) {
	for range 4 {
		if r := ratio(small, large); r < maxRatio-1 || r >= maxRatio && k.has(c.name("time")) {
			break
		}
		small = min(small, c.run(size).cpu)
		large = min(large, c.run(step*size).cpu)
	}
	return small, large
}

// ratio is what step times the document costs as a multiple. What takes no time worth measuring is linear.
func ratio(small, large time.Duration) float64 {
	if large < time.Millisecond {
		return step
	}
	return float64(large) / float64(max(small, 50*time.Microsecond))
}

// bounds tests heap and response.
func (c *cell) bounds(k *known) {
	_, _, size := limits()
	r, ran := c.results[size]
	if !ran {
		r = c.run(size)
	}
	heap := r.allocated                              // no less than the peak
	for n := 0; n < 3 && heap > maxHeap(size); n++ { // a late collection makes the peak higher than it need be
		heap = min(heap, peakHeap(func() { c.run(size) }))
	}
	k.check(c.t, c.name("heap"), heap > maxHeap(size), heap > maxHeap(size)/2,
		fmt.Sprintf("%d bytes: a heap of %d bytes at its peak, %d allowed", size, heap, maxHeap(size)))
	if !c.op.bounded || r.response == nil {
		return
	}
	length := 0
	// JSON is up to some 20 times as long as the binary form.
	if binary := proto.Size(r.response); binary > size {
		json, err := protojson.Marshal(r.response)
		if err != nil {
			c.t.Fatal(err)
		}
		length = len(json)
	}
	k.check(c.t, c.name("response"), length > maxResponse(size), length > maxResponse(size),
		fmt.Sprintf("%d bytes: a response of %d bytes of JSON, %d allowed", size, length, maxResponse(size)))
}
