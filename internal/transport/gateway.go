package transport

import (
	"fmt"
	"log/slog"
	"net/http"
	"time"

	"connectrpc.com/connect"
	"connectrpc.com/vanguard"
	"connectrpc.com/vanguard/vanguardgrpc"
)

// The limits of the gateway, where gRPC's own do not apply.
const (
	gatewayReadTimeout = 2 * time.Minute // of the body of a request that is not a stream
	gatewayIdleTimeout = 2 * time.Minute
	gatewayPingAfter   = time.Minute
	gatewayPingTimeout = 20 * time.Second
)

// NewGateway returns an HTTP server that translates REST, Connect and gRPC-Web calls for s, through the same
// interceptors. It speaks HTTP/1.1 and HTTP/2, which streams in both directions need; over TLS
// if the server does, then it is to be started with ServeTLS. It is for
// browsers and curl: a call costs more here than over gRPC, so services should use the main port.
//
// JSON is decoded here and passed on as protobuf, so that a caller's mistake is answered as one: gRPC itself would call it an
// internal error and quote it.
func NewGateway(s *Server, addr string) (*http.Server, error) {
	limit := int64(s.maxMessageBytes)
	transcoder, err := vanguardgrpc.NewTranscoder(s.Server,
		// In this order: vanguard v0.4.0 forgets the compressions named before as long as no codec is.
		vanguard.WithCompression("gzip", newGzipCompressor, func() connect.Decompressor { return newGzip(limit) }),
		vanguard.WithCodec(func(types vanguard.TypeResolver) vanguard.Codec { return newJSONCodec(types) }),
		vanguard.WithCompression("zstd", newZstdCompressor, func() connect.Decompressor { return newZstd(limit) }),
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
	protocols.SetHTTP2(s.tls != nil)
	protocols.SetUnencryptedHTTP2(s.tls == nil)
	handler := &gatewayHandler{
		next: transcoder, maxBytes: limit, bodyTime: gatewayReadTimeout, control: s.inflow.control,
		answerTime: gatewayReadTimeout + s.guard.readTime + s.stallTimeout,
	}
	return &http.Server{
		Addr:              addr,
		Handler:           &cors{public{&gatewayCalls{next: handler, guard: s.guard, sight: s.sight, log: s.log}}, s.corsOrigins},
		Protocols:         protocols,
		TLSConfig:         s.tls,
		ErrorLog:          slog.NewLogLogger(s.log.Handler(), slog.LevelDebug), // handshakes that fail, mostly
		ReadHeaderTimeout: s.headerTimeout,
		IdleTimeout:       gatewayIdleTimeout,
		MaxHeaderBytes:    maxHeaderBytes,
		// A stream may last as long as it likes: pings find peers that are gone.
		HTTP2: &http.HTTP2Config{SendPingTimeout: gatewayPingAfter, PingTimeout: gatewayPingTimeout},
	}, nil
}

// gatewayBufferBytes is the largest message that the gateway holds, responses included.
const gatewayBufferBytes = 128 << 20
