package service

import (
	"context"
	"fmt"
	"strconv"
	"sync"
	"sync/atomic"

	"google.golang.org/protobuf/encoding/protowire"
	"google.golang.org/protobuf/proto"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
	"github.com/copydesk/copydesk/internal/fault"
)

// Process implements copydeskv1.TextServiceServer.
func (s *Service) Process(ctx context.Context, req *copydeskv1.ProcessRequest) (*copydeskv1.ProcessResponse, error) {
	b, err := s.newBatch(ctx, req)
	if err != nil {
		return nil, s.toStatus(ctx, err).Err()
	}
	// The first document's turn decides for all of the batch whether there is time for it.
	if b.endFirst, err = s.turn(ctx, b.plan, b.docs[0], false, false); err != nil {
		return nil, s.toStatus(ctx, err).Err()
	}
	defer b.endFirst()
	if err := b.countSites(ctx); err != nil {
		return nil, s.toStatus(ctx, err).Err()
	}
	s.forEach(ctx, len(b.docs), b.work)
	if err := ctx.Err(); err != nil {
		return nil, s.toStatus(ctx, err).Err()
	}
	return b.response(), nil
}

// batch is the state of one Process call.
//
// Results fill the response in the order of the documents. From the first that does not fit, documents are refused,
// the same ones however many workers there are; those not begun by then are not worked on.
type batch struct {
	s    *Service
	ctx  context.Context //nolint:containedctx // a batch lives no longer than its call
	docs []*copydeskv1.Document
	plan *plan

	endFirst func() // ends the turn of the first document; may be called again

	results []outcome
	refused []outcome // what answers each document if it does not fit
	extra   int       // bytes that a result grows by when it turns out to be a duplicate
	full    atomic.Int64

	mu    sync.Mutex
	next  int // results before it are in
	bytes int // of the response: the results before next, and refusals for all others
	max   int
}

func (s *Service) newBatch(ctx context.Context, req *copydeskv1.ProcessRequest) (*batch, error) {
	docs := req.GetDocuments()
	if err := s.checkBatch(docs); err != nil {
		return nil, err
	}
	limit, err := s.messageLimit(req.GetMaxResponseBytes())
	if err != nil {
		return nil, err
	}
	p, err := s.newPlan(req.GetOptions())
	if err != nil {
		return nil, within(err, "options.")
	}
	b := &batch{
		s: s, ctx: ctx, docs: docs, plan: p.limitedTo(limit), max: limit,
		results: make([]outcome, len(docs)), refused: make([]outcome, len(docs)),
	}
	b.full.Store(int64(len(docs)))
	b.bytes = frameBytes
	full := &fault.Error{
		Kind: fault.Exhausted, Reason: "RESPONSE_FULL", Limit: strconv.Itoa(limit),
		Message: "the response is full: send this document again in another request, or state a larger max_response_bytes",
	}
	for i, d := range docs {
		b.refused[i] = s.failure(ctx, asInt32(i+1), d, full)
		b.bytes += sizeInList(b.refused[i].message)
		b.extra = max(b.extra, duplicateBytes+len(d.GetId()))
	}
	if b.bytes > limit {
		return nil, fault.OverLimit("RESPONSE_TOO_LARGE", "max_response_bytes", "bytes of results at least", b.bytes, limit)
	}
	return b, nil
}

const (
	frameBytes     = 128 // more than a summary without lists takes
	duplicateBytes = 64  // more than a Duplicate without its id takes
)

// messageLimit is the largest message that a request allows; asked is 0 for the default.
func (s *Service) messageLimit(asked int32) (int, error) {
	switch n := int(asked); {
	case n == 0:
		return min(messageBytes, s.o.MaxResponseBytes), nil
	case n < resultBase:
		f := fault.Invalidf("FIELD_INVALID", "max_response_bytes", "must be at least %d", resultBase)
		f.Limit, f.Value = strconv.Itoa(resultBase), strconv.Itoa(n)
		return 0, f
	case n > s.o.MaxResponseBytes:
		return 0, fault.OverLimit("RESPONSE_LIMIT_TOO_LARGE", "max_response_bytes", "bytes", n, s.o.MaxResponseBytes)
	default:
		return n, nil
	}
}

// sizeInList is what a message takes as an item of a list.
func sizeInList(m proto.Message) int {
	return protowire.SizeTag(1) + protowire.SizeBytes(proto.Size(m))
}

// work works on document i, unless the response is full before it.
func (b *batch) work(i int) {
	if int64(i) < b.full.Load() {
		var r outcome
		if i == 0 {
			r = b.s.result(b.ctx, 1, b.docs[0], b.plan)
			b.endFirst()
		} else {
			r = b.s.patiently(b.ctx, asInt32(i+1), b.docs[i], b.plan, false)
		}
		b.mu.Lock()
		defer b.mu.Unlock()
		b.results[i] = r
		b.advance()
	}
}

// advance takes in the results that are there without a gap.
func (b *batch) advance() {
	for ; b.next < len(b.docs) && b.results[b.next].message != nil && b.next < int(b.full.Load()); b.next++ {
		with := b.bytes - sizeInList(b.refused[b.next].message) + sizeInList(b.results[b.next].message)
		if b.results[b.next].prints != nil {
			with += b.extra
		}
		if with > b.max {
			b.full.Store(int64(b.next))
			return
		}
		b.bytes = with
	}
}

func (b *batch) response() *copydeskv1.ProcessResponse {
	copy(b.results[b.full.Load():], b.refused[b.full.Load():])
	markDuplicates(b.results)
	sum := newSummary()
	messages := make([]*copydeskv1.ProcessResult, len(b.results))
	for i, r := range b.results {
		sum.add(contentBytes(b.docs[i]), r.message)
		messages[i] = r.message
	}
	m := copydeskv1.ProcessResponse_builder{Results: messages, Summary: sum.message()}.Build()
	if proto.Size(m) > b.max { // by its summary's lists: the counts alone take little
		m.SetSummary(sum.counts())
	}
	return m
}

// checkBatch refuses what is wrong with the batch as a whole.
func (s *Service) checkBatch(docs []*copydeskv1.Document) error {
	if len(docs) == 0 {
		return fault.Invalidf("BATCH_EMPTY", "documents", "there must be at least one document")
	}
	if n := len(docs); n > s.o.MaxBatchDocuments {
		return fault.OverLimit("BATCH_TOO_LARGE", "documents", "documents", n, s.o.MaxBatchDocuments)
	}
	first := make(map[string]int, len(docs))
	for i, d := range docs {
		id := d.GetId()
		if id == "" {
			continue
		}
		if before, ok := first[id]; ok {
			err := fault.Invalidf("ID_DUPLICATE", fmt.Sprintf("documents[%d].id", i), "is also the id of documents[%d]", before)
			err.Value = fmt.Sprintf("documents[%d]", before)
			return err
		}
		first[id] = i
	}
	return nil
}

// forEach calls f for 0 to n-1 from as many goroutines as there are workers, until ctx ends, and waits.
func (s *Service) forEach(ctx context.Context, n int, f func(int)) {
	next := make(chan int)
	var wg sync.WaitGroup
	for range min(s.o.Workers, n) {
		wg.Go(func() {
			for i := range next {
				f(i)
			}
		})
	}
	for i := 0; i < n && ctx.Err() == nil; i++ {
		next <- i
	}
	close(next)
	wg.Wait()
}
