// Package sight shows what becomes of documents: as Prometheus metrics, as spans of a trace, and as labels of goroutines in
// profiles. It receives sizes, times and names of rules, never text.
package sight

import (
	"context"
	"runtime/pprof"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/trace"
)

// Stages are the parts of the work on a document whose time is measured. Those of cleaning come first, in their order.
var Stages = []string{"charset", "page", "layout", "repair", "boilerplate", "reflow", "structure", "extract", "score", "write"}

// Sight counts documents. A nil Sight counts nothing.
type Sight struct {
	tracer   trace.Tracer
	inFlight prometheus.Gauge
	outcomes *prometheus.CounterVec
	bytes    prometheus.Counter
	sizes    prometheus.Histogram
	seconds  prometheus.Histogram
	stages   map[string]*stageSight
	rules    *prometheus.CounterVec
	dropped  prometheus.Counter
	pages    *prometheus.CounterVec
}

type stageSight struct {
	index   int
	seconds prometheus.Observer
	labels  context.Context //nolint:containedctx // it carries the labels of a profile and nothing else
}

// New registers the metrics. tracer makes the spans; nil for none.
func New(r prometheus.Registerer, tracer trace.Tracer) *Sight {
	times := []float64{.0001, .0003, .001, .003, .01, .03, .1, .3, 1, 3, 10, 30}
	stages := prometheus.NewHistogramVec(prometheus.HistogramOpts{
		Name: "copydesk_stage_seconds", Help: "Time that a stage took of a document's, by stage.", Buckets: times,
	}, []string{"stage"})
	s := &Sight{
		tracer:   tracer,
		inFlight: prometheus.NewGauge(prometheus.GaugeOpts{Name: "copydesk_documents_in_flight", Help: "Documents that are worked on now."}),
		outcomes: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "copydesk_documents_total", Help: "Documents worked on, by outcome: ok or the reason of the error.",
		}, []string{"outcome"}),
		bytes: prometheus.NewCounter(prometheus.CounterOpts{Name: "copydesk_document_bytes_total", Help: "Bytes of content of the documents worked on."}),
		sizes: prometheus.NewHistogram(prometheus.HistogramOpts{
			Name: "copydesk_document_size_bytes", Help: "Content of a document in bytes.", Buckets: prometheus.ExponentialBuckets(256, 4, 9),
		}),
		seconds: prometheus.NewHistogram(prometheus.HistogramOpts{Name: "copydesk_document_seconds", Help: "Time that a document took.", Buckets: times}),
		stages:  map[string]*stageSight{},
		rules: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "copydesk_rule_places_total", Help: "Places of documents that a rule changed or dropped, by rule.",
		}, []string{"rule"}),
		dropped: prometheus.NewCounter(prometheus.CounterOpts{Name: "copydesk_dropped_bytes_total", Help: "Bytes of documents that rules dropped."}),
		pages: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "copydesk_pages_total", Help: "HTML pages, by kind.",
		}, []string{"kind"}),
	}
	for _, outcome := range []string{"ok", "INTERNAL"} { // so that a first one is an increase
		s.outcomes.WithLabelValues(outcome)
	}
	for i, name := range Stages {
		s.stages[name] = &stageSight{i, stages.WithLabelValues(name), pprof.WithLabels(context.Background(), pprof.Labels("stage", name))}
	}
	r.MustRegister(s.inFlight, s.outcomes, s.bytes, s.sizes, s.seconds, stages, s.rules, s.dropped, s.pages)
	return s
}

// Document is one document that is worked on. A nil Document notes nothing.
type Document struct {
	s     *Sight
	ctx   context.Context //nolint:containedctx // that of the work on the document, for spans
	bytes int
	start time.Time

	stage *stageSight // the one that runs
	since time.Time
	took  []time.Duration
	span  trace.Span // nil unless a trace is recorded
	part  trace.Span
}

// Begin notes that work on a document of so many bytes begins. The context that it returns is for that work.
func (s *Sight) Begin(ctx context.Context, bytes int) (context.Context, *Document) {
	if s == nil {
		return ctx, nil
	}
	s.inFlight.Inc()
	d := &Document{s: s, bytes: bytes, start: time.Now(), took: make([]time.Duration, len(Stages))}
	if s.tracer != nil && trace.SpanFromContext(ctx).IsRecording() {
		ctx, d.span = s.tracer.Start(ctx, "document", trace.WithAttributes(attribute.Int("document.bytes", bytes))) //nolint:spancheck // End ends it
	}
	d.ctx = ctx
	return ctx, d
}

// Enter notes that a stage begins, and ends the one before.
func (d *Document) Enter(stage string) {
	if d == nil {
		return
	}
	now := time.Now()
	d.leave(now)
	d.stage, d.since = d.s.stages[stage], now
	pprof.SetGoroutineLabels(d.stage.labels)
	if d.span != nil {
		_, d.part = d.s.tracer.Start(d.ctx, stage, trace.WithTimestamp(now)) //nolint:spancheck // leave ends it
	}
}

func (d *Document) leave(now time.Time) {
	if d.stage != nil {
		d.took[d.stage.index] += now.Sub(d.since)
	}
	if d.part != nil {
		d.part.End(trace.WithTimestamp(now))
	}
}

// Page notes the kind of a page.
func (d *Document) Page(kind string) {
	if d != nil {
		d.s.pages.WithLabelValues(kind).Inc()
	}
}

// Rule notes in how many places a rule acted, and how many bytes it dropped there.
func (d *Document) Rule(id string, places, droppedBytes int) {
	if d != nil {
		d.s.rules.WithLabelValues(id).Add(float64(places))
		d.s.dropped.Add(float64(droppedBytes))
	}
}

// End notes the outcome: "ok", or the reason of the error. It must be called once.
func (d *Document) End(outcome string) {
	if d == nil {
		return
	}
	now := time.Now()
	d.leave(now)
	pprof.SetGoroutineLabels(d.ctx)
	s := d.s
	s.inFlight.Dec()
	s.outcomes.WithLabelValues(outcome).Inc()
	s.bytes.Add(float64(d.bytes))
	s.sizes.Observe(float64(d.bytes))
	s.seconds.Observe(now.Sub(d.start).Seconds())
	for _, stage := range s.stages {
		if t := d.took[stage.index]; t > 0 {
			stage.seconds.Observe(t.Seconds())
		}
	}
	if d.span != nil {
		d.span.SetAttributes(attribute.String("document.outcome", outcome))
		d.span.End(trace.WithTimestamp(now))
	}
}
