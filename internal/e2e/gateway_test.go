package e2e_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/transport"
)

// gateway serves the harness over HTTP and returns the address.
func gateway(t testing.TB, h *harness) string {
	t.Helper()
	g, err := transport.NewGateway(h.server, "")
	if err != nil {
		t.Fatal(err)
	}
	l, err := new(net.ListenConfig).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	served := make(chan struct{})
	go func() {
		defer close(served)
		if err := g.Serve(l); !errors.Is(err, http.ErrServerClosed) {
			t.Errorf("Serve: %v", err)
		}
	}()
	t.Cleanup(func() {
		http.DefaultClient.CloseIdleConnections()
		_ = g.Close()
		<-served
	})
	return "http://" + l.Addr().String()
}

// post sends a body as JSON and returns the HTTP status and the answer.
func post(t testing.TB, url, body string, headers ...string) (int, []byte) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, url, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/json")
	for i := 0; i < len(headers); i += 2 {
		req.Header.Set(headers[i], headers[i+1])
	}
	return do(t, req)
}

func get(t testing.TB, url string) (int, []byte) {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, url, http.NoBody)
	if err != nil {
		t.Fatal(err)
	}
	return do(t, req)
}

func do(t testing.TB, req *http.Request) (int, []byte) {
	t.Helper()
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close() //nolint:errcheck // only read
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp.StatusCode, b
}

// restError is an error as REST gives it: a google.rpc.Status.
type restError struct {
	Code    int
	Message string
	Details []struct {
		Type            string `json:"@type"`
		Reason          string
		Metadata        map[string]string
		FieldViolations []struct{ Field string }
	}
}

const secret = "SECRET-OF-THE-CALLER"

// TestGatewayMistakes sends what callers get wrong: each is answered as the caller's mistake, with a reason, and nothing of
// what was sent comes back.
func TestGatewayMistakes(t *testing.T) {
	t.Parallel()
	h := start(t, testOptions())
	url := gateway(t, h)
	tests := []struct {
		name, path, body string
		status, code     int
		reason, field    string
	}{
		{"truncated", "/v1/documents:clean", `{"document":{"text":"` + secret, 400, 3, "JSON_INVALID", ""},
		{"no JSON", "/v1/documents:clean", secret, 400, 3, "JSON_INVALID", ""},
		{"unknown field", "/v1/documents:clean", `{"document":{"` + secret + `":1}}`, 400, 3, "JSON_INVALID", ""},
		{"unknown enum value", "/v1/documents:clean", `{"document":{"text":"a"},"encoding_type":"` + secret + `"}`, 400, 3, "JSON_INVALID", "encoding_type"},
		{"time", "/v1/documents:clean", `{"document":{"text":"a","publish_time":"` + secret + `"}}`, 400, 3, "JSON_INVALID", ""},
		{"base64", "/v1/documents:clean", `{"document":{"raw":"!` + secret + `"}}`, 400, 3, "JSON_INVALID", "raw"},
		{"UTF-8", "/v1/documents:clean", `{"document":{"text":"` + secret + "\xff\"}}", 400, 3, "JSON_INVALID", ""},
		{"wrong type", "/v1/documents:clean", `{"document":{"text":"a"},"max_response_bytes":"` + secret + `"}`, 400, 3, "JSON_INVALID", "max_response_bytes"},
		{"number out of range", "/v1/documents:clean", `{"document":{"text":"a"},"max_response_bytes":3000000000}`, 400, 3, "JSON_INVALID", "max_response_bytes"},
		{"query", "/v1/documents:clean?" + secret + "=1", `{"document":{"text":"a"}}`, 400, 3, "QUERY_INVALID", ""},
		{"feature", "/v1/documents:extract", `{"document":{"text":"a"},"options":{"features":["EXTRACT_FEATURE_KEYPHRASES"]}}`, 501, 12, "FEATURE_UNAVAILABLE", "options.features[0]"},
		{"no document", "/v1/documents:score", `{}`, 400, 3, "FIELD_INVALID", "document"},
		{"empty body", "/v1/documents:score", ``, 400, 3, "JSON_INVALID", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			code, body := post(t, url+tt.path, tt.body)
			if bytes.Contains(body, []byte(secret)) {
				t.Errorf("the answer quotes the caller: %s", body)
			}
			var e restError
			if err := json.Unmarshal(body, &e); err != nil {
				t.Fatalf("%v: %s", err, body)
			}
			if code != tt.status || e.Code != tt.code || len(e.Details) == 0 || e.Details[0].Reason != tt.reason {
				t.Fatalf("status %d: %s", code, body)
			}
			if got := e.Details[0].Metadata["field"]; got != tt.field {
				t.Errorf("field is %q: %s", got, body)
			}
		})
	}
}

func TestGatewayQueries(t *testing.T) {
	t.Parallel()
	url := gateway(t, start(t, testOptions()))
	for query, want := range map[string]int{
		"":                                 200,
		"?features=DESCRIBE_FEATURE_RULES": 200,
		"?features=" + secret:              400,
		"?x=1":                             400,
		"?features=DESCRIBE_FEATURE_RULES&features=DESCRIBE_FEATURE_SIGNALS": 200,
		"?%zz": 400,
	} {
		code, body := get(t, url+"/v1/description"+query)
		if code != want || bytes.Contains(body, []byte(secret)) {
			t.Errorf("%q: status %d: %.200s", query, code, body)
		}
		if strings.Contains(query, "RULES") != bytes.Contains(body, []byte(`"rules"`)) {
			t.Errorf("%q: rules are wrong in %.100s", query, body)
		}
	}
}

// TestGatewayTooLarge sends bodies over the message limit, with and without their length.
func TestGatewayTooLarge(t *testing.T) {
	t.Parallel()
	url := gateway(t, start(t, testOptions())) + "/v1/documents:clean"
	body := `{"document":{"text":"` + strings.Repeat("a", transport.DefaultMaxMessageBytes) + `"}}`
	if code, answer := post(t, url, body); code != http.StatusRequestEntityTooLarge || !bytes.Contains(answer, []byte("MESSAGE_TOO_LARGE")) {
		t.Errorf("status %d: %.300s", code, answer)
	}
	req := httptest.NewRequestWithContext(t.Context(), http.MethodPost, url, io.MultiReader(strings.NewReader(body))) // of unknown length
	req.RequestURI, req.ContentLength = "", -1
	req.Header.Set("Content-Type", "application/json")
	if code, answer := do(t, req); code != http.StatusRequestEntityTooLarge || !bytes.Contains(answer, []byte("MESSAGE_TOO_LARGE")) {
		t.Errorf("unknown length: status %d: %.300s", code, answer)
	}
}

// TestConnectWithoutVersion calls a method's own path the way Connect allows.
func TestConnectWithoutVersion(t *testing.T) {
	t.Parallel()
	url := gateway(t, start(t, testOptions())) + "/copydesk.v1.TextService/Clean"
	want := `{"clean":{"text":"Tea.","mediaType":"text/plain"}}`
	for _, headers := range [][]string{nil, {"Connect-Protocol-Version", "1"}} {
		code, body := post(t, url, `{"document":{"text":"Tea."},"options":{"features":["CLEAN_FEATURE_BLOCKS"]}}`, headers...)
		var got struct {
			Clean struct{ Text, MediaType string }
		}
		if err := json.Unmarshal(body, &got); err != nil || code != 200 || got.Clean.Text != "Tea." {
			t.Errorf("%v: status %d: %s, want %s", headers, code, body, want)
		}
	}
	code, body := post(t, url, `{"document":{"nope":1}}`)
	var e struct{ Code string }
	if err := json.Unmarshal(body, &e); err != nil || code != 400 || e.Code != "invalid_argument" {
		t.Errorf("status %d: %s", code, body)
	}
}

// TestJSONHoldsZeros reads answers as a caller without the contract does: a number that is zero is there.
func TestJSONHoldsZeros(t *testing.T) {
	t.Parallel()
	url := gateway(t, start(t, testOptions()))
	_, body := post(t, url+"/v1/documents:score", `{"document":{"text":"Tea."},"options":{"features":["SCORE_FEATURE_SIGNALS","SCORE_FEATURE_PROFILES","SCORE_FEATURE_FINGERPRINTS"]}}`)
	var r struct {
		Score struct {
			Signals []struct {
				Name  string
				Value *float64
			}
			Profiles []struct {
				Failures []struct{ Value, Threshold, Margin *float64 }
			}
			Fingerprints struct{ Exact, Simhash string }
		}
	}
	if err := json.Unmarshal(body, &r); err != nil || len(r.Score.Signals) < 100 {
		t.Fatalf("%v: %.300s", err, body)
	}
	zeros := 0
	for _, s := range r.Score.Signals {
		if s.Value == nil {
			t.Errorf("%s has no value", s.Name)
		} else if *s.Value == 0 {
			zeros++
		}
	}
	if zeros == 0 {
		t.Error("no signal is zero: the test tests nothing")
	}
	for _, p := range r.Score.Profiles {
		for _, f := range p.Failures {
			if f.Value == nil || f.Threshold == nil || f.Margin == nil {
				t.Errorf("a failure lacks a number: %+v", f)
			}
		}
	}
	if len(r.Score.Fingerprints.Exact) != 16 || len(r.Score.Fingerprints.Simhash) != 16 {
		t.Errorf("fingerprints are %+v", r.Score.Fingerprints)
	}
	_, body = post(t, url+"/v1/documents:clean", `{"document":{"text":"Tea."},"options":{"features":["CLEAN_FEATURE_BLOCKS"]}}`)
	var c struct {
		Clean struct {
			Blocks []struct {
				Span struct{ Clean, Source map[string]int }
			}
		}
	}
	if err := json.Unmarshal(body, &c); err != nil || len(c.Clean.Blocks) != 1 {
		t.Fatalf("%v: %s", err, body)
	}
	if diff := cmp.Diff(map[string]int{"start": 0, "end": 4}, c.Clean.Blocks[0].Span.Clean); diff != "" {
		t.Errorf("span (-want +got):\n%s", diff)
	}
	_, body = post(t, url+"/v1/documents:process", `{"documents":[{"text":"Tea."}]}`)
	var p struct {
		Summary map[string]any
		Results []struct{ Sequence int }
	}
	if err := json.Unmarshal(body, &p); err != nil || p.Results[0].Sequence != 1 || p.Summary["failed"] != 0.0 {
		t.Errorf("%v: %s", err, body)
	}
}
