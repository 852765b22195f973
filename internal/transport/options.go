package transport

import (
	"log/slog"
	"time"

	"github.com/prometheus/client_golang/prometheus"
)

// The defaults of Options.
const (
	// DefaultMaxMessageBytes is the largest request: the largest document and what belongs to it.
	DefaultMaxMessageBytes = 24 << 20

	// DefaultMaxUnaryTime is how long a unary RPC may take when the caller sets no earlier deadline.
	DefaultMaxUnaryTime = time.Minute

	// maxConcurrentStreams is how many RPCs one connection may have open; gRPC's own default is no limit.
	maxConcurrentStreams = 1024

	// maxHeaderBytes is the largest header list; nothing that belongs here comes near it.
	maxHeaderBytes = 16 << 10
)

// Options configures a server. The zero value is the recommended use.
type Options struct {
	// MaxMessageBytes is the largest request message. 0 means DefaultMaxMessageBytes.
	MaxMessageBytes int

	// MaxUnaryTime caps the time of a unary RPC. 0 means DefaultMaxUnaryTime.
	MaxUnaryTime time.Duration

	// Logger takes one line for each RPC, without any of its content. nil means slog.Default().
	Logger *slog.Logger

	// Registry takes the server's metrics. nil means that none are kept.
	Registry prometheus.Registerer

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
	if o.Logger == nil {
		o.Logger = slog.Default()
	}
	return o
}
