package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	bridge "go.opentelemetry.io/contrib/bridges/prometheus"
	"go.opentelemetry.io/contrib/instrumentation/google.golang.org/grpc/otelgrpc"
	"go.opentelemetry.io/contrib/instrumentation/google.golang.org/grpc/otelgrpc/filters"
	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/exporters/otlp/otlpmetric/otlpmetricgrpc"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracegrpc"
	"go.opentelemetry.io/otel/propagation"
	"go.opentelemetry.io/otel/sdk/metric"
	"go.opentelemetry.io/otel/sdk/resource"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/trace"
	"google.golang.org/grpc/stats"

	"github.com/copydesk/copydesk/internal/certs"
	"github.com/copydesk/copydesk/internal/service"
)

// newRegistry returns a registry with the metrics of the process.
func newRegistry() *prometheus.Registry {
	r := prometheus.NewRegistry()
	build := prometheus.NewGaugeVec(prometheus.GaugeOpts{Name: "copydesk_build_info", Help: "1, by the version of the build."}, []string{"version"})
	build.WithLabelValues(service.Version()).Set(1)
	limit := prometheus.NewGaugeFunc(prometheus.GaugeOpts{
		Name: "copydesk_memory_limit_bytes", Help: "What the Go runtime tries to stay below (GOMEMLIMIT).",
	}, func() float64 { return float64(debug.SetMemoryLimit(-1)) })
	r.MustRegister(collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}),
		collectors.NewBuildInfoCollector(), build, limit)
	return r
}

// watchCertificate adds when the certificate expires.
func watchCertificate(r prometheus.Registerer, files *certs.Files) {
	if files == nil {
		return
	}
	r.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{
		Name: "copydesk_certificate_expiry_seconds", Help: "When the server's certificate expires, in seconds since 1970.",
	}, func() float64 { return float64(files.NotAfter().Unix()) }))
}

// telemetry sends traces and metrics over OTLP. The zero value sends nothing.
type telemetry struct {
	tracer trace.Tracer
	stats  stats.Handler
	stop   []func(context.Context) error
}

// newTelemetry reads the variables of OpenTelemetry (OTEL_EXPORTER_OTLP_ENDPOINT and others). Where none names an endpoint,
// nothing is sent and nothing is paid for. The metrics are those of the registry and otelgrpc's.
func newTelemetry(ctx context.Context, env func(string) string, gatherer prometheus.Gatherer, log *slog.Logger) (*telemetry, error) {
	t := &telemetry{}
	traces, metrics := wanted(env, "TRACES"), wanted(env, "METRICS")
	if !traces && !metrics {
		return t, nil
	}
	for _, name := range []string{"OTEL_EXPORTER_OTLP_PROTOCOL", "OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", "OTEL_EXPORTER_OTLP_METRICS_PROTOCOL"} {
		if p := env(name); p != "" && p != "grpc" {
			return nil, fmt.Errorf("%s: only grpc is there, not %q", name, p)
		}
	}
	otel.SetErrorHandler(otel.ErrorHandlerFunc(func(err error) {
		log.LogAttrs(ctx, slog.LevelWarn, "telemetry", slog.String("error", err.Error()))
	}))
	what, err := resource.New(ctx, resource.WithTelemetrySDK(), resource.WithHost(), resource.WithProcessRuntimeVersion(),
		resource.WithAttributes(attribute.String("service.name", "copydesk"), attribute.String("service.version", service.Version())), resource.WithFromEnv())
	if err != nil && !errors.Is(err, resource.ErrPartialResource) {
		return nil, fmt.Errorf("telemetry: %w", err)
	}
	options := []otelgrpc.Option{
		otelgrpc.WithPropagators(propagation.NewCompositeTextMapPropagator(propagation.TraceContext{}, propagation.Baggage{})),
		otelgrpc.WithFilter(filters.Not(filters.HealthCheck())),
	}
	if traces {
		exporter, err := otlptracegrpc.New(ctx)
		if err != nil {
			return nil, fmt.Errorf("traces: %w", err)
		}
		provider := sdktrace.NewTracerProvider(sdktrace.WithBatcher(exporter), sdktrace.WithResource(what))
		t.tracer = provider.Tracer("github.com/copydesk/copydesk")
		t.stop = append(t.stop, provider.Shutdown)
		options = append(options, otelgrpc.WithTracerProvider(provider))
	}
	if metrics {
		exporter, err := otlpmetricgrpc.New(ctx)
		if err != nil {
			return nil, fmt.Errorf("metrics: %w", err)
		}
		reader := metric.NewPeriodicReader(exporter, metric.WithProducer(bridge.NewMetricProducer(bridge.WithGatherer(gatherer))))
		provider := metric.NewMeterProvider(metric.WithReader(reader), metric.WithResource(what))
		t.stop = append(t.stop, provider.Shutdown)
		options = append(options, otelgrpc.WithMeterProvider(provider))
	}
	t.stats = otelgrpc.NewServerHandler(options...)
	return t, nil
}

// wanted reports whether a signal, TRACES or METRICS, is to be sent.
func wanted(env func(string) string, signal string) bool {
	if env("OTEL_SDK_DISABLED") == "true" || env("OTEL_"+signal+"_EXPORTER") == "none" {
		return false
	}
	return env("OTEL_EXPORTER_OTLP_ENDPOINT") != "" || env("OTEL_EXPORTER_OTLP_"+signal+"_ENDPOINT") != ""
}

// close sends what is left.
func (t *telemetry) close() {
	ctx, cancel := context.WithTimeout(context.Background(), telemetryTimeout)
	defer cancel()
	for _, stop := range t.stop {
		_ = stop(ctx) // the collector is gone
	}
}

const telemetryTimeout = 5 * time.Second
