package service

import (
	"context"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
	"github.com/copydesk/copydesk/internal/admission"
)

// turn is what is asked of the admission controller for one document.
func (p *plan) turn(d *copydeskv1.Document, stream, patient bool) admission.Request {
	return admission.Request{Kind: p.kind(d), Bytes: contentBytes(d), Memory: p.memory(d), Stream: stream, Patient: patient}
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
