package auth

import (
	"time"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/protoadapt"
	"google.golang.org/protobuf/types/known/durationpb"
)

// Error is a refusal. gRPC takes its status as it is.
type Error struct {
	Code    codes.Code
	Reason  string // UPPER_SNAKE, of the ErrorInfo
	Message string

	// Retry is how long to wait before the call can succeed; 0 where waiting does not help.
	Retry time.Duration

	// Metadata says which limit was met.
	Metadata map[string]string
}

// Error implements error.
func (e *Error) Error() string { return e.Message }

// GRPCStatus is the status that the caller gets.
func (e *Error) GRPCStatus() *status.Status {
	details := []protoadapt.MessageV1{&errdetails.ErrorInfo{Reason: e.Reason, Domain: "copydesk", Metadata: e.Metadata}}
	if e.Retry > 0 {
		details = append(details, &errdetails.RetryInfo{RetryDelay: durationpb.New(e.Retry)})
	}
	st, err := status.New(e.Code, e.Message).WithDetails(details...)
	if err != nil { // only for details that cannot be marshalled: never
		return status.New(e.Code, e.Message)
	}
	return st
}

func unauthenticated(reason, message string) *Error {
	return &Error{Code: codes.Unauthenticated, Reason: reason, Message: message}
}

// What callers see. Whether a token is unknown, forged or malformed is nobody's business.
var (
	errMissing  = unauthenticated("TOKEN_MISSING", "the call needs a bearer token")
	errInvalid  = unauthenticated("TOKEN_INVALID", "the bearer token is not valid")
	errExpired  = unauthenticated("TOKEN_EXPIRED", "the bearer token has expired or was revoked")
	errAudience = unauthenticated("TOKEN_AUDIENCE", "the bearer token is for another service")
)
