package transport

import (
	"crypto/tls"
	"log/slog"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/health"
	healthv1 "google.golang.org/grpc/health/grpc_health_v1"
	"google.golang.org/grpc/keepalive"
	"google.golang.org/grpc/reflection"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
)

// Server is a gRPC server with its health.
type Server struct {
	*grpc.Server

	// Health is set to NOT_SERVING before the server stops, so that balancers look elsewhere first.
	Health *health.Server

	maxMessageBytes int
	tls             *tls.Config
	headerTimeout   time.Duration
	guard           *guard
	sight           *sight
	log             *slog.Logger
}

// NewServer returns a server that answers for service, not yet serving.
func NewServer(service copydeskv1.TextServiceServer, o Options) *Server {
	o = o.withDefaults()
	sight := newSight(o.Registry)
	guard := newGuard(o, sight)
	chain := newChain(o, guard)
	s := grpc.NewServer(append(moreOptions(o, guard),
		grpc.ChainUnaryInterceptor(chain.unary()...),
		grpc.ChainStreamInterceptor(chain.stream()...),
		grpc.MaxRecvMsgSize(o.MaxMessageBytes),
		grpc.MaxConcurrentStreams(maxConcurrentStreams),
		grpc.MaxHeaderListSize(maxHeaderBytes),
		grpc.KeepaliveParams(keepalive.ServerParameters{
			// Connections end now and then so that new instances get their share of the load; the grace is
			// longer than any document takes.
			MaxConnectionIdle:     maxIdleTime,
			MaxConnectionAge:      15 * time.Minute,
			MaxConnectionAgeGrace: 5 * time.Minute,
			Time:                  time.Minute,
			Timeout:               20 * time.Second,
		}),
		grpc.KeepaliveEnforcementPolicy(keepalive.EnforcementPolicy{
			MinTime:             10 * time.Second,
			PermitWithoutStream: true,
		}),
	)...)
	copydeskv1.RegisterTextServiceServer(s, service)
	h := health.NewServer()
	h.SetServingStatus(copydeskv1.TextService_ServiceDesc.ServiceName, healthv1.HealthCheckResponse_SERVING)
	healthv1.RegisterHealthServer(s, h)
	if !o.NoReflection {
		reflection.Register(s)
	}
	chain.metrics.InitializeMetrics(s)
	return &Server{
		Server: s, Health: h, maxMessageBytes: o.MaxMessageBytes,
		tls: o.TLS, headerTimeout: o.HandshakeTimeout, guard: guard, sight: sight, log: o.Logger,
	}
}

func moreOptions(o Options, g *guard) []grpc.ServerOption {
	list := []grpc.ServerOption{grpc.InTapHandle(g.tap), grpc.ConnectionTimeout(o.HandshakeTimeout)}
	if o.Stats != nil {
		list = append(list, grpc.StatsHandler(o.Stats))
	}
	if o.TLS != nil {
		list = append(list, grpc.Creds(credentials.NewTLS(o.TLS)))
	}
	return list
}
