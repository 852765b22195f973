package service

import (
	"context"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
	"github.com/copydesk/copydesk/internal/admission"
)

// What work takes of memory for each byte of content, at its peak and with its result: measured with documents of 1 MB
// (`go test ./internal/growth -run TestMemoryFactors -long -v`). Documents made to be costly take up to three times as much.
const (
	cleanTextFactor = 6.5
	cleanPageFactor = 18
	extractFactor   = 19
	scoreFactor     = 20
	moreFactor      = 2 // for each operation beyond the first
	workBase        = 256 << 10
)

// turn is what is asked of the admission controller for one document.
func (p *plan) turn(d *copydeskv1.Document, stream, patient bool) admission.Request {
	n := contentBytes(d)
	return admission.Request{
		Kind: p.kind(d), Bytes: n, Memory: workBase + int64(float64(n)*p.memoryFactor(d)), Stream: stream, Patient: patient,
	}
}

// memoryFactor is how many bytes work on d takes for each byte of its content.
func (p *plan) memoryFactor(d *copydeskv1.Document) float64 {
	factor, operations := cleanTextFactor, 0 // whatever is asked for, the document is cleaned first
	if !d.HasText() {
		factor = cleanPageFactor
	}
	for _, o := range []struct {
		asked  bool
		factor float64
	}{{p.wantClean, factor}, {p.wantExtract, extractFactor}, {p.score != nil, scoreFactor}} {
		if o.asked {
			factor = max(factor, o.factor)
			operations++
		}
	}
	return factor + moreFactor*float64(max(operations-1, 0))
}

// kind numbers what is done with d, so that the time it takes can be learnt.
func (p *plan) kind(d *copydeskv1.Document) int {
	kind := 0
	for i, asked := range []bool{p.wantClean, p.wantExtract, p.score != nil, !d.HasText()} {
		if asked {
			kind |= 1 << i
		}
	}
	return kind
}

// turn waits for a turn to work on d.
func (s *Service) turn(ctx context.Context, p *plan, d *copydeskv1.Document, stream, patient bool) (end func(), err error) {
	return s.o.Admission.Begin(ctx, p.turn(d, stream, patient))
}

// WorkMemory returns how many bytes of memory the admission controller takes work on d to need, by o.
func (s *Service) WorkMemory(o *copydeskv1.ProcessOptions, d *copydeskv1.Document) (int64, error) {
	p, err := s.newPlan(o)
	if err != nil {
		return 0, err
	}
	return p.turn(d, false, false).Memory, nil
}
