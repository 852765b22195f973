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
	r, err := s.one(ctx, req, &copydeskv1.ProcessOptions{
		Clean:        orEmpty(req.GetOptions()),
		EncodingType: req.GetEncodingType(),
	})
	if err != nil {
		return nil, err
	}
	return &copydeskv1.CleanResponse{Id: r.GetId(), Clean: r.GetClean()}, nil
}

// Extract implements copydeskv1.TextServiceServer.
func (s *Service) Extract(ctx context.Context, req *copydeskv1.ExtractRequest) (*copydeskv1.ExtractResponse, error) {
	r, err := s.one(ctx, req, &copydeskv1.ProcessOptions{
		Extract:      orEmpty(req.GetOptions()),
		EncodingType: req.GetEncodingType(),
		CleanOptions: req.GetCleanOptions(),
	})
	if err != nil {
		return nil, err
	}
	return &copydeskv1.ExtractResponse{Id: r.GetId(), Extract: r.GetExtract()}, nil
}

// Score implements copydeskv1.TextServiceServer.
func (s *Service) Score(ctx context.Context, req *copydeskv1.ScoreRequest) (*copydeskv1.ScoreResponse, error) {
	r, err := s.one(ctx, req, &copydeskv1.ProcessOptions{
		Score:        orEmpty(req.GetOptions()),
		EncodingType: req.GetEncodingType(),
		CleanOptions: req.GetCleanOptions(),
	})
	if err != nil {
		return nil, err
	}
	return &copydeskv1.ScoreResponse{Id: r.GetId(), Score: r.GetScore()}, nil
}

// Describe implements copydeskv1.TextServiceServer.
func (s *Service) Describe(context.Context, *copydeskv1.DescribeRequest) (*copydeskv1.DescribeResponse, error) {
	return s.describe(), nil
}

// request is what the three requests for one document have in common.
type request interface {
	proto.Message
	GetDocument() *copydeskv1.Document
}

// one answers a request for a single document, whose options stand as o in a batch.
func (s *Service) one(ctx context.Context, req request, o *copydeskv1.ProcessOptions) (*copydeskv1.ProcessResult, error) {
	if err := validate(req); err != nil {
		return nil, s.toStatus(ctx, err, "").Err()
	}
	p, err := newPlan(o)
	if err != nil {
		return nil, s.toStatus(ctx, unaryField(err), "").Err()
	}
	r, err := s.work(ctx, req.GetDocument(), p)
	if err != nil {
		return nil, s.toStatus(ctx, err, "").Err()
	}
	return r, nil
}

// unaryField renames the field of a fault in options from its path in a batch to that in a request for a
// single document, where all options but clean_options are called "options".
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
	return &moved
}

// orEmpty makes the presence of options, which asks for an operation, explicit.
func orEmpty[T any](o *T) *T {
	if o == nil {
		return new(T)
	}
	return o
}
