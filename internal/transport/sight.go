package transport

import (
	"github.com/prometheus/client_golang/prometheus"

	"github.com/copydesk/copydesk/internal/admission"
)

// sight counts what never becomes an RPC, and which callers are refused.
type sight struct {
	refusals *prometheus.CounterVec
	http     *prometheus.CounterVec
	stalled  prometheus.Counter
}

func newSight(r prometheus.Registerer) *sight {
	s := &sight{
		refusals: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "copydesk_refused_calls_total", Help: "Calls refused for who called, how much, or what the server can take, by reason.",
		}, []string{"reason"}),
		http: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "copydesk_http_mistakes_total", Help: "Calls on the HTTP port that never became an RPC, by path, status and reason.",
		}, []string{"path", "status", "reason"}),
		stalled: prometheus.NewCounter(prometheus.CounterOpts{
			Name: "copydesk_stalled_clients_total", Help: "Clients that were cut off because they did not read their results.",
		}),
	}
	reasons := []string{"TOKEN_MISSING", "TOKEN_INVALID", "TOKEN_EXPIRED", "TOKEN_AUDIENCE", "QUOTA_EXCEEDED"}
	for _, reason := range append(reasons, admission.Reasons...) {
		s.refusals.WithLabelValues(reason) // so that it is 0 and not absent
	}
	if r != nil {
		r.MustRegister(s.refusals, s.http, s.stalled)
	}
	return s
}

func (s *sight) refused(reason string) { s.refusals.WithLabelValues(reason).Inc() }
