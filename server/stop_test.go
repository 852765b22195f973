package main

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"google.golang.org/grpc/codes"
	healthv1 "google.golang.org/grpc/health/grpc_health_v1"
)

// TestStopDelay asks a server to stop: from then on it says that it does not serve, on both ports, and still takes calls for a
// while, so that who asks sees it before a port is closed. Then it ends.
func TestStopDelay(t *testing.T) {
	t.Parallel()
	const delay = 2 * time.Second
	r := startServer(t, "--stop-delay", delay.String())
	c := r.client(t, nil)
	wantCode(t, "before", clean(t, c), codes.OK)
	stopped := time.Now()
	r.stop()
	waitFor(t, "health to say so", func() bool {
		h, err := r.health(t)
		return err == nil && h.GetStatus() == healthv1.HealthCheckResponse_NOT_SERVING
	})
	if code := r.ready(t); code != http.StatusServiceUnavailable {
		t.Errorf("/readyz has status %d", code)
	}
	wantCode(t, "on an open connection", clean(t, c), codes.OK)
	wantCode(t, "on a new one", clean(t, r.client(t, nil)), codes.OK)
	if code, _, body := r.post(t, "/v1/documents:clean", `{"document":{"text":"Tea."}}`, nil); code != http.StatusOK {
		t.Errorf("on the HTTP port: status %d: %s", code, body)
	}
	if took := time.Since(stopped); took > delay {
		t.Skipf("the machine took %s for these calls", took)
	}
	waitFor(t, "the port to be closed", func() bool { return clean(t, c) != nil })
	if took := time.Since(stopped); took < delay {
		t.Errorf("the port is closed after %s, want %s", took, delay)
	}
	if !strings.Contains(r.log.String(), "msg=stopping") {
		t.Error("the log does not say that the server stops")
	}
}

func (r *running) ready(t *testing.T) int {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "http://metrics/readyz", http.NoBody)
	if err != nil {
		t.Fatal(err)
	}
	code, _, _ := r.do(t, req)
	return code
}
