package transport

import (
	"fmt"
	"net/http"
	"time"

	"connectrpc.com/vanguard"
	"connectrpc.com/vanguard/vanguardgrpc"
)

// The limits of the gateway, where gRPC's own do not apply.
const (
	gatewayHeaderTimeout = 10 * time.Second
	gatewayReadTimeout   = 2 * time.Minute // of the body of a request that is not a stream
	gatewayIdleTimeout   = 2 * time.Minute
	gatewayPingAfter     = time.Minute
	gatewayPingTimeout   = 20 * time.Second
)

// NewGateway returns an HTTP server that translates REST, Connect and gRPC-Web calls for s, through the same
// interceptors. It speaks HTTP/1.1 and cleartext HTTP/2, which streams in both directions need. It is for
// browsers and curl: a call costs more here than over gRPC, so services should use the main port.
//
// JSON is decoded here and passed on as protobuf, so that a caller's mistake is answered as one: gRPC itself would call it an
// internal error and quote it.
func NewGateway(s *Server, addr string) (*http.Server, error) {
	transcoder, err := vanguardgrpc.NewTranscoder(s.Server,
		vanguard.WithCodec(func(types vanguard.TypeResolver) vanguard.Codec { return newJSONCodec(types) }),
		vanguard.WithDefaultServiceOptions(
			vanguard.WithTargetProtocols(vanguard.ProtocolGRPC),
			vanguard.WithTargetCodecs(vanguard.CodecProto),
			vanguard.WithMaxMessageBufferBytes(uint32(max(s.maxMessageBytes, gatewayBufferBytes))), //nolint:gosec // at most an int32
		),
	)
	if err != nil {
		return nil, fmt.Errorf("gateway: %w", err)
	}
	protocols := new(http.Protocols)
	protocols.SetHTTP1(true)
	protocols.SetUnencryptedHTTP2(true)
	return &http.Server{
		Addr:              addr,
		Handler:           &gatewayHandler{next: transcoder, maxBytes: int64(s.maxMessageBytes), bodyTime: gatewayReadTimeout},
		Protocols:         protocols,
		ReadHeaderTimeout: gatewayHeaderTimeout,
		IdleTimeout:       gatewayIdleTimeout,
		MaxHeaderBytes:    maxHeaderBytes,
		// A stream may last as long as it likes: pings find peers that are gone.
		HTTP2: &http.HTTP2Config{SendPingTimeout: gatewayPingAfter, PingTimeout: gatewayPingTimeout},
	}, nil
}

// gatewayBufferBytes is the largest message that the gateway holds, responses included.
const gatewayBufferBytes = 128 << 20
