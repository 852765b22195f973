package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"google.golang.org/grpc"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"
	"google.golang.org/protobuf/reflect/protoregistry"

	"github.com/copydesk/copydesk/client"
	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
)

// call calls one method with JSON and prints the answer as JSON: what grpcurl does, for this contract.
func (s *session) call(args []string) int {
	var set settings
	rest, code, ok := s.readFlags("call", &set, args)
	if !ok {
		return code
	}
	if len(rest) == 0 || len(rest) > 2 {
		return s.usage("call takes a method (%s) and a request as JSON, which is read from standard input if it is not given", methodNames())
	}
	method := textService().Methods().ByName(protoreflect.Name(rest[0]))
	if method == nil {
		return s.usage("unknown method %q; there are %s", rest[0], methodNames())
	}
	request := s.stdin
	if len(rest) == 2 {
		request = strings.NewReader(rest[1])
	}
	c, end, err := set.connect()
	if err != nil {
		return s.failed(err)
	}
	defer end()
	if err := s.exchange(c.Conn(), method, json.NewDecoder(request)); err != nil {
		return s.failed(withDetails(err))
	}
	return exitOK
}

func textService() protoreflect.ServiceDescriptor {
	return copydeskv1.File_copydesk_v1_text_service_proto.Services().ByName("TextService")
}

func methodNames() string {
	var names []string
	for i := range textService().Methods().Len() {
		names = append(names, string(textService().Methods().Get(i).Name()))
	}
	return strings.Join(names, ", ")
}

// exchange sends the messages of a call one after the other, and prints answers as they come.
func (s *session) exchange(c grpc.ClientConnInterface, method protoreflect.MethodDescriptor, requests *json.Decoder) error {
	ctx, cancel := context.WithCancelCause(s.ctx)
	defer cancel(nil)
	name := fmt.Sprintf("/%s/%s", textService().FullName(), method.Name())
	stream, err := c.NewStream(ctx, &grpc.StreamDesc{ServerStreams: true, ClientStreams: true}, name)
	if err != nil {
		return err
	}
	go func() {
		if err := send(stream, method, requests); err != nil {
			cancel(fmt.Errorf("the request: %w", err))
		}
	}()
	for {
		answer, err := newMessage(method.Output())
		if err != nil {
			return err
		}
		switch err := stream.RecvMsg(answer); {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil && context.Cause(ctx) != nil:
			return context.Cause(ctx)
		case err != nil:
			return err
		}
		if err := printJSON(s.stdout, answer, true); err != nil {
			return err
		}
	}
}

// send reads messages and sends them. A call that is no stream has one message, an empty one if there is none. The error is
// about what was read; of the connection, the answer tells.
func send(stream grpc.ClientStream, method protoreflect.MethodDescriptor, requests *json.Decoder) error {
	for n := 0; ; n++ {
		var raw json.RawMessage
		err := requests.Decode(&raw)
		if errors.Is(err, io.EOF) && n == 0 && !method.IsStreamingClient() {
			raw, err = json.RawMessage("{}"), nil
		}
		if errors.Is(err, io.EOF) {
			_ = stream.CloseSend()
			return nil
		}
		if err != nil {
			return err
		}
		m, err := newMessage(method.Input())
		if err != nil {
			return err
		}
		if err := protojson.Unmarshal(raw, m); err != nil {
			return err
		}
		if stream.SendMsg(m) != nil {
			return nil //nolint:nilerr // the answer says why
		}
		if !method.IsStreamingClient() {
			_ = stream.CloseSend()
			return nil
		}
	}
}

func newMessage(d protoreflect.MessageDescriptor) (proto.Message, error) {
	t, err := protoregistry.GlobalTypes.FindMessageByName(d.FullName())
	if err != nil {
		return nil, err
	}
	return t.New().Interface(), nil
}

// withDetails adds to the status of an answer what it says beyond its message.
func withDetails(err error) error {
	st, ok := status.FromError(err)
	if unreachable := (*client.UnreachableError)(nil); !ok || errors.As(err, &unreachable) {
		return err
	}
	b, jsonErr := protojson.MarshalOptions{Multiline: true}.Marshal(st.Proto())
	if jsonErr != nil {
		return err
	}
	return fmt.Errorf("%s\n%s", st.Code(), b)
}
