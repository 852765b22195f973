package client

import (
	"context"
	"errors"
	"strings"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

// UnreachableError says in words why a service cannot be reached. Its status is that of the error that it wraps.
type UnreachableError struct {
	// Target is what New was called with.
	Target string

	// Cause is what is in the way.
	Cause string

	// Plain says that the server does not speak TLS and the client does: WithInsecure is for that.
	Plain bool

	err error
}

func (e *UnreachableError) Error() string { return "cannot reach " + e.Target + ": " + e.Cause }

func (e *UnreachableError) Unwrap() error { return e.err }

// GRPCStatus is the status of the error, with the words for people.
func (e *UnreachableError) GRPCStatus() *status.Status {
	return status.New(status.Code(e.err), e.Error())
}

// causes are the words for what gRPC's errors say.
var causes = []struct {
	sign, cause string
	plain       bool
}{
	{"first record does not look like a TLS handshake", "the server does not speak TLS", true},
	{"error reading server preface", "the server does not speak gRPC without TLS: it may ask for TLS, or this may be its HTTP port", false},
	{"frame too large", "this is no gRPC port: it may ask for TLS, or be the HTTP port", false},
	{"malformed HTTP response", "this is no gRPC port", false},
	{"certificate signed by unknown authority", "its certificate is of an authority that is not trusted here", false},
	{"certificate is valid for", "its certificate is for another name", false},
	{"certificate has expired", "its certificate has expired, or the clock is wrong", false},
	{"certificate required", "it asks for a client certificate", false},
	{"connection refused", "connection refused: nothing listens there", false},
	{"no such host", "there is no such host", false},
	{"produced zero addresses", "there is no such host", false},
	{"network is unreachable", "the network cannot be reached", false},
	{"no route to host", "there is no route to the host", false},
	{"i/o timeout", "no answer in time", false},
}

// explain puts errors of connecting into words, unless that has been done.
func explain(target string, err error) error {
	if unreachable := (*UnreachableError)(nil); errors.As(err, &unreachable) {
		return err
	}
	st, ok := status.FromError(err)
	if err == nil || !ok || st.Code() != codes.Unavailable {
		return err
	}
	text := st.Message()
	if !strings.Contains(text, "connection error") && !strings.Contains(text, "name resolver error") && !strings.Contains(text, "produced zero addresses") {
		return err
	}
	e := &UnreachableError{Target: target, Cause: text, err: err}
	for _, c := range causes {
		if strings.Contains(text, c.sign) {
			e.Cause, e.Plain = c.cause, c.plain
			break
		}
	}
	return e
}

func explainUnary(target string) grpc.UnaryClientInterceptor {
	return func(ctx context.Context, method string, req, reply any, cc *grpc.ClientConn, call grpc.UnaryInvoker, opts ...grpc.CallOption) error {
		return explain(target, call(ctx, method, req, reply, cc, opts...))
	}
}

func explainStream(target string) grpc.StreamClientInterceptor {
	return func(ctx context.Context, desc *grpc.StreamDesc, cc *grpc.ClientConn, method string, open grpc.Streamer, opts ...grpc.CallOption) (grpc.ClientStream, error) {
		s, err := open(ctx, desc, cc, method, opts...)
		if err != nil {
			return nil, explain(target, err)
		}
		return explainedStream{s, target}, nil
	}
}

// explainedStream is a stream whose errors of connecting are in words.
type explainedStream struct {
	grpc.ClientStream

	target string
}

func (s explainedStream) RecvMsg(m any) error { return explain(s.target, s.ClientStream.RecvMsg(m)) }
