package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promhttp"
	"golang.org/x/net/netutil"

	"github.com/copydesk/copydesk/internal/service"
	"github.com/copydesk/copydesk/internal/sight"
	"github.com/copydesk/copydesk/internal/transport"
)

// listeners are what a server serves on. gateway, metrics and admin may be nil.
type listeners struct {
	grpc    net.Listener
	gateway *http.Server
	metrics *http.Server
	admin   *http.Server
}

func (ls listeners) http() []*http.Server { return []*http.Server{ls.gateway, ls.metrics, ls.admin} }

// serve runs the server until ctx ends, then stops it in good order. It tells p when it is ready.
func serve(ctx context.Context, c config, log *slog.Logger, p parent) error {
	registry := newRegistry()
	sent, err := newTelemetry(ctx, os.Getenv, registry, log)
	if err != nil {
		return err
	}
	defer sent.close() //nolint:contextcheck // ctx has ended by then
	control := c.admission(ctx, log)
	registry.MustRegister(admissionMetrics{control.Stats})
	svc := service.New(service.Options{
		MaxDocumentBytes:  c.maxDocument,
		MaxBatchDocuments: c.maxBatch,
		MaxDocumentTime:   c.maxDocumentTime,
		MaxMessageBytes:   c.maxMessage,
		MaxResponseBytes:  c.maxResponse,
		Workers:           c.workers,
		Sight:             sight.New(registry, sent.tracer),
		Admission:         control,
		Logger:            log,
	})
	options := transport.Options{
		MaxMessageBytes: c.maxMessage,
		MaxUnaryTime:    c.maxUnaryTime,
		Admission:       control,
		Logger:          log,
		Registry:        registry,
		NoReflection:    !c.reflection,
		CORSOrigins:     c.origins(),
		Stats:           sent.stats,
	}
	files, err := c.secure(ctx, &options)
	if err != nil {
		return err
	}
	watchCertificate(registry, files)
	server := transport.NewServer(svc, options)
	ls, err := listen(ctx, c, server, registry)
	if err != nil {
		return err
	}
	failed := make(chan error, 4)
	go func() { failed <- server.Serve(ls.grpc) }()
	for _, s := range ls.http() {
		if err := serveHTTP(ctx, s, c.maxConnections, failed); err != nil {
			server.Stop()
			return err
		}
	}
	log.LogAttrs(ctx, slog.LevelInfo, "serving", slog.String("version", service.Version()),
		slog.String("grpc", ls.grpc.Addr().String()), slog.String("http", c.httpAddress),
		slog.String("metrics", c.metricsAddress), slog.Bool("tls", c.certFile != ""), slog.Bool("auth", c.asksWho()))
	if err := p.ready(ls.grpc.Addr()); err != nil {
		server.Stop()
		return err
	}
	select {
	case err = <-failed:
	case <-ctx.Done():
		server.Health.Shutdown()
		log.LogAttrs(ctx, slog.LevelInfo, "stopping", slog.Duration("delay", c.stopDelay), slog.Duration("timeout", c.stopTimeout))
		time.Sleep(c.stopDelay) // a second signal ends the process at once
	}
	stop(c.stopTimeout, svc, server, ls) //nolint:contextcheck // ctx has ended; stopping has a deadline of its own
	return err
}

// listen opens the gRPC port and makes the HTTP servers.
func listen(ctx context.Context, c config, server *transport.Server, registry *prometheus.Registry) (listeners, error) {
	var ls listeners
	var err error
	if c.httpAddress != "" {
		if ls.gateway, err = transport.NewGateway(server, c.httpAddress); err != nil {
			return ls, err
		}
	}
	if c.metricsAddress != "" {
		ls.metrics = transport.NewMetrics(c.metricsAddress, promhttp.HandlerFor(registry, promhttp.HandlerOpts{}), server)
	}
	if c.adminAddress != "" {
		ls.admin = transport.NewAdmin(c.adminAddress)
	}
	if ls.grpc, err = listenAt(ctx, c.grpcAddress); err != nil {
		return ls, fmt.Errorf("grpc-address: %w", err)
	}
	ls.grpc = netutil.LimitListener(ls.grpc, c.maxConnections)
	return ls, nil
}

// serveHTTP starts s unless it is nil. A port that is taken is an error now, not later.
func serveHTTP(ctx context.Context, s *http.Server, maxConnections int, failed chan<- error) error {
	if s == nil {
		return nil
	}
	l, err := listenAt(ctx, s.Addr)
	if err != nil {
		return fmt.Errorf("http: %w", err)
	}
	l = netutil.LimitListener(l, maxConnections)
	serve := s.Serve
	if s.TLSConfig != nil {
		serve = func(l net.Listener) error { return s.ServeTLS(l, "", "") }
	}
	go func() {
		if err := serve(l); !errors.Is(err, http.ErrServerClosed) {
			failed <- err
		}
	}()
	return nil
}

// stop lets streams end at an acknowledged item and calls finish, and after timeout cuts off what is left: GracefulStop
// alone would wait for an open stream for ever.
func stop(timeout time.Duration, svc *service.Service, server *transport.Server, ls listeners) {
	ctx, cancel := context.WithTimeout(context.Background(), timeout)
	defer cancel()
	server.Health.Shutdown()
	svc.Drain()
	done := make(chan struct{})
	go func() {
		defer close(done)
		for _, s := range ls.http() {
			if s != nil {
				_ = s.Shutdown(ctx) // what it could not end in time ends with the process
			}
		}
		server.GracefulStop()
	}()
	select {
	case <-done:
	case <-ctx.Done():
		server.Stop()
		<-done
	}
}
