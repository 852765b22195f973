package load

import (
	"context"
	"crypto/sha256"
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

// Long makes the measurements of memory and of kills as long as the promise: two million documents, and twenty kills over
// 200,000 documents.
var Long bool

const (
	memoryLimit   = 256 << 20
	stalled       = 40
	stalledSize   = 250 << 10
	largeSize     = 15 << 20
	smallSize     = 1000
	memoryStreams = 4
)

// Memory holds a server to 256 MiB and gives it documents by stream, 40 readers that have stalled, and documents of 15 MB at
// once: the most memory that it ever has, and whether every document is answered once.
func Memory() error {
	documents := 40_000
	if Long {
		documents = 2_000_000
	}
	s, err := startServer("--memory-limit", fmt.Sprint(memoryLimit))
	if err != nil {
		return err
	}
	defer s.kill()
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	var aside sync.WaitGroup
	for range stalled {
		aside.Go(func() { stall(ctx, s) })
	}
	var large offered
	aside.Go(func() { sendLarge(ctx, s, &large) })
	start := time.Now()
	err = streamAll(s, documents, func(n int64) {
		fmt.Printf("%d documents after %v, the most memory so far: %d MB\n", n, time.Since(start).Round(time.Second), s.memory("VmHWM")>>20)
	})
	took := time.Since(start)
	cancel()
	aside.Wait()
	if err != nil {
		return err
	}
	peak := s.memory("VmHWM")
	fmt.Printf("%d documents by %d streams in %v (%.0f/s), each once; %d of 15 MB cleaned, %d refused (%d without a time), %d late; %d stalled readers\n",
		documents, memoryStreams, took.Round(time.Second), float64(documents)/took.Seconds(), large.done, large.refused, large.bare, large.late, stalled)
	fmt.Printf("the most memory: %d MB of %d\n", peak>>20, memoryLimit>>20)
	floor.AtMost("memory/over the limit, MB", float64(max(peak-memoryLimit, 0)>>20))
	floor.AtMost("memory/refusals without a time", float64(large.bare))
	return large.failed
}

// progressStep is after how many documents a long run says how far it is.
const progressStep = 100_000

// streamAll sends documents over a few streams of the client and checks that each is answered once, in order.
func streamAll(s *server, documents int, progress func(int64)) error {
	var done atomic.Int64
	count := func(int) {
		if n := done.Add(1); n%progressStep == 0 {
			progress(n)
		}
	}
	var streams sync.WaitGroup
	errs := make([]error, memoryStreams)
	for i := range memoryStreams {
		streams.Go(func() {
			c, err := client.New(s.grpc)
			if err != nil {
				errs[i] = err
				return
			}
			defer c.Close() //nolint:errcheck // the end of a measurement
			_, errs[i] = checkStream(c, documents/memoryStreams, smallSize, count)
		})
	}
	streams.Wait()
	return errors.Join(errs...)
}

// checkStream streams n documents and returns a digest of the results; progress, unless it is nil, is called with each number.
func checkStream(c *client.Client, n, size int, progress func(int)) ([sha256.Size]byte, error) {
	digest := sha256.New()
	want := int32(1)
	for r, err := range c.Stream(context.Background(), cleanOnly, func(yield func(client.Item) bool) {
		for i := range n {
			if !yield(client.Item{Sequence: int32(i + 1), Document: document(i+1, size)}) {
				return
			}
		}
	}) {
		if err != nil {
			return [sha256.Size]byte{}, fmt.Errorf("after %d: %w", want-1, err)
		}
		if r.GetSequence() != want || r.GetId() != fmt.Sprint("d", want) || !r.HasClean() {
			return [sha256.Size]byte{}, fmt.Errorf("%d follows %d: %v", r.GetSequence(), want-1, r.GetError())
		}
		digest.Write([]byte(r.GetClean().GetText()))
		if progress != nil {
			progress(int(want))
		}
		want++
	}
	if int(want) != n+1 {
		return [sha256.Size]byte{}, fmt.Errorf("%d results of %d", want-1, n)
	}
	return [sha256.Size]byte(digest.Sum(nil)), nil
}

// stall sends documents and reads nothing, until ctx ends.
func stall(ctx context.Context, s *server) {
	c, end, err := s.dial("", "")
	if err != nil {
		return
	}
	defer end()
	d := document(1, stalledSize)
	for ctx.Err() == nil { // a stream that is refused is opened again
		rpc, err := c.ProcessStream(ctx)
		if err != nil {
			continue
		}
		err = rpc.Send(copydeskv1.ProcessStreamRequest_builder{Start: new(copydeskv1.StreamStart)}.Build())
		for q := int32(1); err == nil; q++ {
			item := copydeskv1.StreamItem_builder{Sequence: q, Document: d}.Build()
			err = rpc.Send(copydeskv1.ProcessStreamRequest_builder{Chunk: copydeskv1.StreamChunk_builder{Items: []*copydeskv1.StreamItem{item}}.Build()}.Build())
		}
		time.Sleep(time.Second)
	}
}

// sendLarge sends large documents one after the other from two callers, and waits as it is asked to.
func sendLarge(ctx context.Context, s *server, o *offered) {
	d := document(1, largeSize)
	var callers sync.WaitGroup
	for range 2 {
		callers.Go(func() {
			c, end, err := s.dial("", "")
			if err != nil {
				return
			}
			defer end()
			for ctx.Err() == nil {
				limited, cancel := context.WithTimeout(ctx, time.Minute)
				start := time.Now()
				_, err := c.Clean(limited, copydeskv1.CleanRequest_builder{Document: d}.Build())
				cancel()
				if status.Code(err) != codes.Canceled {
					o.add(err, time.Since(start))
				}
				if wait, ok := client.RetryAfter(err); ok {
					time.Sleep(wait)
				}
			}
		})
	}
	callers.Wait()
}
