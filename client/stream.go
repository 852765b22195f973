package client

import (
	"context"
	"errors"
	"io"
	"iter"
	"sync"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/proto"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
)

const (
	// maxInFlight is how many documents are sent ahead of their results.
	maxInFlight = 512

	// maxInFlightBytes is how large they may be together, beyond a single one.
	maxInFlightBytes = 64 << 20

	// chunkItems and chunkBytes bound one message; what is at hand goes out at once, so that a slow source is not
	// held back.
	chunkItems, chunkBytes = 64, 256 << 10

	// firstBackoff is the wait before the first resumption; it doubles with each up to maxBackoff.
	firstBackoff, maxBackoff = 200 * time.Millisecond, 10 * time.Second

	// firstContact is how long a service that has never answered is tried to be reached: the address may be wrong.
	firstContact = 10 * time.Second
)

// Item is a document on its way through Stream.
type Item struct {
	// Sequence numbers the items; each must be greater than the one before, and at least 1.
	Sequence int32

	// Document is what to work on.
	Document *copydeskv1.Document
}

// Stream sends items and yields exactly one result for each, in their order. A result can hold the document's own
// error; an error beside it concerns the whole stream and is the last thing yielded. When the service becomes
// unavailable or refuses for the moment, the stream is opened again, where there are several servers with the next, and
// what is not acknowledged is sent again. That goes on for WithResume's time without any result, or ten seconds if the
// service has never answered.
//
// Items are taken from a goroutine of Stream's own, at most 512 and about 64 MiB ahead of the results. Ending the
// loop early ends the stream; items is then not called again.
func (c *Client) Stream(ctx context.Context, o *copydeskv1.ProcessOptions, items iter.Seq[Item]) iter.Seq2[*copydeskv1.ProcessResult, error] {
	return func(yield func(*copydeskv1.ProcessResult, error) bool) {
		ctx, cancel := context.WithCancel(ctx)
		s := &stream{c: c, options: o, source: make(chan Item), room: make(chan struct{}, 1)}
		var source sync.WaitGroup
		source.Go(func() { s.feed(ctx, items) })
		defer source.Wait()
		defer cancel()
		s.run(ctx, yield)
	}
}

// stream is the state of one Stream call, across connections.
type stream struct {
	c       *Client
	options *copydeskv1.ProcessOptions
	source  chan Item
	room    chan struct{} // a signal that items were acknowledged

	mu      sync.Mutex
	pending []*copydeskv1.StreamItem // sent or taken, not acknowledged
	bytes   int                      // of pending

	last     int32 // sequence of the last result yielded
	answered bool  // whether any server ever has
}

// feed takes items from the caller's iterator.
func (s *stream) feed(ctx context.Context, items iter.Seq[Item]) {
	defer close(s.source)
	for it := range items {
		select {
		case s.source <- it:
		case <-ctx.Done():
			return
		}
	}
}

// run makes attempts until the stream has ended or can't be resumed.
func (s *stream) run(ctx context.Context, yield func(*copydeskv1.ProcessResult, error) bool) {
	wait, since := firstBackoff, time.Now()
	for {
		before := s.last
		done, err := s.attempt(ctx, yield)
		if done {
			return
		}
		if s.last > before {
			wait, since = firstBackoff, time.Now()
		}
		asked, ok := s.resumable(err)
		next := jittered(max(wait, asked))
		if !ok || time.Since(since)+next > s.patience() {
			yield(nil, err)
			return
		}
		if pause(ctx, next) != nil {
			yield(nil, ctx.Err())
			return
		}
		wait = min(2*wait, maxBackoff)
	}
}

// resumable reports whether the stream can be opened again after err, and how long the service asks to wait.
func (s *stream) resumable(err error) (wait time.Duration, ok bool) {
	wait, says := RetryAfter(err)
	switch status.Code(err) {
	case codes.Unavailable:
		var unreachable *UnreachableError
		plain := errors.As(err, &unreachable) && unreachable.Plain
		return wait, s.answered || !plain // to wait does not change what the server speaks
	case codes.ResourceExhausted:
		s.answered = s.answered || says
		return wait, says
	default:
		return 0, false
	}
}

// patience is how long the stream is tried without coming any further.
func (s *stream) patience() time.Duration {
	if s.answered {
		return s.c.resume
	}
	return min(s.c.resume, firstContact)
}

// attempt streams over one connection. It reports whether everything is over: all is answered, or the caller ended
// the loop.
func (s *stream) attempt(ctx context.Context, yield func(*copydeskv1.ProcessResult, error) bool) (done bool, err error) {
	ctx, cancel := context.WithCancel(ctx)
	rpc, err := s.c.ProcessStream(ctx)
	if err != nil {
		cancel()
		return false, err
	}
	var sender sync.WaitGroup
	sender.Go(func() { s.send(ctx, rpc) })
	defer sender.Wait()
	defer cancel()
	delivered, complete := s.last, false // what came over earlier connections is not yielded again
	for {
		resp, err := rpc.Recv()
		if errors.Is(err, io.EOF) && complete {
			return true, nil
		}
		if errors.Is(err, io.EOF) {
			return false, status.Error(codes.Unavailable, "the stream ended without a summary")
		}
		if err != nil {
			return false, err
		}
		s.answered = true
		complete = resp.HasSummary()
		for _, r := range resp.GetResults().GetResults() {
			if r.GetSequence() <= delivered {
				continue
			}
			s.last = max(s.last, r.GetSequence())
			if !yield(r, nil) {
				return true, nil
			}
		}
		s.acknowledge(resp.GetResults().GetAcknowledgedSequence())
	}
}

// acknowledge forgets what need not be sent again.
func (s *stream) acknowledge(sequence int32) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for len(s.pending) > 0 && s.pending[0].GetSequence() <= sequence {
		s.bytes -= proto.Size(s.pending[0])
		s.pending = s.pending[1:]
	}
	select {
	case s.room <- struct{}{}:
	default:
	}
}

type sender interface {
	Send(*copydeskv1.ProcessStreamRequest) error
	CloseSend() error
}

// send sends the start, what an earlier connection left unanswered, and then new items. Errors are not its concern:
// the receiving side sees them with their status.
func (s *stream) send(ctx context.Context, rpc sender) {
	start := copydeskv1.StreamStart_builder{Options: s.options, MaxResponseBytes: maxResponseBytes}.Build()
	if rpc.Send(copydeskv1.ProcessStreamRequest_builder{Start: start}.Build()) != nil {
		return
	}
	s.mu.Lock()
	again := append([]*copydeskv1.StreamItem(nil), s.pending...)
	s.mu.Unlock()
	for len(again) > 0 {
		n := min(len(again), chunkItems)
		if sendChunk(rpc, again[:n]) != nil {
			return
		}
		again = again[n:]
	}
	for {
		chunk := s.next(ctx)
		if len(chunk) == 0 {
			break
		}
		if sendChunk(rpc, chunk) != nil {
			return
		}
	}
	if ctx.Err() == nil {
		_ = rpc.CloseSend() // as above
	}
}

func sendChunk(rpc sender, items []*copydeskv1.StreamItem) error {
	for len(items) > 0 { // messages stay small even when what is sent again is large
		n, size := 0, 0
		for n < len(items) && (n == 0 || size+proto.Size(items[n]) <= chunkBytes) {
			size += proto.Size(items[n])
			n++
		}
		chunk := copydeskv1.StreamChunk_builder{Items: items[:n]}.Build()
		if err := rpc.Send(copydeskv1.ProcessStreamRequest_builder{Chunk: chunk}.Build()); err != nil {
			return err
		}
		items = items[n:]
	}
	return nil
}

// next waits for room and for an item, and takes along what else is at hand. It returns nothing when the source or
// ctx has ended.
func (s *stream) next(ctx context.Context) []*copydeskv1.StreamItem {
	for !s.hasRoom() {
		select {
		case <-s.room:
		case <-ctx.Done():
			return nil
		}
	}
	var chunk []*copydeskv1.StreamItem
	select {
	case it, ok := <-s.source:
		if !ok {
			return nil
		}
		chunk = append(chunk, s.keep(it))
	case <-ctx.Done():
		return nil
	}
	for len(chunk) < chunkItems && s.hasRoom() {
		select {
		case it, ok := <-s.source:
			if !ok {
				return chunk
			}
			chunk = append(chunk, s.keep(it))
		default:
			return chunk
		}
	}
	return chunk
}

func (s *stream) hasRoom() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.pending) < maxInFlight && s.bytes < maxInFlightBytes
}

// keep notes an item as not acknowledged.
func (s *stream) keep(it Item) *copydeskv1.StreamItem {
	item := copydeskv1.StreamItem_builder{Sequence: it.Sequence, Document: it.Document}.Build()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.pending = append(s.pending, item)
	s.bytes += proto.Size(item)
	return item
}
