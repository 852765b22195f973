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
	"strings"
	"time"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc"
	"google.golang.org/grpc/backoff"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/keepalive"
	"google.golang.org/grpc/resolver"
	"google.golang.org/grpc/resolver/manual"
	"google.golang.org/grpc/status"

	// Health checking in the service config works only with this import.
	_ "google.golang.org/grpc/health"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
)

const (
	// DefaultTimeout is how long a unary call may take when its context has no deadline, other tries included.
	DefaultTimeout = 30 * time.Second

	// DefaultResume is how long Stream goes on trying to reach a service without coming any further.
	DefaultResume = 5 * time.Minute

	// Pings find connections whose other end is gone without a word. Servers allow one every ten seconds.
	pingAfter, pingTimeout = 20 * time.Second, 10 * time.Second

	// maxReconnect is the longest time between two tries to connect.
	maxReconnect = 5 * time.Second

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

	conn   *grpc.ClientConn
	target string
	resume time.Duration
}

// Option configures a Client.
type Option func(*options)

type options struct {
	creds   credentials.TransportCredentials
	timeout time.Duration
	resume  time.Duration
	dial    []grpc.DialOption
}

// WithInsecure calls without TLS, also beyond this machine.
func WithInsecure() Option { return func(o *options) { o.creds = insecure.NewCredentials() } }

// WithTLS calls with TLS as c says.
func WithTLS(c *tls.Config) Option { return func(o *options) { o.creds = credentials.NewTLS(c) } }

// WithTimeout sets how long a unary call may take when its context has no deadline.
func WithTimeout(d time.Duration) Option { return func(o *options) { o.timeout = d } }

// WithResume sets how long Stream goes on trying without coming any further; 0 means not at all.
func WithResume(d time.Duration) Option { return func(o *options) { o.resume = d } }

// WithDialOptions passes options on to gRPC, after the client's own.
func WithDialOptions(d ...grpc.DialOption) Option {
	return func(o *options) { o.dial = append(o.dial, d...) }
}

// New returns a client of the service at target, for example "localhost:50051" or "dns:///copydesk:50051", or of several
// servers alike, separated by commas: "a:50051,b:50051". Calls take turns among the servers that can be reached. It
// connects with the first call. Without WithInsecure or WithTLS, targets on this machine are called without TLS
// and all others with it.
//
// A call that is refused for want of time or memory is tried again when the service says so, until its deadline.
func New(target string, opts ...Option) (*Client, error) {
	o := options{timeout: DefaultTimeout, resume: DefaultResume}
	for _, set := range opts {
		set(&o)
	}
	if o.creds == nil {
		o.creds = defaultCredentials(target)
	}
	address, several := addresses(target)
	conn, err := grpc.NewClient(address, append(append(several,
		grpc.WithTransportCredentials(o.creds),
		grpc.WithKeepaliveParams(keepalive.ClientParameters{Time: pingAfter, Timeout: pingTimeout}),
		grpc.WithConnectParams(reconnect()),
		grpc.WithDefaultServiceConfig(serviceConfig),
		grpc.WithDefaultCallOptions(grpc.MaxCallRecvMsgSize(maxResponseBytes)),
		grpc.WithChainUnaryInterceptor(withTimeout(o.timeout), explainUnary(target), retryRefused),
		grpc.WithChainStreamInterceptor(explainStream(target)),
	), o.dial...)...)
	if err != nil {
		return nil, err
	}
	return &Client{copydeskv1.NewTextServiceClient(conn), conn, target, o.resume}, nil
}

// addresses returns what gRPC is to call, and what it needs for several addresses.
func addresses(target string) (string, []grpc.DialOption) {
	list := strings.Split(target, ",")
	if len(list) == 1 {
		return target, nil
	}
	state := resolver.State{}
	for _, a := range list {
		a = strings.TrimSpace(a)
		host, _, err := net.SplitHostPort(a)
		if err != nil {
			host = a
		}
		state.Endpoints = append(state.Endpoints, resolver.Endpoint{Addresses: []resolver.Address{{Addr: a, ServerName: host}}})
	}
	r := manual.NewBuilderWithScheme("copydesk")
	r.InitialState(state)
	return "copydesk:///", []grpc.DialOption{grpc.WithResolvers(r)}
}

func reconnect() grpc.ConnectParams {
	p := grpc.ConnectParams{Backoff: backoff.DefaultConfig, MinConnectTimeout: maxReconnect}
	p.Backoff.MaxDelay = maxReconnect
	return p
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
	for a := range strings.SplitSeq(target, ",") {
		host, _, err := net.SplitHostPort(strings.TrimSpace(a))
		if ip := net.ParseIP(host); err != nil || host != "localhost" && (ip == nil || !ip.IsLoopback()) {
			return credentials.NewTLS(&tls.Config{MinVersion: tls.VersionTLS12})
		}
	}
	return insecure.NewCredentials()
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
