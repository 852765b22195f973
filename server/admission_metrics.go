package main

import (
	"github.com/prometheus/client_golang/prometheus"

	"github.com/copydesk/copydesk/internal/admission"
)

// admissionMetrics shows what an admission controller has taken on, all at one moment.
type admissionMetrics struct{ stats func() admission.Stats }

// A metric of admission: its description and where its value is.
type admissionMetric struct {
	desc  *prometheus.Desc
	value func(s *admission.Stats) float64
}

var admissionList = []admissionMetric{
	gauge("copydesk_workers", "Documents that can be worked on at once.", func(s *admission.Stats) float64 { return float64(s.Workers) }),
	gauge("copydesk_workers_busy", "Documents that have a worker now.", func(s *admission.Stats) float64 { return float64(s.Working) }),
	gauge("copydesk_queue_documents", "Documents that wait for a worker.", func(s *admission.Stats) float64 { return float64(s.Queued) }),
	gauge("copydesk_memory_budget_bytes", "Memory for documents and results.", func(s *admission.Stats) float64 { return float64(s.MemoryTotal) }),
	gauge("copydesk_memory_used_bytes", "Memory that documents and results hold of their budget.", func(s *admission.Stats) float64 { return float64(s.MemoryUsed) }),
	gauge("copydesk_memory_waiting_streams", "Streams that wait for memory.", func(s *admission.Stats) float64 { return float64(s.MemoryWaiting) }),
	gauge("copydesk_work_budget_bytes", "Memory for work.", func(s *admission.Stats) float64 { return float64(s.WorkTotal) }),
	gauge("copydesk_work_used_bytes", "Memory that work in progress holds of its budget.", func(s *admission.Stats) float64 { return float64(s.WorkUsed) }),
}

func gauge(name, help string, value func(s *admission.Stats) float64) admissionMetric {
	return admissionMetric{desc: prometheus.NewDesc(name, help, nil, nil), value: value}
}

// shedDesc is of what was refused.
var shedDesc = prometheus.NewDesc("copydesk_shed_total", "Work refused for load or memory, by reason.", []string{"reason"}, nil)

// Describe implements prometheus.Collector.
func (a admissionMetrics) Describe(out chan<- *prometheus.Desc) {
	for _, m := range admissionList {
		out <- m.desc
	}
	out <- shedDesc
}

// Collect implements prometheus.Collector.
func (a admissionMetrics) Collect(out chan<- prometheus.Metric) {
	s := a.stats()
	for _, m := range admissionList {
		out <- prometheus.MustNewConstMetric(m.desc, prometheus.GaugeValue, m.value(&s))
	}
	for reason, n := range map[string]int64{
		"OVERLOADED": s.RefusedOverloaded, "MEMORY_FULL": s.RefusedMemoryFull, "MEMORY_TOO_SMALL": s.RefusedMemoryTooSmall,
	} {
		out <- prometheus.MustNewConstMetric(shedDesc, prometheus.CounterValue, float64(n), reason)
	}
}
