package client_test

import (
	"errors"
	"fmt"
	"net"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/types/known/durationpb"

	"context"

	"github.com/copydesk/copydesk/client"
	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
	"github.com/copydesk/copydesk/internal/service"
	"github.com/copydesk/copydesk/internal/transport"
)

// serve serves over TCP until the test ends or the returned function is called, which breaks all connections off.
func serve(t *testing.T, svc copydeskv1.TextServiceServer, address string) (string, func()) {
	t.Helper()
	l, err := new(net.ListenConfig).Listen(t.Context(), "tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	server := transport.NewServer(svc, transport.Options{})
	done := make(chan struct{})
	go func() {
		defer close(done)
		_ = server.Serve(l)
	}()
	stop := sync.OnceFunc(func() { server.Stop(); <-done })
	t.Cleanup(stop)
	return l.Addr().String(), stop
}

func options() *copydeskv1.ProcessOptions {
	return copydeskv1.ProcessOptions_builder{Clean: new(copydeskv1.CleanOptions)}.Build()
}

// TestAnotherServer breaks one server of two off in the middle: every result is there once, in order.
func TestAnotherServer(t *testing.T) {
	t.Parallel()
	a, stopA := serve(t, service.New(service.Options{}), "127.0.0.1:0")
	b, _ := serve(t, service.New(service.Options{}), "127.0.0.1:0")
	c, err := client.New(a + "," + b)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close() //nolint:errcheck // a test
	want := int32(1)
	for r, err := range c.Stream(t.Context(), options(), numbered(3000)) {
		if err != nil {
			t.Fatal(err)
		}
		if r.GetSequence() != want {
			t.Fatalf("%d follows %d", r.GetSequence(), want-1)
		}
		if want++; want == 1000 {
			stopA()
		}
	}
	if want != 3001 {
		t.Errorf("%d results", want-1)
	}
}

// TestServerReturns breaks the only server off and starts it again after a while.
func TestServerReturns(t *testing.T) {
	t.Parallel()
	address, stop := serve(t, service.New(service.Options{}), "127.0.0.1:0")
	c, err := client.New(address)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close() //nolint:errcheck // a test
	n := 0
	for _, err := range c.Stream(t.Context(), options(), numbered(2000)) {
		if err != nil {
			t.Fatal(err)
		}
		if n++; n == 500 {
			stop()
			time.AfterFunc(500*time.Millisecond, func() { serve(t, service.New(service.Options{}), address) })
		}
	}
	if n != 2000 {
		t.Errorf("%d results", n)
	}
}

// TestResumeEnds holds that a stream gives up when its time is over.
func TestResumeEnds(t *testing.T) {
	t.Parallel()
	address, stop := serve(t, service.New(service.Options{}), "127.0.0.1:0")
	c, err := client.New(address, client.WithResume(300*time.Millisecond))
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close() //nolint:errcheck // a test
	n, last := 0, error(nil)
	for _, err := range c.Stream(t.Context(), options(), numbered(100_000)) {
		if last = err; err != nil {
			break
		}
		if n++; n == 10 {
			stop()
		}
	}
	var unreachable *client.UnreachableError
	if !errors.As(last, &unreachable) || !strings.Contains(unreachable.Error(), "connection refused") || status.Code(last) != codes.Unavailable {
		t.Errorf("%v", last)
	}
}

// TestPlainServer calls a server without TLS with it.
func TestPlainServer(t *testing.T) {
	t.Parallel()
	address, _ := serve(t, service.New(service.Options{}), "127.0.0.1:0")
	_, port, err := net.SplitHostPort(address)
	if err != nil {
		t.Fatal(err)
	}
	c, err := client.New("passthrough:///127.0.0.1:" + port) // such a target is not taken for this machine
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close() //nolint:errcheck // a test
	var unreachable *client.UnreachableError
	if _, err := c.Describe(t.Context(), new(copydeskv1.DescribeRequest)); !errors.As(err, &unreachable) || !unreachable.Plain {
		t.Errorf("%v", err)
	}
	for _, err := range c.Stream(t.Context(), options(), numbered(1)) {
		if !errors.As(err, &unreachable) || !unreachable.Plain {
			t.Errorf("%v", err)
		}
	}
}

// refusing refuses the first calls and streams.
type refusing struct {
	*service.Service

	left atomic.Int32
}

func (r *refusing) refusal() error {
	if r.left.Add(-1) < 0 {
		return nil
	}
	st, err := status.New(codes.ResourceExhausted, "not now").WithDetails(&errdetails.RetryInfo{RetryDelay: durationpb.New(50 * time.Millisecond)})
	if err != nil {
		return err
	}
	return st.Err()
}

func (r *refusing) Clean(ctx context.Context, req *copydeskv1.CleanRequest) (*copydeskv1.CleanResponse, error) {
	if err := r.refusal(); err != nil {
		return nil, err
	}
	return r.Service.Clean(ctx, req)
}

func (r *refusing) ProcessStream(s grpc.BidiStreamingServer[copydeskv1.ProcessStreamRequest, copydeskv1.ProcessStreamResponse]) error {
	if err := r.refusal(); err != nil {
		return err
	}
	return r.Service.ProcessStream(s)
}

// TestRefusalsAreTriedAgain holds that calls and streams wait as long as they are asked to, and no longer than their deadline.
func TestRefusalsAreTriedAgain(t *testing.T) {
	t.Parallel()
	r := &refusing{Service: service.New(service.Options{})}
	c := dial(t, r)
	req := copydeskv1.CleanRequest_builder{Document: copydeskv1.Document_builder{Text: new("One.")}.Build()}.Build()
	r.left.Store(3)
	began := time.Now()
	if _, err := c.Clean(t.Context(), req); err != nil || time.Since(began) < 150*time.Millisecond {
		t.Errorf("%v after %v", err, time.Since(began))
	}
	r.left.Store(3)
	n := 0
	for _, err := range c.Stream(t.Context(), options(), numbered(10)) {
		if err != nil {
			t.Fatal(err)
		}
		n++
	}
	if n != 10 {
		t.Errorf("%d results", n)
	}
	r.left.Store(1000)
	ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
	defer cancel()
	_, err := c.Clean(ctx, req)
	if after, ok := client.RetryAfter(err); !ok || after != 50*time.Millisecond || status.Code(err) != codes.ResourceExhausted {
		t.Errorf("%v", err)
	}
	if _, ok := client.RetryAfter(fmt.Errorf("other")); ok {
		t.Error("another error says when to try again")
	}
}
