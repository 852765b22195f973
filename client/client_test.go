package client_test

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net"
	"sync/atomic"
	"testing"

	"go.uber.org/goleak"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/grpc/test/bufconn"

	"github.com/copydesk/copydesk/client"
	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
	"github.com/copydesk/copydesk/internal/service"
	"github.com/copydesk/copydesk/internal/transport"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// dial serves svc in memory and returns a client of it.
func dial(t testing.TB, svc copydeskv1.TextServiceServer) *client.Client {
	t.Helper()
	l := bufconn.Listen(1 << 20)
	server := transport.NewServer(svc, transport.Options{Logger: slog.New(slog.DiscardHandler)})
	served := make(chan error)
	go func() { served <- server.Serve(l) }()
	c, err := client.New("passthrough:///memory", client.WithInsecure(), client.WithDialOptions(
		grpc.WithContextDialer(func(ctx context.Context, _ string) (net.Conn, error) { return l.DialContext(ctx) })))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = c.Close()
		server.Stop()
		if err := <-served; err != nil {
			t.Errorf("Serve: %v", err)
		}
	})
	return c
}

func textDocument(id, s string) *copydeskv1.Document {
	return copydeskv1.Document_builder{Id: id, Text: new(s)}.Build()
}

// numbered yields n documents.
func numbered(n int32) func(yield func(client.Item) bool) {
	return func(yield func(client.Item) bool) {
		for i := int32(1); i <= n; i++ {
			if !yield(client.Item{Sequence: i, Document: textDocument(fmt.Sprint("d", i), "A short text.")}) {
				return
			}
		}
	}
}

func TestReason(t *testing.T) {
	t.Parallel()
	c := dial(t, service.New(service.Options{}))
	_, err := c.Clean(t.Context(), copydeskv1.CleanRequest_builder{Document: new(copydeskv1.Document)}.Build())
	if got := client.Reason(err); got != "CONTENT_MISSING" {
		t.Errorf("reason is %q", got)
	}
	if got := client.Reason(io.EOF); got != "" {
		t.Errorf("reason of another error is %q", got)
	}
}

func TestStreamYieldsEveryResultInOrder(t *testing.T) {
	t.Parallel()
	c := dial(t, service.New(service.Options{}))
	checkStream(t, c, 3000)
}

func checkStream(t *testing.T, c *client.Client, n int32) {
	t.Helper()
	want := int32(1)
	for r, err := range c.Stream(t.Context(), copydeskv1.ProcessOptions_builder{Clean: new(copydeskv1.CleanOptions)}.Build(), numbered(n)) {
		if err != nil {
			t.Fatal(err)
		}
		if r.GetSequence() != want || r.GetId() != fmt.Sprint("d", want) || r.GetClean().GetText() != "A short text." {
			t.Fatalf("result %d is %v", want, r)
		}
		want++
	}
	if want != n+1 {
		t.Errorf("%d results of %d", want-1, n)
	}
}

// TestStreamEndsEarly passes if no goroutine is left, which TestMain checks.
func TestStreamEndsEarly(t *testing.T) {
	t.Parallel()
	c := dial(t, service.New(service.Options{}))
	for _, err := range c.Stream(t.Context(), nil, numbered(10_000)) {
		if err != nil {
			t.Fatal(err)
		}
		break
	}
}

// breaking is a service whose first streams end in the middle.
type breaking struct {
	*service.Service

	streams atomic.Int32
}

type breakingStream struct {
	grpc.BidiStreamingServer[copydeskv1.ProcessStreamRequest, copydeskv1.ProcessStreamResponse]

	left int
}

func (s *breakingStream) Send(m *copydeskv1.ProcessStreamResponse) error {
	if s.left--; s.left < 0 {
		return status.Error(codes.Unavailable, "gone")
	}
	return s.BidiStreamingServer.Send(m)
}

func (b *breaking) ProcessStream(s grpc.BidiStreamingServer[copydeskv1.ProcessStreamRequest, copydeskv1.ProcessStreamResponse]) error {
	if b.streams.Add(1) > 3 {
		return b.Service.ProcessStream(s)
	}
	_ = b.Service.ProcessStream(&breakingStream{s, 2})
	return status.Error(codes.Unavailable, "gone")
}

func TestStreamResumes(t *testing.T) {
	t.Parallel()
	b := &breaking{Service: service.New(service.Options{})}
	checkStream(t, dial(t, b), 1000)
	if b.streams.Load() < 4 {
		t.Errorf("only %d streams", b.streams.Load())
	}
}

func TestStreamReportsBadOptions(t *testing.T) {
	t.Parallel()
	c := dial(t, service.New(service.Options{}))
	o := copydeskv1.ProcessOptions_builder{Score: copydeskv1.ScoreOptions_builder{Profiles: []string{"no-such"}}.Build()}.Build()
	for _, err := range c.Stream(t.Context(), o, numbered(3)) {
		if client.Reason(err) != "PROFILE_UNKNOWN" {
			t.Errorf("error is %v", err)
		}
	}
}
