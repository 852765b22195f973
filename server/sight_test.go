package main

import (
	"context"
	"io"
	"net"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	metricscollector "go.opentelemetry.io/proto/otlp/collector/metrics/v1"
	collector "go.opentelemetry.io/proto/otlp/collector/trace/v1"
	"google.golang.org/grpc"
	channelz "google.golang.org/grpc/channelz/grpc_channelz_v1"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/metadata"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
)

const page = `<html><head><title>Tea</title></head><body><article><h1>Tea</h1><p>Tea &amp; <a href="/cake">cake</a> at four, ` +
	`said the manager of the house, who has served both for thirty years.</p><p>It rained on 3 May 2021.</p></article></body></html>`

// work sends documents of each kind, one of which fails.
func work(t *testing.T, c copydeskv1.TextServiceClient) {
	t.Helper()
	_, err := c.Process(t.Context(), copydeskv1.ProcessRequest_builder{
		Documents: []*copydeskv1.Document{
			copydeskv1.Document_builder{Id: "a", Html: new(page)}.Build(), copydeskv1.Document_builder{Id: "b", Text: new("It had been dark\n\nsince the storm.")}.Build(),
			copydeskv1.Document_builder{Id: "c"}.Build(),
		},
		Options: copydeskv1.ProcessOptions_builder{
			Clean: &copydeskv1.CleanOptions{}, Extract: &copydeskv1.ExtractOptions{}, Score: &copydeskv1.ScoreOptions{},
		}.Build(),
	}.Build())
	if err != nil {
		t.Fatal(err)
	}
}

// TestMetrics does some work and looks for the metrics of each kind.
func TestMetrics(t *testing.T) {
	t.Parallel()
	r := startServer(t)
	work(t, r.client(t, nil))
	r.post(t, "/v1/documents:clean?x=1", "{}", nil)
	r.post(t, "/nowhere", "{}", nil)
	got := r.metrics(t)
	for _, want := range []string{
		`copydesk_documents_total{outcome="ok"} 2`, `copydesk_documents_total{outcome="CONTENT_MISSING"} 1`,
		`copydesk_documents_in_flight 0`, `copydesk_pages_total{kind="PAGE_KIND_[A-Z]+"} 1`, `copydesk_rule_places_total{rule="[a-z.]+"} \d`,
		`copydesk_document_seconds_count 3`, `copydesk_document_bytes_total [1-9]\d\d`,
		`copydesk_stage_seconds_count{stage="page"} 1`, `copydesk_stage_seconds_count{stage="extract"} 2`,
		`copydesk_stage_seconds_count{stage="score"} 2`, `copydesk_stage_seconds_count{stage="repair"} 2`,
		`copydesk_http_mistakes_total{path="/v1/documents:clean",reason="QUERY_INVALID",status="400"} 1`,
		`copydesk_http_mistakes_total{path="other",reason="PATH_UNKNOWN",status="404"} 1`,
		`grpc_server_handled_total{grpc_code="OK",grpc_method="Process",grpc_service="copydesk.v1.TextService",grpc_type="unary"} 1`,
		`copydesk_build_info{version=".+"} 1`, `go_goroutines \d`, `process_resident_memory_bytes \d`, `go_build_info{`,
		`copydesk_workers [1-9]`, `copydesk_workers_busy 0`, `copydesk_queue_documents 0`, `copydesk_memory_budget_bytes [1-9]`,
		`copydesk_memory_used_bytes \d`, `copydesk_work_budget_bytes [1-9]`, `copydesk_shed_total{reason="OVERLOADED"} 0`,
		`copydesk_memory_limit_bytes \d`, `copydesk_refused_calls_total{reason="TOKEN_MISSING"} 0`,
	} {
		if !regexp.MustCompile(`(?m)^` + want).MatchString(got) {
			t.Errorf("no metric %s", want)
		}
	}
	for path, want := range map[string]int{"/healthz": 200, "/readyz": 200, "/debug/pprof/": 404} {
		req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "http://metrics"+path, http.NoBody)
		if err != nil {
			t.Fatal(err)
		}
		if code, _, _ := r.do(t, req); code != want {
			t.Errorf("%s: status %d, want %d", path, code, want)
		}
	}
}

// TestRequestIDs sends a name for the call, none, and one that could be mistaken for something else.
func TestRequestIDs(t *testing.T) {
	t.Parallel()
	r := startServer(t)
	c := r.client(t, nil)
	for given, kept := range map[string]bool{"job-17.a_b": true, "": false, "two words": false, strings.Repeat("a", 129): false} {
		ctx := t.Context()
		if given != "" {
			ctx = metadata.AppendToOutgoingContext(ctx, "x-request-id", given)
		}
		var header metadata.MD
		if _, err := c.Describe(ctx, &copydeskv1.DescribeRequest{}, grpc.Header(&header)); err != nil {
			t.Fatal(err)
		}
		ids := header.Get("x-request-id")
		_, h, _ := r.post(t, "/v1/documents:clean", `{"document":{"text":"Tea."}}`, map[string]string{"X-Request-Id": given})
		_, refused, _ := r.post(t, "/v1/documents:clean", `{`, map[string]string{"X-Request-Id": given})
		for _, id := range []string{strings.Join(ids, "+"), strings.Join(h.Values("X-Request-ID"), "+"), strings.Join(refused.Values("X-Request-ID"), "+")} {
			if id == "" || strings.Contains(id, "+") || (id == given) != kept {
				t.Errorf("%.20q: the answer says %q", given, id)
			}
			if !strings.Contains(r.log.String(), "request_id="+id) {
				t.Errorf("%.20q: the log has no %q", given, id)
			}
		}
	}
}

// TestAdmin looks at profiles and channelz, which are off unless asked for.
func TestAdmin(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	r := startServer(t, "--admin-address", "unix:"+dir+"/admin")
	work(t, r.client(t, nil))
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "http://x/debug/pprof/goroutine?debug=1", http.NoBody)
	if err != nil {
		t.Fatal(err)
	}
	admin := &http.Client{Transport: &http.Transport{DialContext: dialUnix(dir + "/admin"), DisableKeepAlives: true}}
	resp, err := admin.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close() //nolint:errcheck // only read
	if b, _ := io.ReadAll(resp.Body); resp.StatusCode != http.StatusOK || !strings.Contains(string(b), "goroutine profile") {
		t.Errorf("status %d: %.100s", resp.StatusCode, b)
	}
	conn, err := grpc.NewClient("unix:"+dir+"/admin", grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close() //nolint:errcheck // one call
	servers, err := channelz.NewChannelzClient(conn).GetServers(t.Context(), &channelz.GetServersRequest{})
	if err != nil || len(servers.GetServer()) == 0 {
		t.Errorf("channelz: %v, %v", servers, err)
	}
}

// collectorServer takes traces.
type collectorServer struct {
	collector.UnimplementedTraceServiceServer

	mu    sync.Mutex
	spans []string
	all   strings.Builder
}

// Export implements the collector.
func (c *collectorServer) Export(_ context.Context, req *collector.ExportTraceServiceRequest) (*collector.ExportTraceServiceResponse, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.all.WriteString(req.String())
	for _, r := range req.GetResourceSpans() {
		for _, s := range r.GetScopeSpans() {
			for _, span := range s.GetSpans() {
				c.spans = append(c.spans, span.GetName())
			}
		}
	}
	return &collector.ExportTraceServiceResponse{}, nil
}

// TestTelemetry sends traces and metrics to a collector: a span for each call, document and stage, below the caller's own.
func TestTelemetry(t *testing.T) {
	c := &collectorServer{}
	m := &metricCollector{}
	server := grpc.NewServer()
	collector.RegisterTraceServiceServer(server, c)
	metricscollector.RegisterMetricsServiceServer(server, m)
	l, err := new(net.ListenConfig).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	go func() { _ = server.Serve(l) }()
	t.Cleanup(server.Stop)
	t.Setenv("OTEL_EXPORTER_OTLP_ENDPOINT", "http://"+l.Addr().String())
	t.Setenv("OTEL_BSP_SCHEDULE_DELAY", "50")
	t.Setenv("OTEL_METRIC_EXPORT_INTERVAL", "100")
	const traceID = "4bf92f3577b34da6a3ce929d0e0e4736"
	r := startServer(t)
	ctx := metadata.AppendToOutgoingContext(t.Context(), "traceparent", "00-"+traceID+"-00f067aa0ba902b7-01")
	_, err = r.client(t, nil).Clean(ctx, copydeskv1.CleanRequest_builder{Document: copydeskv1.Document_builder{
		Id: secretID, Text: new("It rained. " + secretText), Url: "https://example.org/?" + secretQuery,
	}.Build()}.Build())
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(r.log.String(), "trace_id="+traceID) {
		t.Error("the log does not name the trace")
	}
	waitFor(t, "the spans", func() bool {
		c.mu.Lock()
		defer c.mu.Unlock()
		return slices.Contains(c.spans, "document") && slices.Contains(c.spans, "repair") && slices.Contains(c.spans, "copydesk.v1.TextService/Clean")
	})
	waitFor(t, "the metrics", func() bool {
		m.mu.Lock()
		defer m.mu.Unlock()
		return strings.Contains(m.all.String(), "copydesk_documents_total") && strings.Contains(m.all.String(), "rpc.server")
	})
	c.mu.Lock()
	defer c.mu.Unlock()
	m.mu.Lock()
	defer m.mu.Unlock()
	if all := c.all.String() + m.all.String(); strings.Contains(all, "SECRET") {
		t.Error("traces or metrics hold what was sent")
	}
}

// metricCollector takes metrics.
type metricCollector struct {
	metricscollector.UnimplementedMetricsServiceServer

	mu  sync.Mutex
	all strings.Builder
}

// Export implements the collector.
func (m *metricCollector) Export(_ context.Context, req *metricscollector.ExportMetricsServiceRequest) (*metricscollector.ExportMetricsServiceResponse, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.all.WriteString(req.String())
	return &metricscollector.ExportMetricsServiceResponse{}, nil
}
