package main

import (
	"fmt"
	"io"
	"math"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
	"github.com/copydesk/copydesk/internal/files"
)

// eachLine calls f with every line that is not blank, its number and where in the input it ends, until f returns false. Numbers
// are sequences of the stream, so there is a last one.
func eachLine(r io.Reader, f func(number int32, line []byte, end int64) bool) error {
	var err error
	failed := files.Lines(r, func(number int64, line []byte, end int64) bool {
		if number >= math.MaxInt32 {
			err = fmt.Errorf("more than %d lines: split the file", number-1)
			return false
		}
		return f(int32(number), line, end) //nolint:gosec // compared with the largest above
	})
	if failed != nil {
		return failed
	}
	return err
}

// badLine is the result for a line that cannot be sent.
func badLine(id string, number int32, cause error) *copydeskv1.ProcessResult {
	st := status.New(codes.InvalidArgument, cause.Error())
	if detailed, err := st.WithDetails(&errdetails.ErrorInfo{Reason: "LINE_INVALID", Domain: "copydesk"}); err == nil {
		st = detailed
	}
	return copydeskv1.ProcessResult_builder{Id: id, Sequence: number, Error: st.Proto()}.Build()
}
