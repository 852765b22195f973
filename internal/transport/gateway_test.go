package transport

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// slowBody sends a byte now and then.
type slowBody struct{ left int }

func (b *slowBody) Read(p []byte) (int, error) {
	if b.left == 0 {
		return 0, io.EOF
	}
	time.Sleep(20 * time.Millisecond)
	b.left--
	p[0] = 'x'
	return 1, nil
}

// TestSlowBodies sends bodies that take longer than a request may: a stream may take its time, other calls may not.
func TestSlowBodies(t *testing.T) {
	t.Parallel()
	h := &gatewayHandler{maxBytes: 1000, bodyTime: 50 * time.Millisecond, next: http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		if _, err := io.Copy(io.Discard, r.Body); err != nil {
			panic(http.ErrAbortHandler)
		}
	})}
	server := httptest.NewServer(h)
	defer server.Close()
	for path, want := range map[string]bool{servicePath + "ProcessStream": true, servicePath + "Clean": false, "/v1/documents:clean": false} {
		req, err := http.NewRequestWithContext(context.Background(), http.MethodPost, server.URL+path, &slowBody{10})
		if err != nil {
			t.Fatal(err)
		}
		resp, err := http.DefaultClient.Do(req)
		if ok := err == nil && resp.StatusCode == http.StatusOK; ok != want {
			t.Errorf("%s: answered %v, want %v: %v", path, ok, want, err)
		}
		if err == nil {
			_ = resp.Body.Close()
		}
	}
}

// TestUnreadAnswers asks for an answer without an end and reads nothing of it: it is given up in time, but that of a stream.
func TestUnreadAnswers(t *testing.T) {
	t.Parallel()
	for path, want := range map[string]bool{servicePath + "Clean": true, "/v1/documents:clean": true, servicePath + "ProcessStream": false} {
		ended := make(chan struct{})
		h := &gatewayHandler{maxBytes: 1000, bodyTime: time.Minute, answerTime: 50 * time.Millisecond, next: http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			defer close(ended)
			for b := make([]byte, 1<<20); ; {
				if _, err := w.Write(b); err != nil {
					return
				}
			}
		})}
		server := httptest.NewServer(h)
		resp, err := http.Post(server.URL+path, "application/json", strings.NewReader("{}"))
		if err != nil {
			t.Fatal(err)
		}
		limit := 20 * time.Second
		if !want {
			limit = 500 * time.Millisecond
		}
		select {
		case <-ended:
			if !want {
				t.Errorf("%s: given up", path)
			}
		case <-time.After(limit):
			if want {
				t.Errorf("%s: not given up", path)
			}
		}
		_ = resp.Body.Close()
		server.Close()
	}
}

// TestNoTimeoutOfStreams holds that the server sets no bound of its own on how long a request takes, which would end every
// stream over HTTP/2.
func TestNoTimeoutOfStreams(t *testing.T) {
	t.Parallel()
	g, err := NewGateway(NewServer(nil, Options{}), "")
	if err != nil {
		t.Fatal(err)
	}
	if g.ReadTimeout != 0 || g.WriteTimeout != 0 {
		t.Errorf("a read timeout of %v, a write timeout of %v", g.ReadTimeout, g.WriteTimeout)
	}
	if g.HTTP2 == nil || g.HTTP2.SendPingTimeout == 0 || g.ReadHeaderTimeout == 0 || g.IdleTimeout == 0 {
		t.Error("peers that are gone are not found")
	}
}
