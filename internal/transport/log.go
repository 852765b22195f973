package transport

import (
	"context"
	"log/slog"

	"go.opentelemetry.io/otel/trace"

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
