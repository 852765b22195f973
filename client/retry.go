package client

import (
	"context"
	"errors"
	"math/rand/v2"
	"time"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

// RetryAfter returns how long the service asks to wait before another try, and whether it says so: it does when it refuses
// work for want of time or memory, or a caller that is over its limits.
func RetryAfter(err error) (time.Duration, bool) {
	var s interface{ GRPCStatus() *status.Status }
	if !errors.As(err, &s) {
		return 0, false
	}
	for _, d := range s.GRPCStatus().Details() {
		if info, ok := d.(*errdetails.RetryInfo); ok {
			return info.GetRetryDelay().AsDuration(), true
		}
	}
	return 0, false
}

// jittered is d and up to a quarter more, so that those who were refused together do not come back together.
func jittered(d time.Duration) time.Duration {
	return d + rand.N(d/4+1) //nolint:gosec // nobody gains by guessing it
}

// pause waits, or returns ctx's error.
func pause(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// retryRefused tries refused calls again when the service says so, as long as their deadline allows. The service keeps
// nothing, so that trying again is always safe.
func retryRefused(ctx context.Context, method string, req, reply any, cc *grpc.ClientConn, call grpc.UnaryInvoker, opts ...grpc.CallOption) error {
	for {
		err := call(ctx, method, req, reply, cc, opts...)
		if status.Code(err) != codes.ResourceExhausted {
			return err
		}
		wait, ok := RetryAfter(err)
		if !ok {
			return err
		}
		wait = jittered(wait)
		if deadline, ok := ctx.Deadline(); ok && time.Until(deadline) <= wait {
			return err
		}
		if pause(ctx, wait) != nil {
			return err
		}
	}
}
