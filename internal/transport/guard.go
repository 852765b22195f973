package transport

import (
	"context"
	"crypto/x509"
	"errors"
	"log/slog"
	"strings"
	"time"

	"golang.org/x/time/rate"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/peer"
	"google.golang.org/grpc/status"
	"google.golang.org/grpc/tap"
	"google.golang.org/protobuf/proto"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
	"github.com/copydesk/copydesk/internal/admission"
	"github.com/copydesk/copydesk/internal/auth"
)

// guard lets calls in: it says who calls and keeps each caller to its limits. Health checks are let in always.
//
// On both ports it acts on the headers, before anything of a message is read; the interceptor does what is left to do.
type guard struct {
	auth     *auth.Authenticator // nil: everybody is auth.Anonymous
	quota    *auth.Quota         // nil: no limits
	in       *inflow
	log      *slog.Logger
	sight    *sight
	readTime time.Duration // in which the request of a unary call has to arrive
	unary    map[string]bool
	early    *rate.Limiter
}

func newGuard(o Options, in *inflow, s *sight) *guard {
	g := &guard{
		auth: o.Auth, quota: o.Quota, in: in, log: o.Logger, sight: s, readTime: o.MaxUnaryTime,
		unary: map[string]bool{}, early: rate.NewLimiter(earlyTimerSeconds, earlyTimerSeconds),
	}
	for _, m := range copydeskv1.TextService_ServiceDesc.Methods {
		g.unary[servicePath+m.MethodName] = true
	}
	return g
}

// verdict is what the headers of a call led to.
type verdict struct{ err error }

type verdictKey struct{}

// admit says who calls and counts the call. The outcome is in the context that it returns, too, so that nothing is counted
// twice.
func (g *guard) admit(ctx context.Context, method string, authorization []string, cert *x509.Certificate) (context.Context, error) {
	if isHealth(method) {
		return ctx, nil
	}
	if done, ok := ctx.Value(verdictKey{}).(verdict); ok {
		return ctx, done.err
	}
	p, err := auth.Anonymous, error(nil)
	if g.auth != nil {
		p, err = g.auth.Authenticate(authorization, cert)
	}
	if err == nil && g.quota != nil {
		err = g.quota.Begin(p)
	}
	if p != nil {
		ctx = auth.NewContext(ctx, p)
		if p != auth.Anonymous { // those are distinguished by their address
			ctx = admission.WithPrincipal(ctx, p.Name)
		}
	}
	if err != nil {
		g.sight.refused(auth.Reason(err))
	}
	return context.WithValue(ctx, verdictKey{}, verdict{err}), err
}

func isHealth(method string) bool { return strings.HasPrefix(method, "/grpc.health.v1.Health/") }

// admitRPC is admit for what gRPC knows of a call.
func (g *guard) admitRPC(ctx context.Context, method string) (context.Context, error) {
	var cert *x509.Certificate
	if p, ok := peer.FromContext(ctx); ok {
		if info, ok := p.AuthInfo.(credentials.TLSInfo); ok && len(info.State.VerifiedChains) > 0 {
			cert = info.State.PeerCertificates[0]
		}
	}
	return g.admit(ctx, method, metadata.ValueFromIncomingContext(ctx, "authorization"), cert)
}

// tap acts on the headers of a call on the gRPC port. gRPC calls it from the goroutine that reads the connection, so nothing
// here waits.
//
// A refusal here means that no message is read. gRPC keeps the timer of a call that it refuses here until it fires, and the
// caller chooses when: refusals for which too many timers would be kept are left to the interceptors, which are called after the
// message has arrived.
func (g *guard) tap(ctx context.Context, info *tap.Info) (context.Context, error) {
	ctx = withRequestID(ctx, info.Header.Get(requestIDHeader))
	admitted, err := g.admitRPC(ctx, info.FullMethodName)
	timers := timerSeconds(ctx)
	early := g.early.TokensAt(time.Now()) >= float64(timers)
	if err == nil && early && isWork(info.FullMethodName) {
		err = g.in.refusal(admitted, g.sight, g.unary[info.FullMethodName])
	}
	if err != nil && early {
		g.early.AllowN(time.Now(), timers)
		g.logRefusal(admitted, info.FullMethodName, err)
		return nil, status.Convert(err).Err() //nolint:wrapcheck // gRPC wants a status
	}
	deadline, limited := ctx.Deadline()
	if err == nil && g.unary[info.FullMethodName] && (!limited || time.Until(deadline) > g.readTime) {
		// A request that is sent a byte at a time would hold its call open for ever.
		timed, cancel := context.WithTimeout(admitted, g.readTime) //nolint:gosec // it ends with its parent, which ends with the call
		_ = cancel
		return timed, nil
	}
	return admitted, nil
}

// timerSeconds is how long gRPC keeps the timer of a call that is refused now, in seconds, 0 if there is none.
func timerSeconds(ctx context.Context) int {
	deadline, limited := ctx.Deadline()
	if !limited {
		return 0
	}
	return 1 + int(min(time.Until(deadline), 24*time.Hour)/time.Second)
}

// earlyTimerSeconds is how many timers of refused calls are kept on average: some 10 MB.
const earlyTimerSeconds = 20_000

// logRefusal writes the line that a call has that never reaches the interceptors.
func (g *guard) logRefusal(ctx context.Context, method string, err error) {
	service, name, _ := strings.Cut(strings.TrimPrefix(knownPath(method), "/"), "/") // a caller can make a name up
	attrs := []slog.Attr{
		slog.String("grpc.service", service), slog.String("grpc.method", name),
		slog.String("grpc.code", status.Code(err).String()), slog.String("reason", refusalReason(err)),
	}
	if p, ok := peer.FromContext(ctx); ok {
		attrs = append(attrs, slog.String("peer.address", p.Addr.String()))
	}
	g.log.LogAttrs(ctx, slog.LevelInfo, "refused call", attrs...)
}

// refusalReason is the reason of a refusal, the guard's or that of admission.
func refusalReason(err error) string {
	if r, ok := errors.AsType[*admission.Refusal](err); ok {
		return r.Reason
	}
	return auth.Reason(err)
}

func (g *guard) unaryInterceptor(ctx context.Context, req any, info *grpc.UnaryServerInfo, handler grpc.UnaryHandler) (any, error) {
	ctx, err := g.admitRPC(ctx, info.FullMethod)
	if err != nil {
		return nil, err
	}
	done, err := g.open(ctx, info.FullMethod)
	if err != nil {
		return nil, err
	}
	defer done()
	return handler(ctx, req)
}

// open counts a call as open until done is called.
func (g *guard) open(ctx context.Context, method string) (done func(), err error) {
	if g.quota == nil || isHealth(method) {
		return func() {}, nil
	}
	done, err = g.quota.Open(auth.FromContext(ctx))
	if err != nil {
		g.sight.refused(auth.Reason(err))
	}
	return done, err
}

// unaryQuota counts what is in a message.
func (g *guard) unaryQuota(ctx context.Context, req any, info *grpc.UnaryServerInfo, handler grpc.UnaryHandler) (any, error) {
	if g.quota != nil && !isHealth(info.FullMethod) {
		if err := g.quota.Add(auth.FromContext(ctx), items(req), size(req)); err != nil {
			g.sight.refused(auth.Reason(err))
			return nil, err
		}
	}
	return handler(ctx, req)
}

func (g *guard) streamInterceptor(srv any, ss grpc.ServerStream, info *grpc.StreamServerInfo, handler grpc.StreamHandler) error {
	ctx, err := g.admitRPC(ss.Context(), info.FullMethod)
	if err != nil {
		return err
	}
	done, err := g.open(ctx, info.FullMethod)
	if err != nil {
		return err
	}
	defer done()
	return handler(srv, &contextStream{ss, ctx})
}

// contextStream is a stream with a context of its own.
type contextStream struct {
	grpc.ServerStream

	ctx context.Context //nolint:containedctx // grpc.ServerStream hands out a context
}

// Context implements grpc.ServerStream.
func (s *contextStream) Context() context.Context { return s.ctx }

// streamQuota counts what is in each message.
func (g *guard) streamQuota(srv any, ss grpc.ServerStream, info *grpc.StreamServerInfo, handler grpc.StreamHandler) error {
	return handler(srv, &guardedStream{ServerStream: ss, ctx: ss.Context(), g: g, exempt: isHealth(info.FullMethod)})
}

// guardedStream looks at each message of a stream: a token can have been revoked since the stream began, and messages are
// counted.
type guardedStream struct {
	grpc.ServerStream

	ctx    context.Context //nolint:containedctx // grpc.ServerStream hands out a context
	g      *guard
	exempt bool
}

// Context implements grpc.ServerStream.
func (s *guardedStream) Context() context.Context { return s.ctx }

// RecvMsg implements grpc.ServerStream.
func (s *guardedStream) RecvMsg(m any) error {
	if err := s.ServerStream.RecvMsg(m); err != nil || s.exempt {
		return err
	}
	p := auth.FromContext(s.ctx)
	if s.g.auth != nil {
		if err := s.g.auth.Check(p); err != nil {
			s.g.sight.refused(auth.Reason(err))
			return status.Convert(err).Err() //nolint:wrapcheck // the service passes a status on as it is
		}
	}
	if s.g.quota != nil {
		return s.g.quota.Wait(s.ctx, p, items(m), size(m))
	}
	return nil
}

// items is how many documents a request has.
func items(m any) int {
	switch m := m.(type) {
	case *copydeskv1.ProcessRequest:
		return len(m.GetDocuments())
	case *copydeskv1.ProcessStreamRequest:
		return len(m.GetChunk().GetItems())
	case *copydeskv1.CleanRequest, *copydeskv1.ExtractRequest, *copydeskv1.ScoreRequest:
		return 1
	default:
		return 0
	}
}

func size(m any) int {
	if m, ok := m.(proto.Message); ok {
		return proto.Size(m)
	}
	return 0
}

// refusal returns err as the guard's refusal, nil if it is none.
func refusal(err error) *auth.Error {
	e, _ := errors.AsType[*auth.Error](err)
	return e
}
