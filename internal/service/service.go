package service

import (
	"log/slog"
	"runtime"
	"sync"
	"time"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
	"github.com/copydesk/copydesk/internal/admission"
	"github.com/copydesk/copydesk/internal/sight"
)

// Options configures a Service. The zero value is the recommended use.
type Options struct {
	// MaxDocumentBytes is the largest content of one document. 0 means DefaultMaxDocumentBytes.
	MaxDocumentBytes int

	// MaxBatchDocuments is the largest number of documents of one Process request. 0 means
	// DefaultMaxBatchDocuments.
	MaxBatchDocuments int

	// MaxDocumentTime is how long one document of a batch or stream may take. 0 means
	// DefaultMaxDocumentTime.
	MaxDocumentTime time.Duration

	// MaxMessageBytes is the largest message the transport takes; it is only reported by Describe.
	MaxMessageBytes int

	// MaxResponseBytes is the largest limit on a response that a request may state. 0 means
	// DefaultMaxResponseBytes.
	MaxResponseBytes int

	// Workers is how many documents of one batch or stream are worked on at once, as far as Admission lets them. 0 means
	// GOMAXPROCS.
	Workers int

	// Admission decides what is worked on when. nil means that everything is, at once.
	Admission *admission.Controller

	// Sight counts documents. nil means that nobody does.
	Sight *sight.Sight

	// Logger takes what callers must not see: causes of internal errors. nil means slog.Default().
	Logger *slog.Logger
}

// Service implements copydeskv1.TextServiceServer.
type Service struct {
	copydeskv1.UnimplementedTextServiceServer

	o        Options
	describe func() *copydeskv1.DescribeResponse
	drain    chan struct{}
	drained  sync.Once
}

// New returns a service.
func New(o Options) *Service {
	o.MaxDocumentBytes = orDefault(o.MaxDocumentBytes, DefaultMaxDocumentBytes)
	o.MaxBatchDocuments = orDefault(o.MaxBatchDocuments, DefaultMaxBatchDocuments)
	o.MaxDocumentTime = orDefault(o.MaxDocumentTime, DefaultMaxDocumentTime)
	o.MaxResponseBytes = orDefault(o.MaxResponseBytes, DefaultMaxResponseBytes)
	o.Workers = orDefault(o.Workers, runtime.GOMAXPROCS(0))
	if o.Logger == nil {
		o.Logger = slog.Default()
	}
	s := &Service{o: o, drain: make(chan struct{})}
	s.describe = sync.OnceValue(s.describeAll)
	return s
}

// Drain makes open streams answer what they have taken on and then end with UNAVAILABLE, so that their
// clients resume elsewhere. It returns at once and may be called more than once.
func (s *Service) Drain() {
	s.drained.Do(func() { close(s.drain) })
}

func orDefault[T int | time.Duration](v, byDefault T) T {
	if v == 0 {
		return byDefault
	}
	return v
}
