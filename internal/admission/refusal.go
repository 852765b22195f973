package admission

import (
	"fmt"
	"strconv"
	"time"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/protoadapt"
	"google.golang.org/protobuf/types/known/durationpb"
)

// The reasons of refusals.
const (
	// Overloaded says that more work waits than can be done in time.
	Overloaded = "OVERLOADED"

	// MemoryFull says that the memory for documents and results is taken.
	MemoryFull = "MEMORY_FULL"

	// MemoryTooSmall says that a document can never be worked on with the memory that the server has.
	MemoryTooSmall = "MEMORY_TOO_SMALL"
)

// Reasons are all of them.
var Reasons = []string{Overloaded, MemoryFull, MemoryTooSmall}

// Refusal is the error for what is not taken on. Its status is RESOURCE_EXHAUSTED with an ErrorInfo and, where another
// try can succeed, a RetryInfo.
type Refusal struct { //nolint:errname // RefusalError would say it twice
	Reason     string
	RetryAfter time.Duration // 0: another try of the same server is in vain
	Limit      int64         // in bytes; 0: none to state
}

func (r *Refusal) Error() string {
	switch r.Reason {
	case Overloaded:
		return "the server has more work than it can do in time"
	case MemoryFull:
		return "the server's memory for documents is taken"
	default:
		return fmt.Sprintf("the server has memory for documents of %d bytes", r.Limit)
	}
}

// GRPCStatus is the refusal as a caller sees it.
func (r *Refusal) GRPCStatus() *status.Status {
	info := &errdetails.ErrorInfo{Reason: r.Reason, Domain: "copydesk"}
	if r.Limit > 0 {
		info.Metadata = map[string]string{"limit": strconv.FormatInt(r.Limit, 10)}
	}
	details := []protoadapt.MessageV1{info}
	if r.RetryAfter > 0 {
		details = append(details, &errdetails.RetryInfo{RetryDelay: durationpb.New(r.RetryAfter)})
	}
	st := status.New(codes.ResourceExhausted, r.Error())
	if detailed, err := st.WithDetails(details...); err == nil {
		st = detailed
	}
	return st
}
