package transport

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestCORS(t *testing.T) {
	t.Parallel()
	const page = "https://example.org"
	reached := false
	next := http.HandlerFunc(func(http.ResponseWriter, *http.Request) { reached = true })
	for _, tt := range []struct {
		name            string
		origins         []string
		method, origin  string
		asks            bool // before the call itself
		allowed, passed bool
	}{
		{"no page", []string{page}, "POST", "", false, false, true},
		{"named", []string{page}, "POST", page, false, true, true},
		{"named, before", []string{"https://other.org", page}, "OPTIONS", page, true, true, false},
		{"every", []string{"*"}, "OPTIONS", page, true, true, false},
		{"another", []string{"https://other.org"}, "OPTIONS", page, true, false, false},
		{"another, all the same", []string{"https://other.org"}, "POST", page, false, false, true},
		{"none", nil, "OPTIONS", page, true, false, false},
		{"a part of a name", []string{page + ".evil.org"}, "POST", page, false, false, true},
		{"other options", nil, "OPTIONS", page, false, false, true},
	} {
		reached = false
		r := httptest.NewRequest(tt.method, "/v1/documents:clean", http.NoBody)
		if tt.origin != "" {
			r.Header.Set("Origin", tt.origin)
		}
		if tt.asks {
			r.Header.Set("Access-Control-Request-Method", "POST")
		}
		w := httptest.NewRecorder()
		(&cors{next, tt.origins}).ServeHTTP(w, r)
		h := w.Header()
		if got := h.Get("Access-Control-Allow-Origin") == page; got != tt.allowed || reached != tt.passed {
			t.Errorf("%s: allowed %v, passed on %v", tt.name, got, reached)
		}
		if tt.asks && tt.allowed != (h.Get("Access-Control-Allow-Headers") != "" && w.Code == http.StatusNoContent) {
			t.Errorf("%s: %d %v", tt.name, w.Code, h)
		}
		if h.Get("Access-Control-Allow-Credentials") != "" || tt.origin != "" && h.Get("Vary") != "Origin" {
			t.Errorf("%s: %v", tt.name, h)
		}
	}
}
