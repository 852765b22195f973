package service

import (
	"context"
	"fmt"
	"log/slog"
	"runtime/debug"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
	"github.com/copydesk/copydesk/internal/clean"
	"github.com/copydesk/copydesk/internal/extract"
	"github.com/copydesk/copydesk/internal/score"
	"github.com/copydesk/copydesk/internal/sight"
)

// outcome is the result for one document, with what is needed to compare it with others of a batch.
type outcome struct {
	message *copydeskv1.ProcessResult
	prints  *score.Fingerprints // nil if not asked for
}

// work does what p asks for with one document. The parts of the result that were not asked for stay nil.
func (s *Service) work(ctx context.Context, doc *copydeskv1.Document, p *plan) (o outcome, err error) {
	ctx, seen := s.o.Sight.Begin(ctx, contentBytes(doc))
	err = errPanic // until there is a result
	defer func() { seen.End(outcomeOf(err)) }()
	return s.workSeen(ctx, doc, p, seen)
}

func (s *Service) workSeen(ctx context.Context, doc *copydeskv1.Document, p *plan, seen *sight.Document) (outcome, error) {
	w, err := s.begin(ctx, doc, p, seen)
	if err != nil {
		return outcome{}, within(err, "document.")
	}
	if err := w.write(ctx); err != nil {
		return outcome{}, err
	}
	return w.out, ctx.Err()
}

// begin checks and cleans one document. Faults name fields relative to the document.
func (s *Service) begin(ctx context.Context, doc *copydeskv1.Document, p *plan, seen *sight.Document) (*writer, error) {
	in, err := s.input(doc, p)
	if err != nil {
		return nil, err
	}
	options := p.clean
	if seen != nil {
		options.Enter = seen.Enter
	}
	d, err := clean.Run(ctx, in, options)
	if err != nil {
		return nil, err
	}
	w := &writer{seen: seen, translator: newTranslator(d, in.Form, p.unit), plan: p, doc: doc, budget: p.budget(doc)}
	w.out.message = copydeskv1.ProcessResult_builder{Id: doc.GetId()}.Build()
	if seen != nil || p.wantClean {
		if w.rules, err = ruleCounts(ctx, &d.Provenance); err != nil {
			return nil, err
		}
	}
	noteCleaning(seen, d, w.rules)
	return w, nil
}

// writer writes the result of one document. Small parts come before large ones, so that a limit on the result cuts
// the large ones.
type writer struct {
	*translator
	seen   *sight.Document
	plan   *plan
	doc    *copydeskv1.Document
	budget *budget
	facts  *extract.Facts
	out    outcome
}

func (w *writer) write(ctx context.Context) error {
	w.seen.Enter("write")
	cleanPart := &part{ctx: ctx, name: "clean", budget: w.budget}
	var cleaned *copydeskv1.CleanResult
	var err error
	if w.plan.wantClean {
		if cleaned, err = w.cleanBase(cleanPart); err != nil {
			return err
		}
	}
	if err := w.score(ctx); err != nil {
		return err
	}
	if err := w.find(ctx); err != nil {
		return err
	}
	if cleaned != nil && w.plan.features.has(cleanMetadata) {
		if m, ok := w.metadata(cleanPart, w.facts.Metadata, w.plan.cleanEvidence); ok {
			cleaned.SetMetadata(m)
		}
	}
	if w.plan.wantExtract {
		w.out.message.SetExtract(w.extracted(&part{ctx: ctx, name: "extract", budget: w.budget}))
	}
	if cleaned != nil {
		if err := w.cleanDetails(ctx, cleanPart, cleaned, w.plan); err != nil {
			return err
		}
		cleaned.SetOmitted(cleanPart.omissions())
		w.out.message.SetClean(cleaned)
	}
	return nil
}

// find looks for the facts that Extract and the metadata of Clean need, together.
func (w *writer) find(ctx context.Context) error {
	features := w.plan.extract
	if w.plan.wantClean && w.plan.features.has(cleanMetadata) {
		features |= extract.MetadataFeature
	}
	if features == 0 {
		return nil
	}
	w.seen.Enter("extract")
	defer w.seen.Enter("write")
	var err error
	w.facts, err = extract.Run(ctx, w.d, extract.Options{
		Features:     features,
		PublishTime:  asTime(w.doc.GetPublishTime()),
		RetrieveTime: asTime(w.doc.GetRetrieveTime()),
		URL:          w.doc.GetUrl(),
		Language:     w.doc.GetLanguage(),
	})
	return err
}

func (w *writer) score(ctx context.Context) error {
	if w.plan.score == nil {
		return nil
	}
	w.seen.Enter("score")
	report, err := score.Run(ctx, w.d, w.plan.scoreOptions(w.doc))
	if err != nil {
		return err
	}
	w.seen.Enter("write")
	w.out.prints = report.Fingerprints
	w.out.message.SetScore(w.scored(&part{ctx: ctx, name: "score", budget: w.budget}, report))
	return nil
}

// patiently waits for a turn and returns the result for one item of many.
func (s *Service) patiently(ctx context.Context, sequence int32, doc *copydeskv1.Document, p *plan, stream bool) outcome {
	end, err := s.turn(ctx, p, doc, stream, true)
	if err != nil {
		return s.failure(ctx, sequence, doc, err)
	}
	defer end()
	return s.result(ctx, sequence, doc, p)
}

// result is work for one item of many, whose turn it is: it always answers, if need be by the item's own error, and takes
// no longer than MaxDocumentTime.
func (s *Service) result(ctx context.Context, sequence int32, doc *copydeskv1.Document, p *plan) (r outcome) {
	ctx, cancel := context.WithTimeout(ctx, s.o.MaxDocumentTime)
	defer cancel()
	defer func() {
		// A goroutine's panic would end the whole server: the interceptor guards its own goroutine only.
		if cause := recover(); cause != nil {
			s.logPanic(ctx, cause)
			r = outcome{message: copydeskv1.ProcessResult_builder{Id: doc.GetId(), Sequence: sequence, Error: internalStatus().Proto()}.Build()}
		}
	}()
	r, err := s.work(ctx, doc, p)
	if err != nil {
		return s.failure(ctx, sequence, doc, err)
	}
	r.message.SetSequence(sequence)
	return r
}

// failure is the outcome of a document that err is about.
func (s *Service) failure(ctx context.Context, sequence int32, doc *copydeskv1.Document, err error) outcome {
	return outcome{message: copydeskv1.ProcessResult_builder{
		Id: doc.GetId(), Sequence: sequence, Error: s.toStatus(ctx, err).Proto(),
	}.Build()}
}

// logPanic logs where a panic happened. The value of a runtime error is safe to log; any other could hold
// text of the document, so only its type is.
func (s *Service) logPanic(ctx context.Context, cause any) {
	what := fmt.Sprintf("%T", cause)
	if err, ok := cause.(interface {
		error
		RuntimeError()
	}); ok {
		what = err.Error()
	}
	s.o.Logger.LogAttrs(ctx, slog.LevelError, "panic",
		slog.String("cause", what), slog.String("stack", string(debug.Stack())))
}
