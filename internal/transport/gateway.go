package transport

import (
	"fmt"
	"net/http"
	"time"

	"connectrpc.com/vanguard"
	"connectrpc.com/vanguard/vanguardgrpc"
	"google.golang.org/grpc/encoding"
	"google.golang.org/protobuf/encoding/protojson"
)

// The limits of the gateway, where gRPC's own do not apply.
const (
	gatewayHeaderTimeout = 10 * time.Second
	gatewayReadTimeout   = 2 * time.Minute
	gatewayIdleTimeout   = 2 * time.Minute
)

// NewGateway returns an HTTP server that translates REST, Connect and gRPC-Web calls for s, through the same
// interceptors. It speaks HTTP/1.1 and cleartext HTTP/2, which streams in both directions need. It is for
// browsers and curl: a call costs more here than over gRPC, so services should use the main port.
func NewGateway(s *Server, addr string) (*http.Server, error) {
	handler, err := vanguardgrpc.NewTranscoder(s.Server)
	if err != nil {
		return nil, fmt.Errorf("gateway: %w", err)
	}
	protocols := new(http.Protocols)
	protocols.SetHTTP1(true)
	protocols.SetUnencryptedHTTP2(true)
	return &http.Server{
		Addr:              addr,
		Handler:           handler,
		Protocols:         protocols,
		ReadHeaderTimeout: gatewayHeaderTimeout,
		ReadTimeout:       gatewayReadTimeout,
		IdleTimeout:       gatewayIdleTimeout,
		MaxHeaderBytes:    maxHeaderBytes,
	}, nil
}

func init() { //nolint:gochecknoinits // gRPC keeps its codecs in a registry that must be filled before serving
	// The transcoder hands JSON calls on to the gRPC server in JSON, for which that needs a codec.
	encoding.RegisterCodec(vanguardgrpc.NewCodec(&vanguard.JSONCodec{
		MarshalOptions:   protojson.MarshalOptions{},
		UnmarshalOptions: protojson.UnmarshalOptions{DiscardUnknown: false},
	}))
}
