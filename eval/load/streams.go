package load

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"github.com/copydesk/copydesk/eval/floor"
	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
)

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
