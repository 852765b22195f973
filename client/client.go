// Package client calls Copydesk from Go: typed calls with a default deadline, and a stream that numbers, bounds
// and resumes a batch of any length.
//
// It imports gRPC, protobuf and the generated contract, nothing of the server. A Client is safe for concurrent use.
package client

import (
	"context"
	"crypto/tls"
	"errors"
	"net"
	"time"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/status"

	// Health checking in the service config works only with this import.
	_ "google.golang.org/grpc/health"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
)

const (
	// DefaultTimeout is how long a unary call may take when its context has no deadline.
	DefaultTimeout = 30 * time.Second

	// maxResponseBytes is the largest response that the client takes: one with every change and every fact can be much
	// larger than the document.
	maxResponseBytes = 256 << 20
)

// serviceConfig balances calls over all addresses of the target, leaves out those that say they do not serve, and
// retries what certainly did no harm. The service keeps nothing, so that trying again is always safe.
const serviceConfig = `{
	"loadBalancingConfig": [{"round_robin": {}}],
	"healthCheckConfig": {"serviceName": "copydesk.v1.TextService"},
	"methodConfig": [{
		"name": [{"service": "copydesk.v1.TextService"}],
		"retryPolicy": {
			"maxAttempts": 4, "initialBackoff": "0.1s", "maxBackoff": "2s", "backoffMultiplier": 2,
			"retryableStatusCodes": ["UNAVAILABLE"]
		}
	}]
}`

// Client calls one Copydesk service. Its unary methods are those of the generated client.
type Client struct {
	copydeskv1.TextServiceClient

	conn *grpc.ClientConn
}

// Option configures a Client.
type Option func(*options)

type options struct {
	creds   credentials.TransportCredentials
	timeout time.Duration
	dial    []grpc.DialOption
}

// WithInsecure calls without TLS, also beyond this machine.
func WithInsecure() Option { return func(o *options) { o.creds = insecure.NewCredentials() } }

// WithTLS calls with TLS as c says.
func WithTLS(c *tls.Config) Option { return func(o *options) { o.creds = credentials.NewTLS(c) } }

// WithTimeout sets how long a unary call may take when its context has no deadline.
func WithTimeout(d time.Duration) Option { return func(o *options) { o.timeout = d } }

// WithDialOptions passes options on to gRPC, after the client's own.
func WithDialOptions(d ...grpc.DialOption) Option {
	return func(o *options) { o.dial = append(o.dial, d...) }
}

// New returns a client of the service at target, for example "localhost:50051" or "dns:///copydesk:50051". It
// connects with the first call. Without WithInsecure or WithTLS, targets on this machine are called without TLS
// and all others with it.
func New(target string, opts ...Option) (*Client, error) {
	o := options{timeout: DefaultTimeout}
	for _, set := range opts {
		set(&o)
	}
	if o.creds == nil {
		o.creds = defaultCredentials(target)
	}
	conn, err := grpc.NewClient(target, append([]grpc.DialOption{
		grpc.WithTransportCredentials(o.creds),
		grpc.WithDefaultServiceConfig(serviceConfig),
		grpc.WithDefaultCallOptions(grpc.MaxCallRecvMsgSize(maxResponseBytes)),
		grpc.WithUnaryInterceptor(withTimeout(o.timeout)),
	}, o.dial...)...)
	if err != nil {
		return nil, err
	}
	return &Client{copydeskv1.NewTextServiceClient(conn), conn}, nil
}

// Conn is the connection, for what Client has no method for.
func (c *Client) Conn() grpc.ClientConnInterface { return c.conn }

// Close ends all calls and frees the connection.
func (c *Client) Close() error { return c.conn.Close() }

// Reason returns the machine-readable reason of an error from the service, for example "DOCUMENT_TOO_LARGE", or "".
func Reason(err error) string {
	var s interface{ GRPCStatus() *status.Status }
	if !errors.As(err, &s) {
		return ""
	}
	for _, d := range s.GRPCStatus().Details() {
		if info, ok := d.(*errdetails.ErrorInfo); ok {
			return info.GetReason()
		}
	}
	return ""
}

func defaultCredentials(target string) credentials.TransportCredentials {
	host, _, err := net.SplitHostPort(target)
	if ip := net.ParseIP(host); err == nil && (host == "localhost" || ip != nil && ip.IsLoopback()) {
		return insecure.NewCredentials()
	}
	return credentials.NewTLS(&tls.Config{MinVersion: tls.VersionTLS12})
}

// withTimeout gives calls a deadline that have none: without one, a call to a server that hangs never returns.
func withTimeout(d time.Duration) grpc.UnaryClientInterceptor {
	return func(ctx context.Context, method string, req, reply any, cc *grpc.ClientConn, call grpc.UnaryInvoker, opts ...grpc.CallOption) error {
		if _, ok := ctx.Deadline(); !ok {
			var cancel context.CancelFunc
			ctx, cancel = context.WithTimeout(ctx, d)
			defer cancel()
		}
		return call(ctx, method, req, reply, cc, opts...)
	}
}
