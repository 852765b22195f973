package transport

import (
	"crypto/tls"
	"log/slog"
	"net"
	"runtime"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/experimental"
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

	inflow          *inflow
	maxMessageBytes int
	corsOrigins     []string
	tls             *tls.Config
	headerTimeout   time.Duration
	stallTimeout    time.Duration
	guard           *guard
	sight           *sight
	log             *slog.Logger
}

// NewServer returns a server that answers for service, not yet serving.
func NewServer(service copydeskv1.TextServiceServer, o Options) *Server {
	o = o.withDefaults()
	sight := newSight(o.Registry)
	in := newInflow(o.Admission)
	guard := newGuard(o, in, sight)
	chain := newChain(o, guard, in)
	s := grpc.NewServer(append(append(moreOptions(o), inflowOptions(guard, in)...),
		grpc.ChainUnaryInterceptor(chain.unary()...),
		grpc.ChainStreamInterceptor(chain.stream()...),
		grpc.MaxRecvMsgSize(o.MaxMessageBytes),
		grpc.MaxConcurrentStreams(maxConcurrentStreams),
		grpc.NumStreamWorkers(uint32(keptWorkers*runtime.GOMAXPROCS(0))), //nolint:gosec // a small number
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
	s.RegisterService(framed(), service)
	h := health.NewServer()
	h.SetServingStatus(copydeskv1.TextService_ServiceDesc.ServiceName, healthv1.HealthCheckResponse_SERVING)
	healthv1.RegisterHealthServer(s, h)
	if !o.NoReflection {
		reflection.Register(s)
	}
	chain.metrics.InitializeMetrics(s)
	return &Server{
		Server: s, Health: h, inflow: in, maxMessageBytes: o.MaxMessageBytes, corsOrigins: o.CORSOrigins,
		tls: o.TLS, headerTimeout: o.HandshakeTimeout, stallTimeout: o.StallTimeout, guard: guard, sight: sight, log: o.Logger,
	}
}

// Serve serves connections from l until the server is stopped. What they may send before it has been decoded is bounded.
func (s *Server) Serve(l net.Listener) error {
	return s.Server.Serve(inflowListener{l, s.inflow})
}

func moreOptions(o Options) []grpc.ServerOption {
	list := []grpc.ServerOption{grpc.ConnectionTimeout(o.HandshakeTimeout)}
	if o.Stats != nil {
		list = append(list, grpc.StatsHandler(o.Stats))
	}
	if o.TLS != nil {
		list = append(list, grpc.Creds(credentials.NewTLS(o.TLS)))
	}
	return list
}

// inflowOptions are what decides on a call before its message is decoded.
func inflowOptions(g *guard, in *inflow) []grpc.ServerOption {
	return []grpc.ServerOption{
		grpc.ForceServerCodecV2(frames),
		grpc.InTapHandle(g.tap),
		experimental.BufferPool(in),
		grpc.InitialWindowSize(windowBytes),
		grpc.InitialConnWindowSize(connWindowBytes),
	}
}
