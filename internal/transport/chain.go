package transport

import (
	"context"
	"log/slog"
	"runtime/debug"
	"time"

	grpcprom "github.com/grpc-ecosystem/go-grpc-middleware/providers/prometheus"
	"github.com/grpc-ecosystem/go-grpc-middleware/v2/interceptors/recovery"
	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

// interceptor is one link of the chain; stream is nil where it has nothing to do with streams.
type interceptor struct {
	name   string
	unary  grpc.UnaryServerInterceptor
	stream grpc.StreamServerInterceptor
}

// chain is what every RPC goes through, outermost first.
type chain struct {
	links   []interceptor
	metrics *grpcprom.ServerMetrics
}

// newChain returns the chain. The order matters:
//   - a call has its name before anything is logged of it;
//   - metrics are next, so that they count whatever any other link answers;
//   - logging next, for the same reason; health checks are not logged;
//   - the guard lets nobody further who may not call;
//   - admission takes memory for a request, by its size, before decode makes a message of it;
//   - quotas count what is in the message;
//   - the deadline is set before any work;
//   - recovery is innermost, so that the others see a panic as the error that the caller gets.
//
// Requests are validated by the service and not by a link, because on a stream or in a batch a bad document
// must fail alone.
func newChain(o Options, g *guard, in *inflow) chain {
	metrics := newMetrics(o)
	guard := recovery.WithRecoveryHandlerContext(recovered(o.Logger))
	a := admit{o.Admission, in, g.sight, &stalls{o.StallTimeout, g.sight, o.Logger}}
	return chain{metrics: metrics, links: []interceptor{
		{"request id", nameUnary, nameStream},
		{"metrics", metrics.UnaryServerInterceptor(), metrics.StreamServerInterceptor()},
		{"logging", callLog{o.Logger}.unary, callLog{o.Logger}.stream},
		{"guard", g.unaryInterceptor, g.streamInterceptor},
		{"admission", a.unary, a.stream},
		{"decode", decodeUnary, nil},
		{"quota", g.unaryQuota, g.streamQuota},
		{"deadline", deadline(o.MaxUnaryTime), nil},
		{"recovery", recovery.UnaryServerInterceptor(guard), recovery.StreamServerInterceptor(guard)},
	}}
}

func (c chain) unary() []grpc.UnaryServerInterceptor {
	var is []grpc.UnaryServerInterceptor
	for _, l := range c.links {
		is = append(is, l.unary)
	}
	return is
}

func (c chain) stream() []grpc.StreamServerInterceptor {
	var is []grpc.StreamServerInterceptor
	for _, l := range c.links {
		if l.stream != nil {
			is = append(is, l.stream)
		}
	}
	return is
}

// newMetrics registers the metrics if there is a registry; unregistered ones cost next to nothing.
func newMetrics(o Options) *grpcprom.ServerMetrics {
	m := grpcprom.NewServerMetrics(grpcprom.WithServerHandlingTimeHistogram(
		grpcprom.WithHistogramBuckets([]float64{.0001, .0003, .001, .003, .01, .03, .1, .3, 1, 3, 10}),
	))
	if o.Registry != nil {
		o.Registry.MustRegister(m)
	}
	return m
}

// deadline caps the time of unary RPCs: callers forget to. Those on the gRPC port have been capped since their headers came.
func deadline(limit time.Duration) grpc.UnaryServerInterceptor {
	return func(ctx context.Context, req any, _ *grpc.UnaryServerInfo, handler grpc.UnaryHandler) (any, error) {
		if set, ok := ctx.Deadline(); ok && time.Until(set) <= limit {
			return handler(ctx, req)
		}
		ctx, cancel := context.WithTimeout(ctx, limit)
		defer cancel()
		return handler(ctx, req)
	}
}

// recovered answers a panic. The middleware's own answer would send the caller the whole stack. The value of
// the panic is not logged: it could hold text of the document.
func recovered(l *slog.Logger) recovery.RecoveryHandlerFuncContext {
	return func(ctx context.Context, _ any) error {
		l.LogAttrs(ctx, slog.LevelError, "panic", slog.String("stack", string(debug.Stack())))
		st, err := status.New(codes.Internal, "internal error").WithDetails(
			&errdetails.ErrorInfo{Reason: "INTERNAL", Domain: "copydesk"})
		if err != nil {
			return status.Error(codes.Internal, "internal error")
		}
		return st.Err()
	}
}
