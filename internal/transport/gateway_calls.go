package transport

import (
	"context"
	"crypto/x509"
	"log/slog"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"connectrpc.com/connect"
	"google.golang.org/grpc/codes"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
)

// gatewayCalls is what the HTTP port does around each call: it names it, asks who calls before a body is read, and logs and
// counts what never becomes an RPC, which the interceptors do not see.
type gatewayCalls struct {
	next  http.Handler
	guard *guard
	sight *sight
	log   *slog.Logger
}

// httpCall is what is known of a call on the HTTP port.
type httpCall struct {
	http.ResponseWriter

	id      string
	status  int
	reason  string // of a refusal
	reached bool   // the interceptors
}

type httpCallKey struct{}

// ServeHTTP implements http.Handler.
func (h *gatewayCalls) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	ctx := withRequestID(r.Context(), r.Header.Values("X-Request-ID"))
	call := &httpCall{ResponseWriter: w, id: RequestID(ctx), status: http.StatusOK}
	ctx = context.WithValue(ctx, httpCallKey{}, call)
	ctx, err := h.guard.admit(ctx, r.URL.Path, r.Header.Values("Authorization"), certificate(r))
	r = r.WithContext(ctx)
	defer h.finish(ctx, r, call)
	if err != nil {
		call.reject(r, err)
		return
	}
	h.next.ServeHTTP(call, r)
}

func certificate(r *http.Request) *x509.Certificate {
	if r.TLS == nil || len(r.TLS.VerifiedChains) == 0 {
		return nil
	}
	return r.TLS.PeerCertificates[0]
}

// finish logs and counts a call that never became an RPC. What the caller sent is in neither: not the path, which could be
// anything, and not the query.
func (h *gatewayCalls) finish(ctx context.Context, r *http.Request, c *httpCall) {
	if c.reached {
		return
	}
	path, code := knownPath(r.URL.Path), strconv.Itoa(c.status)
	if c.reason == "" {
		c.reason = reasonOf(c.status)
	}
	h.sight.http.WithLabelValues(path, code, c.reason).Inc()
	h.log.LogAttrs(ctx, slog.LevelInfo, "call that is no RPC", slog.String("path", path), slog.String("http.status", code),
		slog.String("reason", c.reason), slog.String("peer.address", r.RemoteAddr))
}

// reasonOf is the reason of an answer that the transcoder gave.
func reasonOf(httpStatus int) string {
	switch httpStatus {
	case http.StatusBadRequest:
		return "BODY_INVALID"
	case http.StatusNotFound:
		return "PATH_UNKNOWN"
	case http.StatusMethodNotAllowed:
		return "METHOD_NOT_ALLOWED"
	case http.StatusUnsupportedMediaType:
		return "MEDIA_TYPE_UNKNOWN"
	default:
		return "OTHER"
	}
}

// reachedRPC notes that a call from the HTTP port has come to the interceptors.
func reachedRPC(ctx context.Context) {
	if c, ok := ctx.Value(httpCallKey{}).(*httpCall); ok {
		c.reached = true
	}
}

// setReason notes why the gateway refuses a call.
func setReason(w http.ResponseWriter, reason string) {
	if c, ok := w.(*httpCall); ok {
		c.reason = reason
	}
}

// WriteHeader implements http.ResponseWriter.
func (c *httpCall) WriteHeader(code int) {
	if code == http.StatusTooManyRequests && c.reason == "" && !c.reached {
		code, c.reason = http.StatusRequestEntityTooLarge, "MESSAGE_TOO_LARGE" // what the transcoder refuses is never too many
	}
	c.status = code
	if c.Header().Get("X-Request-ID") == "" {
		c.Header().Set("X-Request-ID", c.id)
	}
	c.ResponseWriter.WriteHeader(code)
}

// Flush implements http.Flusher.
func (c *httpCall) Flush() { _ = http.NewResponseController(c.ResponseWriter).Flush() }

// Unwrap lets a http.ResponseController find the connection.
func (c *httpCall) Unwrap() http.ResponseWriter { return c.ResponseWriter }

// reject answers a refusal of the guard in the caller's protocol.
func (c *httpCall) reject(r *http.Request, err error) {
	e := refusal(err)
	c.reason = e.Reason
	if e.Code == codes.Unauthenticated {
		c.Header().Set("WWW-Authenticate", "Bearer")
	}
	if e.Retry > 0 {
		c.Header().Set("Retry-After", strconv.Itoa(int(e.Retry.Seconds())+1))
	}
	if !strings.HasPrefix(r.URL.Path, servicePath) {
		httpStatus := http.StatusUnauthorized
		if e.Code == codes.ResourceExhausted {
			httpStatus = http.StatusTooManyRequests
		}
		writeStatus(c, httpStatus, e.GRPCStatus().Proto())
		return
	}
	connectErr := connect.NewError(connect.Code(e.Code), e)
	for _, detail := range e.GRPCStatus().Proto().GetDetails() {
		if d, err := connect.NewErrorDetail(detail); err == nil {
			connectErr.AddDetail(d)
		}
	}
	_ = connect.NewErrorWriter().Write(c, r, connectErr) // the caller has gone
}

// knownPath is a path of the contract, "other" for any else, so that callers can neither write the log nor make metrics.
func knownPath(path string) string {
	if slices.Contains(restPaths, path) {
		return path
	}
	if method, ok := strings.CutPrefix(path, servicePath); ok {
		for _, m := range copydeskv1.TextService_ServiceDesc.Methods {
			if m.MethodName == method {
				return path
			}
		}
		if method == "ProcessStream" {
			return path
		}
	}
	return "other"
}

// restPaths are the paths of the contract's google.api.http rules, which a test compares.
var restPaths = []string{
	"/v1/documents:clean", "/v1/documents:extract", "/v1/documents:score", "/v1/documents:process", "/v1/description",
}
