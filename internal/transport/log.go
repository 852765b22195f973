package transport

import (
	"context"
	"log/slog"
	"strings"
	"time"

	"github.com/grpc-ecosystem/go-grpc-middleware/v2/interceptors/logging"
	"go.opentelemetry.io/otel/trace"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/peer"
	"google.golang.org/grpc/status"

	"github.com/copydesk/copydesk/internal/auth"
)

// LogHandler adds to each line whose call it is: its name, who called, and the trace. It never adds what was sent.
type LogHandler struct{ slog.Handler }

// Handle implements slog.Handler.
func (h LogHandler) Handle(ctx context.Context, r slog.Record) error {
	if id := RequestID(ctx); id != "" {
		r.AddAttrs(slog.String("request_id", id))
		if p := auth.FromContext(ctx); p != auth.Anonymous {
			r.AddAttrs(slog.String("principal", p.Name))
		}
	}
	if span := trace.SpanContextFromContext(ctx); span.IsValid() {
		r.AddAttrs(slog.String("trace_id", span.TraceID().String()))
	}
	return h.Handler.Handle(ctx, r)
}

// WithAttrs implements slog.Handler.
func (h LogHandler) WithAttrs(attrs []slog.Attr) slog.Handler {
	return LogHandler{h.Handler.WithAttrs(attrs)}
}

// WithGroup implements slog.Handler.
func (h LogHandler) WithGroup(name string) slog.Handler { return LogHandler{h.Handler.WithGroup(name)} }

// callLog writes a line for each RPC, health checks excepted, when it has ended. It costs nothing for lines that the level leaves
// out; the middleware's own would collect all fields first, which is a twentieth of a small call.
type callLog struct{ *slog.Logger }

func (l callLog) unary(ctx context.Context, req any, info *grpc.UnaryServerInfo, handler grpc.UnaryHandler) (any, error) {
	start := time.Now()
	resp, err := handler(ctx, req)
	l.finished(ctx, info.FullMethod, start, err)
	return resp, err
}

func (l callLog) stream(srv any, ss grpc.ServerStream, info *grpc.StreamServerInfo, handler grpc.StreamHandler) error {
	start := time.Now()
	err := handler(srv, ss)
	l.finished(ss.Context(), info.FullMethod, start, err)
	return err
}

func (l callLog) finished(ctx context.Context, method string, start time.Time, err error) {
	code := status.Code(err)
	level := levelOf(code)
	if isHealth(method) || !l.Enabled(ctx, level) {
		return
	}
	service, name, _ := strings.Cut(strings.TrimPrefix(method, "/"), "/")
	attrs := []slog.Attr{
		slog.String("grpc.service", service), slog.String("grpc.method", name), slog.String("grpc.code", code.String()),
		slog.Float64("grpc.time_ms", float64(time.Since(start).Microseconds())/1000),
	}
	if p, ok := peer.FromContext(ctx); ok {
		attrs = append(attrs, slog.String("peer.address", p.Addr.String()))
	}
	if err != nil {
		attrs = append(attrs, slog.String("grpc.error", err.Error()))
	}
	l.LogAttrs(ctx, level, "finished call", attrs...)
}

// levelOf is the middleware's level of a code, but for a request for a feature that this server does not have: that is the
// caller's mistake.
func levelOf(code codes.Code) slog.Level {
	if code == codes.Unimplemented {
		return slog.LevelInfo
	}
	return slog.Level(logging.DefaultServerCodeToLevel(code))
}
