package transport

import (
	"net/http"
	"slices"
	"strings"
)

// cors lets pages of other origins call the gateway: browsers ask before they do, and read the answer only if it names their
// origin. Credentials are tokens in a header, which a page has to know, never cookies.
type cors struct {
	next    http.Handler
	origins []string // "*" is every origin
}

// Headers that pages may send, and those of an answer that they may read, beyond what browsers allow anyway.
const (
	corsRequestHeaders = "Authorization, Content-Type, Connect-Protocol-Version, Connect-Timeout-Ms, Grpc-Timeout, X-Grpc-Web, X-User-Agent, X-Request-Id"
	corsAnswerHeaders  = "Grpc-Status, Grpc-Message, Grpc-Status-Details-Bin, Retry-After, X-Request-Id"
	corsSeconds        = "7200" // for which a browser need not ask again: the most that one remembers
)

// ServeHTTP implements http.Handler.
func (c *cors) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	origin := r.Header.Get("Origin")
	if origin == "" {
		c.next.ServeHTTP(w, r)
		return
	}
	h := w.Header()
	h.Add("Vary", "Origin")
	if slices.Contains(c.origins, "*") || slices.ContainsFunc(c.origins, func(o string) bool { return strings.EqualFold(o, origin) }) {
		h.Set("Access-Control-Allow-Origin", origin)
		h.Set("Access-Control-Expose-Headers", corsAnswerHeaders)
	}
	if r.Method != http.MethodOptions || r.Header.Get("Access-Control-Request-Method") == "" {
		c.next.ServeHTTP(w, r)
		return
	}
	if h.Get("Access-Control-Allow-Origin") != "" {
		h.Set("Access-Control-Allow-Methods", "GET, POST")
		h.Set("Access-Control-Allow-Headers", corsRequestHeaders)
		h.Set("Access-Control-Max-Age", corsSeconds)
	}
	w.WriteHeader(http.StatusNoContent)
}
