package transport

import (
	"crypto/tls"
	"log/slog"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"google.golang.org/grpc/stats"

	"github.com/copydesk/copydesk/internal/admission"
	"github.com/copydesk/copydesk/internal/auth"
)

// The defaults of Options.
const (
	// DefaultMaxMessageBytes is the largest request: the largest document and what belongs to it.
	DefaultMaxMessageBytes = 24 << 20

	// DefaultMaxUnaryTime is how long a unary RPC may take when the caller sets no earlier deadline.
	DefaultMaxUnaryTime = time.Minute

	// maxConcurrentStreams is how many RPCs one connection may have open; gRPC's own default is no limit.
	maxConcurrentStreams = 1024

	// keptWorkers is how many goroutines are kept for calls, for each processor: a new one grows its stack several times with
	// each call, which costs a tenth of a small one. Calls beyond them get new ones.
	keptWorkers = 4

	// windowBytes is how much a stream can send before anybody reads it, connWindowBytes how much all of a connection can have
	// on its way. Both are fixed, so that what nobody reads stays small.
	windowBytes, connWindowBytes = 64 << 10, 4 << 20

	// maxHeaderBytes is the largest header list; nothing that belongs here comes near it.
	maxHeaderBytes = 16 << 10

	// DefaultHandshakeTimeout is how long a connection may take until it can carry calls.
	DefaultHandshakeTimeout = 10 * time.Second

	// DefaultStallTimeout is how long a client may read nothing of what is to be sent to it.
	DefaultStallTimeout = 5 * time.Minute

	// maxIdleTime is how long a connection without calls is kept.
	maxIdleTime = 10 * time.Minute
)

// Options configures a server. The zero value is the recommended use.
type Options struct {
	// MaxMessageBytes is the largest request message. 0 means DefaultMaxMessageBytes.
	MaxMessageBytes int

	// MaxUnaryTime caps the time of a unary RPC. 0 means DefaultMaxUnaryTime.
	MaxUnaryTime time.Duration

	// HandshakeTimeout is how long a connection may take until it can carry calls, and an HTTP request's header to arrive.
	// 0 means DefaultHandshakeTimeout.
	HandshakeTimeout time.Duration

	// StallTimeout is how long a client may read nothing of what is to be sent to it; then it is cut off. 0 means
	// DefaultStallTimeout.
	StallTimeout time.Duration

	// Admission decides what is taken on. nil means everything.
	Admission *admission.Controller

	// Logger takes one line for each RPC, without any of its content. nil means slog.Default().
	Logger *slog.Logger

	// Registry takes the server's metrics. nil means that none are kept.
	Registry prometheus.Registerer

	// Stats receives the events of each RPC, as OpenTelemetry's handler does; nil for none.
	Stats stats.Handler

	// Auth says who calls. nil means that nobody is asked.
	Auth *auth.Authenticator

	// Quota keeps callers to their limits. nil means that there are none.
	Quota *auth.Quota

	// TLS is for both ports. nil means cleartext.
	TLS *tls.Config

	// CORSOrigins are the origins, such as https://example.org, whose pages may call the gateway; "*" is every one.
	CORSOrigins []string

	// NoReflection switches server reflection off, on which grpcurl depends.
	NoReflection bool
}

func (o Options) withDefaults() Options {
	if o.MaxMessageBytes == 0 {
		o.MaxMessageBytes = DefaultMaxMessageBytes
	}
	if o.MaxUnaryTime == 0 {
		o.MaxUnaryTime = DefaultMaxUnaryTime
	}
	if o.HandshakeTimeout == 0 {
		o.HandshakeTimeout = DefaultHandshakeTimeout
	}
	if o.StallTimeout == 0 {
		o.StallTimeout = DefaultStallTimeout
	}
	if o.Logger == nil {
		o.Logger = slog.Default()
	}
	return o
}
