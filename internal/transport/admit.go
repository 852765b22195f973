package transport

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/proto"

	"github.com/copydesk/copydesk/internal/admission"
)

const (
	// heldBase is what a call takes without any document: buffers, goroutines. A stream can also have a window full of what
	// has not been asked for.
	heldBase, heldStream = 32 << 10, 32<<10 + windowBytes
)

// admit is the link of the chain that takes memory before a message is decoded, and the one that decodes.
type admit struct {
	control *admission.Controller
	in      *inflow
	sight   *sight
	stalls  *stalls
}

// unary holds memory for a call until it has been answered. Whether there is time for it, the service asks for each document.
func (a admit) unary(ctx context.Context, req any, info *grpc.UnaryServerInfo, handler grpc.UnaryHandler) (any, error) {
	f, ok := req.(*frame)
	if !ok {
		return handler(ctx, req) // health, reflection
	}
	if err := a.crowded(ctx, info.FullMethod, f.size()); err != nil {
		return nil, a.pushBack(ctx, err)
	}
	held, err := a.control.Hold(ctx, heldBase+int64(f.size()))
	if err != nil {
		return nil, a.pushBack(ctx, err)
	}
	resp, err := handler(ctx, req)
	m, ok := resp.(proto.Message)
	if err != nil || !ok {
		held.Release()
		return nil, a.pushBack(ctx, err)
	}
	return &answer{Message: m, ctx: ctx, held: held, stalls: a.stalls}, nil
}

// crowded refuses a call that takes documents and would wait for too long.
func (a admit) crowded(ctx context.Context, method string, bytes int) error {
	if !isWork(method) {
		return nil
	}
	return a.control.Crowded(ctx, bytes)
}

// decodeUnary makes a message of the frame.
func decodeUnary(ctx context.Context, req any, _ *grpc.UnaryServerInfo, handler grpc.UnaryHandler) (any, error) {
	f, ok := req.(*frame)
	if !ok {
		return handler(ctx, req)
	}
	m, err := f.decode(f)
	if err != nil {
		return nil, err
	}
	return handler(ctx, m)
}

// pushBack tells clients of gRPC that retry by themselves when to do so, if err says when.
func (a admit) pushBack(ctx context.Context, err error) error {
	st, ok := status.FromError(err)
	if err == nil || !ok || st.Code() != codes.ResourceExhausted {
		return err
	}
	for _, d := range st.Details() {
		switch d := d.(type) {
		case *errdetails.RetryInfo:
			after := d.GetRetryDelay().AsDuration().Milliseconds()
			_ = grpc.SetTrailer(ctx, metadata.Pairs("grpc-retry-pushback-ms", strconv.FormatInt(after, 10)))
		case *errdetails.ErrorInfo:
			if slices.Contains(admission.Reasons, d.GetReason()) {
				a.sight.refused(d.GetReason())
			}
		}
	}
	return st.Err()
}

// stream gives a stream a share of the memory, and takes from it for each message before that is decoded.
func (a admit) stream(srv any, ss grpc.ServerStream, info *grpc.StreamServerInfo, handler grpc.StreamHandler) error {
	if !strings.HasPrefix(info.FullMethod, servicePath) {
		return handler(srv, ss)
	}
	share, err := a.control.OpenStream(ss.Context(), heldStream)
	if err != nil {
		return a.pushBack(ss.Context(), err)
	}
	defer share.Close()
	a.in.streams.Add(1)
	defer a.in.streams.Add(-1)
	return handler(srv, &framedStream{ServerStream: ss, ctx: admission.WithShare(ss.Context(), share), share: share, a: a})
}

// framedStream is a stream whose messages are taken on before they are decoded.
type framedStream struct {
	grpc.ServerStream

	ctx   context.Context //nolint:containedctx // a stream has one
	share *admission.Share
	a     admit
}

// Context implements grpc.ServerStream.
func (s *framedStream) Context() context.Context { return s.ctx }

// RecvMsg implements grpc.ServerStream. The bytes of the message are the share's until the service gives them back.
func (s *framedStream) RecvMsg(m any) error {
	var f frame
	defer f.free()
	if err := s.ServerStream.RecvMsg(&f); err != nil {
		return err
	}
	n := int64(f.size())
	if n > patientBytes {
		// Many streams that wait with a large message each would hold more than the budget: better to send it again.
		if !s.share.Try(n) {
			return s.a.pushBack(s.ctx, s.a.control.MemoryRefusal())
		}
	} else if err := s.share.Wait(s.ctx, n); err != nil {
		return err
	}
	s.share.Received(n)
	return f.into(m.(proto.Message)) //nolint:forcetypeassert // the generated code passes nothing else
}

// SendMsg implements grpc.ServerStream. A client that does not read for too long is cut off.
func (s *framedStream) SendMsg(m any) error {
	watch := s.a.stalls.watch(s.ctx)
	err := s.ServerStream.SendMsg(m)
	if !watch.Stop() && err != nil {
		return errStalled()
	}
	return err
}

// patientBytes is the largest message of a stream with which it waits for memory.
const patientBytes = 1 << 20
