package transport

import (
	"context"
	"crypto/rand"

	"google.golang.org/grpc"
	"google.golang.org/grpc/metadata"
)

// requestIDHeader names a call in the logs of all that it goes through. A caller's own is kept, otherwise the server makes one;
// the answer has it, too.
const requestIDHeader = "x-request-id"

// maxRequestID is the longest name that a caller can give, in bytes.
const maxRequestID = 128

type requestIDKey struct{}

// withRequestID puts the first usable name, or a new one, into ctx.
func withRequestID(ctx context.Context, given []string) context.Context {
	if len(given) > 0 && isRequestID(given[0]) {
		return context.WithValue(ctx, requestIDKey{}, given[0])
	}
	return context.WithValue(ctx, requestIDKey{}, rand.Text())
}

// isRequestID keeps what could be mistaken for something else out of logs.
func isRequestID(s string) bool {
	for _, c := range []byte(s) {
		switch {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9', c == '-', c == '_', c == '.':
		default:
			return false
		}
	}
	return s != "" && len(s) <= maxRequestID
}

// RequestID is the name of the call that ctx belongs to, "" if it has none.
func RequestID(ctx context.Context) string {
	id, _ := ctx.Value(requestIDKey{}).(string)
	return id
}

// named returns ctx with a name for the call, which the answer will have, too.
func named(ctx context.Context) context.Context {
	reachedRPC(ctx)
	if RequestID(ctx) == "" {
		ctx = withRequestID(ctx, metadata.ValueFromIncomingContext(ctx, requestIDHeader))
	}
	_ = grpc.SetHeader(ctx, metadata.Pairs(requestIDHeader, RequestID(ctx))) // fails in tests without a transport only
	return ctx
}

func nameUnary(ctx context.Context, req any, _ *grpc.UnaryServerInfo, handler grpc.UnaryHandler) (any, error) {
	return handler(named(ctx), req)
}

func nameStream(srv any, ss grpc.ServerStream, _ *grpc.StreamServerInfo, handler grpc.StreamHandler) error {
	return handler(srv, &namedStream{ss, named(ss.Context())})
}

type namedStream struct {
	grpc.ServerStream

	ctx context.Context //nolint:containedctx // grpc.ServerStream hands out a context
}

// Context implements grpc.ServerStream.
func (s *namedStream) Context() context.Context { return s.ctx }
