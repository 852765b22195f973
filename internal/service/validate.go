package service

import (
	"errors"
	"strconv"

	"buf.build/go/protovalidate"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"

	"github.com/copydesk/copydesk/internal/fault"
)

// validate checks m against the rules that the contract annotates it with. It is called by handlers rather
// than by an interceptor because a bad document must fail alone, not the batch or stream that it is in.
func validate(m proto.Message) error {
	err := protovalidate.Validate(m)
	var invalid *protovalidate.ValidationError
	if !errors.As(err, &invalid) {
		return err
	}
	v := invalid.Violations[0]
	f := fault.Invalidf("FIELD_INVALID", protovalidate.FieldPathString(v.Proto.GetField()), "%s", v.Proto.GetMessage())
	f.Limit = number(v.RuleValue)
	f.Value = number(v.FieldValue)
	return f
}

// number gives the number that v is, or that it counts: never the content of a text.
func number(v protoreflect.Value) string {
	if !v.IsValid() {
		return ""
	}
	switch x := v.Interface().(type) {
	case int32, int64, uint32, uint64, float32, float64:
		return v.String()
	case protoreflect.EnumNumber:
		return strconv.Itoa(int(x))
	case string:
		return strconv.Itoa(len(x))
	case []byte:
		return strconv.Itoa(len(x))
	case protoreflect.List:
		return strconv.Itoa(x.Len())
	case protoreflect.Map:
		return strconv.Itoa(x.Len())
	default:
		return ""
	}
}
