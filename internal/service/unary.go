package service

import (
	"context"
	"errors"
	"strings"

	"google.golang.org/protobuf/proto"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
	"github.com/copydesk/copydesk/internal/fault"
)

// Clean implements copydeskv1.TextServiceServer.
func (s *Service) Clean(ctx context.Context, req *copydeskv1.CleanRequest) (*copydeskv1.CleanResponse, error) {
	r, err := s.one(ctx, req, copydeskv1.ProcessOptions_builder{Clean: orEmpty(req.GetOptions())})
	if err != nil {
		return nil, err
	}
	return copydeskv1.CleanResponse_builder{Id: r.GetId(), Clean: r.GetClean()}.Build(), nil
}

// Extract implements copydeskv1.TextServiceServer.
func (s *Service) Extract(ctx context.Context, req *copydeskv1.ExtractRequest) (*copydeskv1.ExtractResponse, error) {
	r, err := s.one(ctx, req, copydeskv1.ProcessOptions_builder{Extract: orEmpty(req.GetOptions())})
	if err != nil {
		return nil, err
	}
	return copydeskv1.ExtractResponse_builder{Id: r.GetId(), Extract: r.GetExtract()}.Build(), nil
}

// Score implements copydeskv1.TextServiceServer.
func (s *Service) Score(ctx context.Context, req *copydeskv1.ScoreRequest) (*copydeskv1.ScoreResponse, error) {
	r, err := s.one(ctx, req, copydeskv1.ProcessOptions_builder{Score: orEmpty(req.GetOptions())})
	if err != nil {
		return nil, err
	}
	return copydeskv1.ScoreResponse_builder{Id: r.GetId(), Score: r.GetScore()}.Build(), nil
}

// request is what the three requests for one document have in common.
type request interface {
	proto.Message
	GetDocument() *copydeskv1.Document
	GetEncodingType() copydeskv1.EncodingType
	GetCleaning() *copydeskv1.Cleaning
	GetMaxResponseBytes() int32
}

// one answers a request for a single document, whose operation's options are in o.
func (s *Service) one(ctx context.Context, req request, o copydeskv1.ProcessOptions_builder) (*copydeskv1.ProcessResult, error) {
	if err := validate(req); err != nil {
		return nil, s.toStatus(ctx, err).Err()
	}
	o.EncodingType = req.GetEncodingType()
	o.Cleaning = req.GetCleaning()
	o.MaxResultBytes = req.GetMaxResponseBytes()
	p, err := s.newPlan(o.Build())
	if err != nil {
		return nil, s.toStatus(ctx, unaryField(err)).Err()
	}
	end, err := s.turn(ctx, p, req.GetDocument(), false, false)
	if err != nil {
		return nil, s.toStatus(ctx, err).Err()
	}
	defer end()
	r, err := s.work(ctx, req.GetDocument(), p)
	if err != nil {
		return nil, s.toStatus(ctx, err).Err()
	}
	return r.message, nil
}

// unaryField renames the field of a fault in options from its path in a batch to that in a request for a
// single document.
func unaryField(err error) error {
	var f *fault.Error
	if !errors.As(err, &f) {
		return err
	}
	moved := *f
	for _, batch := range []string{"clean.", "extract.", "score."} {
		if rest, ok := strings.CutPrefix(f.Field, batch); ok {
			moved.Field = "options." + rest
		}
	}
	if f.Field == "max_result_bytes" {
		moved.Field = "max_response_bytes"
	}
	return &moved
}
