package transport

import (
	"net/http"

	"github.com/copydesk/copydesk/internal/openapi"
)

// openAPIPath is where the description of the REST API is. It is nobody's secret, so that nobody is asked who they are.
const openAPIPath = "/openapi.yaml"

// public answers what is no call: the description of the API.
type public struct{ next http.Handler }

// ServeHTTP implements http.Handler.
func (p public) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path != openAPIPath || r.Method != http.MethodGet && r.Method != http.MethodHead {
		p.next.ServeHTTP(w, r)
		return
	}
	w.Header().Set("Content-Type", "application/yaml")
	_, _ = w.Write(openapi.YAML) // the caller may have gone
}
