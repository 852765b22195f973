package main

import (
	"bytes"
	"context"
	"crypto/tls"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/credentials/insecure"
	healthv1 "google.golang.org/grpc/health/grpc_health_v1"
	"google.golang.org/grpc/status"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
)

// running is a server as the flags make it, at sockets in a folder of its own.
type running struct {
	dir  string
	log  *safeBuffer
	http *http.Client
	stop context.CancelFunc // as a signal does
}

// safeBuffer takes the log while the test reads it.
type safeBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (s *safeBuffer) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.Write(p)
}

func (s *safeBuffer) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.String()
}

// run starts a server with flags and stops it when the test ends.
func startServer(t *testing.T, flags ...string) *running {
	t.Helper()
	dir, err := os.MkdirTemp("", "copydesk") //nolint:usetesting // short enough for a socket
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	r := &running{dir: dir, log: &safeBuffer{}}
	args := append([]string{
		"--grpc-address", r.socket("grpc"), "--http-address", r.socket("http"), "--metrics-address", r.socket("metrics"),
		"--log-level", "debug", "--stop-delay", "1ms", "--stop-timeout", "2s",
	}, flags...)
	c, err := parseConfig(args, noEnv, io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	r.stop = cancel
	done := make(chan error, 1)
	go func() { done <- serve(ctx, c, c.logger(r.log), parent{}) }()
	t.Cleanup(func() {
		r.http.CloseIdleConnections()
		cancel()
		if err := <-done; err != nil {
			t.Errorf("serve: %v", err)
		}
	})
	r.http = &http.Client{Transport: &http.Transport{DialContext: func(ctx context.Context, _, addr string) (net.Conn, error) {
		name, _, _ := strings.Cut(addr, ":")
		return new(net.Dialer).DialContext(ctx, "unix", filepath.Join(dir, name))
	}}}
	waitFor(t, "the server to serve", func() bool { return strings.Contains(r.log.String(), "msg=serving") })
	return r
}

func (r *running) socket(name string) string { return "unix:" + filepath.Join(r.dir, name) }

func waitFor(t *testing.T, what string, done func() bool) {
	t.Helper()
	for end := time.Now().Add(20 * time.Second); !done(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("waited in vain for %s", what)
		}
	}
}

// client connects with the given TLS, nil for cleartext.
func (r *running) client(t *testing.T, c *tls.Config, opts ...grpc.DialOption) copydeskv1.TextServiceClient {
	t.Helper()
	creds := insecure.NewCredentials()
	if c != nil {
		creds = credentials.NewTLS(c)
	}
	conn, err := grpc.NewClient(r.socket("grpc"), append(opts, grpc.WithTransportCredentials(creds))...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	return copydeskv1.NewTextServiceClient(conn)
}

var insecureCreds = insecure.NewCredentials()

// bearer sends a token with each call.
type bearer string

func (b bearer) GetRequestMetadata(context.Context, ...string) (map[string]string, error) {
	return map[string]string{"authorization": "Bearer " + string(b)}, nil
}
func (bearer) RequireTransportSecurity() bool { return false }

func withToken(token string) grpc.DialOption { return grpc.WithPerRPCCredentials(bearer(token)) }

// clean sends a small document and returns the error.
func clean(t *testing.T, c copydeskv1.TextServiceClient, opts ...grpc.CallOption) error {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	_, err := c.Clean(ctx, copydeskv1.CleanRequest_builder{Document: copydeskv1.Document_builder{Text: new("Tea.")}.Build()}.Build(), opts...)
	return err
}

// reasonOf returns the code of err and the reason of its ErrorInfo, as "Unauthenticated TOKEN_MISSING".
func reasonOf(err error) string {
	st := status.Convert(err)
	for _, d := range st.Details() {
		if info, ok := d.(*errdetails.ErrorInfo); ok {
			return st.Code().String() + " " + info.GetReason()
		}
	}
	return st.Code().String()
}

func retryOf(err error) time.Duration {
	for _, d := range status.Convert(err).Details() {
		if info, ok := d.(*errdetails.RetryInfo); ok {
			return info.GetRetryDelay().AsDuration()
		}
	}
	return 0
}

// post sends JSON to a path of the HTTP port and returns the status, the header and the body.
func (r *running) post(t *testing.T, path, body string, header map[string]string) (int, http.Header, string) {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, "http://http"+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/json")
	for k, v := range header {
		req.Header.Set(k, v)
	}
	return r.do(t, req)
}

func (r *running) do(t *testing.T, req *http.Request) (int, http.Header, string) {
	t.Helper()
	resp, err := r.http.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close() //nolint:errcheck // only read
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp.StatusCode, resp.Header, string(b)
}

// metrics returns what a scrape of the server gets.
func (r *running) metrics(t *testing.T) string {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "http://metrics/metrics", http.NoBody)
	if err != nil {
		t.Fatal(err)
	}
	_, _, body := r.do(t, req)
	return body
}

func wantCode(t *testing.T, what string, err error, want codes.Code) {
	t.Helper()
	if status.Code(err) != want {
		t.Errorf("%s: %v, want %v", what, err, want)
	}
}

func tempFile(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// health asks without credentials.
func (r *running) health(t *testing.T) (*healthv1.HealthCheckResponse, error) {
	t.Helper()
	conn, err := grpc.NewClient(r.socket("grpc"), grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close() //nolint:errcheck // one call
	return healthv1.NewHealthClient(conn).Check(t.Context(), &healthv1.HealthCheckRequest{})
}

func dialUnix(path string) func(context.Context, string, string) (net.Conn, error) {
	return func(ctx context.Context, _, _ string) (net.Conn, error) {
		return new(net.Dialer).DialContext(ctx, "unix", path)
	}
}
