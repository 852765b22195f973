package service

import (
	"context"
	"errors"
	"log/slog"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/protoadapt"

	"github.com/copydesk/copydesk/internal/fault"
)

// errorDomain is the domain of every ErrorInfo.
const errorDomain = "copydesk"

// toStatus maps err to what a caller may see. A status, which came from gRPC itself, stays as it is.
func (s *Service) toStatus(ctx context.Context, err error) *status.Status {
	var f *fault.Error
	switch {
	case err == nil:
		return nil
	case errors.Is(err, context.DeadlineExceeded):
		return withDetails(codes.DeadlineExceeded, "the deadline passed before the work was done",
			&errdetails.ErrorInfo{Reason: "DEADLINE_EXCEEDED", Domain: errorDomain})
	case errors.Is(err, context.Canceled):
		return status.New(codes.Canceled, "the request was cancelled")
	case errors.As(err, &f) && f.Kind != fault.Internal:
		return faultStatus(f)
	}
	if st, ok := status.FromError(err); ok {
		return st
	}
	s.o.Logger.LogAttrs(ctx, slog.LevelError, "internal error", slog.String("cause", err.Error()))
	return internalStatus()
}

func internalStatus() *status.Status {
	return withDetails(codes.Internal, "internal error",
		&errdetails.ErrorInfo{Reason: "INTERNAL", Domain: errorDomain})
}

// faultCodes are the codes of the kinds of faults.
var faultCodes = map[fault.Kind]codes.Code{
	fault.Invalid:     codes.InvalidArgument,
	fault.TooLarge:    codes.InvalidArgument,
	fault.Unsupported: codes.Unimplemented,
	fault.Exhausted:   codes.ResourceExhausted,
}

// faultStatus is the status of a request or document that is at fault itself.
func faultStatus(f *fault.Error) *status.Status {
	info := &errdetails.ErrorInfo{Reason: f.Reason, Domain: errorDomain, Metadata: map[string]string{}}
	for key, value := range map[string]string{"field": f.Field, "limit": f.Limit, "value": f.Value, "feature": f.Feature} {
		if value != "" {
			info.Metadata[key] = value
		}
	}
	code := faultCodes[f.Kind]
	if f.Field == "" {
		return withDetails(code, f.Message, info)
	}
	return withDetails(code, f.Field+": "+f.Message, info, &errdetails.BadRequest{
		FieldViolations: []*errdetails.BadRequest_FieldViolation{{Field: f.Field, Description: f.Message, Reason: f.Reason}},
	})
}

func withDetails(code codes.Code, message string, details ...protoadapt.MessageV1) *status.Status {
	st, err := status.New(code, message).WithDetails(details...)
	if err != nil { // only for details that cannot be marshalled: never
		return status.New(code, message)
	}
	return st
}
