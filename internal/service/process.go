package service

import (
	"context"
	"fmt"
	"sync"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
	"github.com/copydesk/copydesk/internal/fault"
)

// Process implements copydeskv1.TextServiceServer.
func (s *Service) Process(ctx context.Context, req *copydeskv1.ProcessRequest) (*copydeskv1.ProcessResponse, error) {
	docs := req.GetDocuments()
	if err := s.checkBatch(docs); err != nil {
		return nil, s.toStatus(ctx, err, "").Err()
	}
	p, err := newPlan(req.GetOptions())
	if err != nil {
		return nil, s.toStatus(ctx, err, "options.").Err()
	}
	results := make([]*copydeskv1.ProcessResult, len(docs))
	s.forEach(ctx, len(docs), func(i int) {
		results[i] = s.result(ctx, int64(i+1), docs[i], p)
	})
	if err := ctx.Err(); err != nil {
		return nil, s.toStatus(ctx, err, "").Err()
	}
	markDuplicates(results)
	resp := &copydeskv1.ProcessResponse{Results: results, Summary: &copydeskv1.ProcessSummary{}}
	for i, r := range results {
		count(resp.GetSummary(), docs[i], r)
	}
	return resp, nil
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

// count adds one outcome to a summary.
func count(sum *copydeskv1.ProcessSummary, d *copydeskv1.Document, r *copydeskv1.ProcessResult) {
	sum.Received++
	sum.SourceBytes += int64(len(d.GetText()) + len(d.GetHtml()) + len(d.GetRaw()))
	if r.GetError() != nil {
		sum.Failed++
	} else {
		sum.Succeeded++
	}
}
