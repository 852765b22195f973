package transport

import (
	"context"
	"log/slog"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

func testChain(o Options) chain {
	o = o.withDefaults()
	return newChain(o, newGuard(o, newInflow(nil), newSight(nil)), newInflow(nil))
}

func TestOrder(t *testing.T) {
	t.Parallel()
	var names []string
	for _, l := range testChain(Options{}).links {
		names = append(names, l.name)
	}
	if diff := cmp.Diff([]string{"request id", "metrics", "logging", "guard", "admission", "decode", "quota", "deadline", "recovery"}, names); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestPanic sends a panic through the whole chain: the caller learns nothing of it, the log where it was, and neither
// its value, which could be text of a document.
func TestPanic(t *testing.T) {
	t.Parallel()
	var log strings.Builder
	o := Options{Logger: slog.New(slog.NewTextHandler(&log, nil))}
	handler := func(context.Context, any) (any, error) { panic("a secret of the document") }
	for _, i := range reversed(testChain(o).unary()) {
		next := handler
		handler = func(ctx context.Context, req any) (any, error) {
			return i(ctx, req, &grpc.UnaryServerInfo{FullMethod: "/copydesk.v1.TextService/Clean"}, next)
		}
	}
	_, err := handler(t.Context(), nil)
	if status.Code(err) != codes.Internal || status.Convert(err).Message() != "internal error" {
		t.Errorf("the caller gets %v", err)
	}
	if !strings.Contains(log.String(), "chain_test.go") {
		t.Error("the log has no stack")
	}
	if strings.Contains(log.String(), "secret") {
		t.Error("the log has the panic's value")
	}
}

func reversed(is []grpc.UnaryServerInterceptor) []grpc.UnaryServerInterceptor {
	var r []grpc.UnaryServerInterceptor
	for _, i := range slices.Backward(is) {
		r = append(r, i)
	}
	return r
}

func TestDeadlineIsSet(t *testing.T) {
	t.Parallel()
	_, err := deadline(time.Minute)(t.Context(), nil, nil, func(ctx context.Context, _ any) (any, error) {
		if _, ok := ctx.Deadline(); !ok {
			t.Error("no deadline")
		}
		return struct{}{}, nil
	})
	if err != nil {
		t.Error(err)
	}
}
