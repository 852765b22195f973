package transport

import (
	"errors"
	"regexp"

	"connectrpc.com/connect"
	"connectrpc.com/vanguard"
	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"
)

// jsonCodec is vanguard's JSON codec, whose errors are the caller's mistakes and never quote what the caller sent.
type jsonCodec struct{ *vanguard.JSONCodec }

func newJSONCodec(types vanguard.TypeResolver) jsonCodec {
	return jsonCodec{&vanguard.JSONCodec{
		MarshalOptions:   protojson.MarshalOptions{Resolver: types},
		UnmarshalOptions: protojson.UnmarshalOptions{Resolver: types},
	}}
}

// Unmarshal implements vanguard.Codec.
func (c jsonCodec) Unmarshal(b []byte, m proto.Message) error {
	if err := c.JSONCodec.Unmarshal(b, m); err != nil {
		return connectError(jsonFault(err, m.ProtoReflect().Descriptor()))
	}
	return nil
}

// gatewayFault is a mistake in a request that never reaches gRPC.
type gatewayFault struct {
	reason, message string
	metadata        map[string]string
}

var (
	position  = regexp.MustCompile(`\(line (\d+):(\d+)\)`)
	fieldName = regexp.MustCompile(`\bfield ([a-zA-Z0-9_.]+)`)
)

// jsonFault says where a body is not what m describes. protojson's errors quote the body; of them only the position is kept,
// and the name of a field if the contract has it.
func jsonFault(err error, m protoreflect.MessageDescriptor) gatewayFault {
	f := gatewayFault{reason: "JSON_INVALID", message: "the body is not the JSON of a " + string(m.Name()), metadata: map[string]string{}}
	if at := position.FindStringSubmatch(err.Error()); at != nil {
		f.metadata["line"], f.metadata["column"] = at[1], at[2]
		f.message += ": see line " + at[1] + ", column " + at[2]
	}
	if at := fieldName.FindStringSubmatch(err.Error()); at != nil {
		// protojson gives the full name at times.
		if name := contractName(m.ParentFile().Package(), string(protoreflect.FullName(at[1]).Name())); name != "" {
			f.metadata["field"] = name
			f.message += ", field " + name
		}
	}
	return f
}

// connectError is f, a mistake in the request, as vanguard takes it.
func connectError(f gatewayFault) error { return connectErrorOf(connect.CodeInvalidArgument, f) }

func connectErrorOf(code connect.Code, f gatewayFault) error {
	e := connect.NewError(code, errors.New(f.message))
	for _, detail := range f.details() {
		if d, err := connect.NewErrorDetail(detail); err == nil {
			e.AddDetail(d)
		}
	}
	return e
}

// details are the same that errors of the service have.
func (f gatewayFault) details() []proto.Message {
	list := []proto.Message{&errdetails.ErrorInfo{Reason: f.reason, Domain: "copydesk", Metadata: f.metadata}}
	if field := f.metadata["field"]; field != "" {
		list = append(list, &errdetails.BadRequest{FieldViolations: []*errdetails.BadRequest_FieldViolation{
			{Field: field, Description: f.message, Reason: f.reason},
		}})
	}
	return list
}
