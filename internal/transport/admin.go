package transport

import (
	"net/http"
	"net/http/pprof"
	"strings"
	"time"

	channelz "google.golang.org/grpc/channelz/service"

	"google.golang.org/grpc"
	healthv1 "google.golang.org/grpc/health/grpc_health_v1"
	"google.golang.org/grpc/reflection"
)

// NewAdmin returns a server for who runs the service and nobody else: profiles under /debug/pprof/, and channelz, which shows
// connections and calls, as a gRPC service on the same port. It asks for no credentials.
func NewAdmin(addr string) *http.Server {
	rpc := grpc.NewServer()
	channelz.RegisterChannelzServiceToServer(rpc)
	reflection.Register(rpc)
	mux := http.NewServeMux()
	mux.HandleFunc("GET /debug/pprof/", pprof.Index)
	mux.HandleFunc("GET /debug/pprof/cmdline", pprof.Cmdline)
	mux.HandleFunc("GET /debug/pprof/profile", pprof.Profile)
	mux.HandleFunc("GET /debug/pprof/symbol", pprof.Symbol)
	mux.HandleFunc("GET /debug/pprof/trace", pprof.Trace)
	protocols := new(http.Protocols)
	protocols.SetHTTP1(true)
	protocols.SetUnencryptedHTTP2(true)
	return &http.Server{
		Addr: addr, Protocols: protocols, ReadHeaderTimeout: DefaultHandshakeTimeout,
		Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.ProtoMajor == 2 && strings.HasPrefix(r.Header.Get("Content-Type"), "application/grpc") {
				rpc.ServeHTTP(w, r)
				return
			}
			mux.ServeHTTP(w, r)
		}),
	}
}

// NewMetrics returns a server of metrics under /metrics, with /healthz, which answers as long as the process does, and /readyz,
// which fails when the server is about to stop: for probes that cannot speak gRPC, or not over TLS.
func NewMetrics(addr string, metrics http.Handler, s *Server) *http.Server {
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", metrics)
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte("ok\n")) })
	mux.HandleFunc("GET /readyz", func(w http.ResponseWriter, r *http.Request) {
		answer, err := s.Health.Check(r.Context(), &healthv1.HealthCheckRequest{})
		if err != nil || answer.GetStatus() != healthv1.HealthCheckResponse_SERVING {
			http.Error(w, "not serving", http.StatusServiceUnavailable)
			return
		}
		_, _ = w.Write([]byte("ok\n"))
	})
	return &http.Server{Addr: addr, Handler: mux, ReadHeaderTimeout: DefaultHandshakeTimeout, WriteTimeout: metricsTimeout}
}

const metricsTimeout = time.Minute
