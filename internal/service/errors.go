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

// toStatus maps err to what a caller may see. Field paths of faults are put behind prefix ("document.").
func (s *Service) toStatus(ctx context.Context, err error, prefix string) *status.Status {
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
		return faultStatus(f, prefix)
	}
	s.o.Logger.LogAttrs(ctx, slog.LevelError, "internal error", slog.String("cause", err.Error()))
	return internalStatus()
}

func internalStatus() *status.Status {
	return withDetails(codes.Internal, "internal error",
		&errdetails.ErrorInfo{Reason: "INTERNAL", Domain: errorDomain})
}

// faultStatus is the status of a request or document that is at fault itself.
func faultStatus(f *fault.Error, prefix string) *status.Status {
	info := &errdetails.ErrorInfo{Reason: f.Reason, Domain: errorDomain, Metadata: map[string]string{}}
	message := f.Message
	field := f.Field
	if field != "" {
		field = prefix + field
		message = field + ": " + message
		info.Metadata["field"] = field
	}
	if f.Limit != "" {
		info.Metadata["limit"] = f.Limit
	}
	if f.Value != "" {
		info.Metadata["value"] = f.Value
	}
	if field == "" {
		return withDetails(codes.InvalidArgument, message, info)
	}
	return withDetails(codes.InvalidArgument, message, info, &errdetails.BadRequest{
		FieldViolations: []*errdetails.BadRequest_FieldViolation{{Field: field, Description: f.Message, Reason: f.Reason}},
	})
}

func withDetails(code codes.Code, message string, details ...protoadapt.MessageV1) *status.Status {
	st, err := status.New(code, message).WithDetails(details...)
	if err != nil { // only for details that cannot be marshalled: never
		return status.New(code, message)
	}
	return st
}
