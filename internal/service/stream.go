package service

import (
	"context"
	"errors"
	"io"
	"strconv"
	"sync"

	"golang.org/x/sync/semaphore"
	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/protobuf/proto"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
	"github.com/copydesk/copydesk/internal/admission"
	"github.com/copydesk/copydesk/internal/fault"
)

// stream is the state of one ProcessStream. A reader takes items in, workers work on them, and the
// handler's own goroutine sends: gRPC allows one goroutine for each direction.
//
// An item holds a place in the window from when it is read until every item before it is answered too, so
// that neither results waiting for their turn nor the record of what is acknowledged can grow beyond it.
// When a client stops reading, sending blocks, the window fills, and reading stops.
type stream struct {
	s         *Service
	rpc       grpc.BidiStreamingServer[copydeskv1.ProcessStreamRequest, copydeskv1.ProcessStreamResponse]
	plan      *plan
	unordered bool

	window chan struct{}       // one token an item
	bytes  *semaphore.Weighted // content taken in and not acknowledged
	share  *admission.Share    // of the process's memory
	todo   chan *item
	done   chan *item

	received error // why receiving ended; set before the chunks end
	ended    error // why reading ended; set before todo is closed
}

// item is one document on its way through a stream.
type item struct {
	index    int // position on the stream, from 0
	sequence int32
	doc      *copydeskv1.Document // nil once there is a result
	source   int                  // bytes of its content
	weight   int64
	held     int64 // bytes of the stream's share
	err      error // a fault of the item's framing
	result   *copydeskv1.ProcessResult
	size     int // of result in a message
}

// newItem takes an item in; last is the highest sequence before it and becomes the highest with it.
func newItem(in *copydeskv1.StreamItem, index int, last *int32) *item {
	it := &item{index: index, sequence: in.GetSequence(), doc: in.GetDocument()}
	if it.sequence <= *last {
		it.err = sequenceFault(it.sequence, *last)
	}
	*last = max(*last, it.sequence)
	return it
}

// errDraining ends reading when the server is about to stop.
var errDraining = errors.New("draining")

// ProcessStream implements copydeskv1.TextServiceServer.
func (s *Service) ProcessStream(rpc grpc.BidiStreamingServer[copydeskv1.ProcessStreamRequest, copydeskv1.ProcessStreamResponse]) error {
	st, err := s.openStream(rpc)
	if err != nil {
		return s.toStatus(rpc.Context(), err).Err()
	}
	ctx, cancel := context.WithCancel(rpc.Context())
	go st.read(ctx)
	st.startWorkers(ctx)
	out := &sender{stream: st, waiting: map[int]*item{}, summary: newSummary()}
	err = out.run()
	cancel()
	for range st.done {
	}
	if err != nil {
		return s.toStatus(rpc.Context(), err).Err()
	}
	return st.end(out)
}

// openStream reads the first message.
func (s *Service) openStream(rpc grpc.BidiStreamingServer[copydeskv1.ProcessStreamRequest, copydeskv1.ProcessStreamResponse]) (*stream, error) {
	share := admission.ShareOf(rpc.Context())
	first, err := rpc.Recv()
	share.Adjust(-share.Taken())
	if errors.Is(err, io.EOF) {
		return nil, fault.Invalidf("STREAM_START_MISSING", "start", "the first message must be a start")
	}
	if err != nil {
		return nil, err
	}
	start := first.GetStart()
	if start == nil {
		return nil, fault.Invalidf("STREAM_START_MISSING", "start", "the first message must be a start")
	}
	limit, err := s.messageLimit(start.GetMaxResponseBytes())
	if err != nil {
		return nil, within(err, "start.")
	}
	p, err := s.newPlan(start.GetOptions())
	if err != nil {
		return nil, within(err, "start.options.")
	}
	if p.siteBoilerplate {
		return nil, fault.Invalidf("SITE_BOILERPLATE_STREAM", "start.options.site_boilerplate", "is allowed in Process only; a stream takes cleaning.site_counts")
	}
	p = p.limitedTo(limit)
	return &stream{
		s: s, rpc: rpc, plan: p, unordered: start.GetUnordered(),
		window: make(chan struct{}, MaxInFlight),
		bytes:  semaphore.NewWeighted(maxInFlightBytes),
		share:  share,
		todo:   make(chan *item),
		done:   make(chan *item, MaxInFlight),
	}, nil
}

// startWorkers starts the workers; done is closed when the last has ended.
func (st *stream) startWorkers(ctx context.Context) {
	var wg sync.WaitGroup
	for range st.s.o.Workers {
		wg.Go(func() {
			for it := range st.todo {
				st.work(ctx, it)
				st.done <- it // never blocks: it has a place for every item in the window
			}
		})
	}
	go func() {
		wg.Wait()
		close(st.done)
	}()
}

// work answers an item. From then on the stream holds its result instead of its content.
func (st *stream) work(ctx context.Context, it *item) {
	if it.err != nil {
		it.result = st.s.failure(ctx, it.sequence, it.doc, it.err).message
	} else {
		it.result = st.s.patiently(ctx, it.sequence, it.doc, st.plan, true).message
	}
	it.source, it.doc = contentBytes(it.doc), nil
	it.size = sizeInList(it.result)
	held := int64(resultHeldFactor * it.size)
	st.share.Adjust(held - it.held)
	it.held = held
}

// read takes items in until the client closes its side, the stream breaks or the server drains.
func (st *stream) read(ctx context.Context) {
	defer close(st.todo)
	chunks := make(chan chunkIn)
	go st.receive(ctx, chunks)
	index, last := 0, int32(0)
	for {
		select {
		case <-st.s.drain:
			st.ended = errDraining
			return
		case <-ctx.Done():
			st.ended = ctx.Err()
			return
		case chunk, ok := <-chunks:
			if !ok {
				st.ended = st.received
				return
			}
			for _, in := range chunk.GetItems() {
				it := newItem(in, index, &last)
				it.weight = int64(proto.Size(it.doc))
				it.held = min(it.weight, chunk.held)
				chunk.held -= it.held
				if st.ended = st.admit(ctx, it); st.ended != nil {
					return
				}
				index++
			}
			st.share.Adjust(-chunk.held) // what is around the items
		}
	}
}

// chunkIn is a chunk and what the stream holds for it.
type chunkIn struct {
	*copydeskv1.StreamChunk

	held int64
}

// receive hands on chunks until there are no more. It has a goroutine of its own because nothing
// but the end of the RPC interrupts a blocked Recv, and read must notice that the server drains.
func (st *stream) receive(ctx context.Context, chunks chan<- chunkIn) {
	defer close(chunks)
	for {
		req, err := st.rpc.Recv()
		if errors.Is(err, io.EOF) {
			return
		}
		if err == nil {
			err = checkChunk(req)
		}
		if err != nil {
			st.received = err
			return
		}
		select {
		case chunks <- chunkIn{req.GetChunk(), st.share.Taken()}:
		case <-ctx.Done():
			return
		}
	}
}

func checkChunk(req *copydeskv1.ProcessStreamRequest) error {
	if req.GetChunk() == nil {
		return fault.Invalidf("STREAM_CHUNK_MISSING", "chunk", "every message after the first must be a chunk")
	}
	if n := len(req.GetChunk().GetItems()); n > MaxChunkItems {
		return fault.OverLimit("CHUNK_TOO_LARGE", "chunk.items", "items", n, MaxChunkItems)
	}
	return nil
}

func sequenceFault(sequence, last int32) error {
	err := fault.Invalidf("SEQUENCE_NOT_INCREASING", "sequence", "must be greater than %d", last)
	err.Limit, err.Value = strconv.Itoa(int(last)+1), strconv.Itoa(int(sequence))
	return err
}

// admit waits for a place in the window and passes the item to a worker.
func (st *stream) admit(ctx context.Context, it *item) error {
	it.weight = min(it.weight, maxInFlightBytes)
	if err := st.bytes.Acquire(ctx, it.weight); err != nil {
		return err
	}
	select {
	case st.window <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	}
	select {
	case st.todo <- it:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// end says how the stream ended once everything taken in is answered.
func (st *stream) end(out *sender) error {
	switch {
	case st.ended == nil:
		return st.rpc.Send(copydeskv1.ProcessStreamResponse_builder{Summary: out.summary.message()}.Build())
	case errors.Is(st.ended, errDraining):
		return withDetails(codes.Unavailable, "the server is stopping: resume after the acknowledged sequence",
			&errdetails.ErrorInfo{Reason: "DRAINING", Domain: errorDomain, Metadata: map[string]string{
				"last_sequence": strconv.Itoa(int(out.acknowledged)),
			}}).Err()
	default:
		return st.s.toStatus(st.rpc.Context(), st.ended).Err()
	}
}
