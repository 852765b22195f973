package transport

import (
	"context"
	"sync"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/encoding"
	encodingproto "google.golang.org/grpc/encoding/proto"
	"google.golang.org/grpc/mem"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/proto"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
)

// frame is a request message as it was received. What it costs to take it on is decided by its size, before anything is
// spent on decoding it.
type frame struct {
	data   mem.BufferSlice
	decode func(frame *frame) (proto.Message, error) // into the method's own type
}

func (f *frame) size() int { return f.data.Len() }

// free gives the bytes back. It may be called more than once.
func (f *frame) free() {
	f.data.Free()
	f.data = nil
}

// into decodes the frame and frees it.
func (f *frame) into(m proto.Message) error {
	defer f.free()
	if f.size() > largeFrame {
		decoding.Lock() // decoding takes twice the size of a message for a moment
		defer decoding.Unlock()
	}
	data := f.data.MaterializeToBuffer(exactPool{})
	defer data.Free()
	if err := proto.Unmarshal(data.ReadOnlyData(), m); err != nil {
		return malformed()
	}
	return nil
}

// largeFrame is the size above which one message at a time is decoded.
const largeFrame = 1 << 20

var decoding sync.Mutex

// malformed is the error for bytes that are not the message, or have text in it that is not UTF-8. It does not quote them.
func malformed() error {
	st, err := status.New(codes.InvalidArgument, "the request is not the protobuf of its message, or has text that is not UTF-8").
		WithDetails(&errdetails.ErrorInfo{Reason: "MESSAGE_INVALID", Domain: "copydesk"})
	if err != nil {
		return status.Error(codes.InvalidArgument, "the request cannot be read")
	}
	return st.Err()
}

// frames is the protobuf codec, which can also leave a message undecoded.
var frames = frameCodec{encoding.GetCodecV2(encodingproto.Name)}

type frameCodec struct{ encoding.CodecV2 }

// Marshal implements encoding.CodecV2.
func (c frameCodec) Marshal(v any) (mem.BufferSlice, error) {
	switch m := v.(type) {
	case *answer:
		return m.marshal()
	case proto.Message:
		return marshal(m, proto.Size(m), exactPool{})
	default:
		return c.CodecV2.Marshal(v) //nolint:wrapcheck // gRPC wants it as it is
	}
}

// Unmarshal implements encoding.CodecV2.
func (c frameCodec) Unmarshal(data mem.BufferSlice, v any) error {
	f, ok := v.(*frame)
	if !ok {
		return c.CodecV2.Unmarshal(data, v)
	}
	f.free() // of a call with more than one message, which gRPC refuses
	data.Ref()
	f.data = data
	return nil
}

// framed returns the description of the service with unary methods that hand their requests to the interceptors as frames.
// The interceptor named decode makes messages of them.
func framed() *grpc.ServiceDesc {
	d := copydeskv1.TextService_ServiceDesc
	d.Methods = []grpc.MethodDesc{
		unary("Clean", copydeskv1.TextServiceServer.Clean),
		unary("Extract", copydeskv1.TextServiceServer.Extract),
		unary("Score", copydeskv1.TextServiceServer.Score),
		unary("Process", copydeskv1.TextServiceServer.Process),
		unary("Describe", copydeskv1.TextServiceServer.Describe),
	}
	return &d
}

// message is a pointer to a message of type T.
type message[T any] interface {
	*T
	proto.Message
}

func unary[T any, Req message[T], Resp proto.Message](name string, call func(copydeskv1.TextServiceServer, context.Context, Req) (Resp, error)) grpc.MethodDesc {
	full := "/" + copydeskv1.TextService_ServiceDesc.ServiceName + "/" + name
	decode := func(f *frame) (proto.Message, error) {
		m := Req(new(T))
		return m, f.into(m)
	}
	return grpc.MethodDesc{MethodName: name, Handler: func(srv any, ctx context.Context, read func(any) error, chain grpc.UnaryServerInterceptor) (any, error) {
		f := &frame{decode: decode}
		defer f.free()
		if err := read(f); err != nil {
			return nil, err
		}
		return chain(ctx, f, &grpc.UnaryServerInfo{Server: srv, FullMethod: full}, func(ctx context.Context, req any) (any, error) {
			return call(srv.(copydeskv1.TextServiceServer), ctx, req.(Req)) //nolint:forcetypeassert // registered as such, decoded above
		})
	}}
}
