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
)

// work does what p asks for with one document. The parts of the result that were not asked for stay nil.
func (s *Service) work(ctx context.Context, doc *copydeskv1.Document, p *plan) (*copydeskv1.ProcessResult, error) {
	in, err := s.input(doc)
	if err != nil {
		return nil, within(err, "document.")
	}
	d, err := clean.Run(ctx, in, p.clean)
	if err != nil {
		return nil, within(err, "document.")
	}
	r := &copydeskv1.ProcessResult{Id: doc.GetId()}
	t := newTranslator(d, in.Form, p.unit)
	facts := extract.Options{
		Features:     p.extract,
		PublishTime:  asTime(doc.GetPublishTime()),
		RetrieveTime: asTime(doc.GetRetrieveTime()),
		URL:          doc.GetUrl(),
		Language:     doc.GetLanguage(),
	}
	if p.wantExtract {
		found, err := extract.Run(ctx, d, facts)
		if err != nil {
			return nil, err
		}
		r.Extract = t.extracted(found)
	}
	if p.wantClean {
		if r.Clean, err = t.cleaned(ctx, p.features); err != nil {
			return nil, err
		}
		if p.features.metadata {
			m := r.GetExtract().GetMetadata() // found once, if extract was asked for it too
			if m == nil {
				found, err := extract.ReadMetadata(ctx, d)
				if err != nil {
					return nil, err
				}
				m = t.metadata(found)
			}
			r.Clean.Metadata = m
		}
	}
	if p.score != nil {
		o := *p.score
		o.Language = doc.GetLanguage()
		report, err := score.Run(ctx, d, o)
		if err != nil {
			return nil, err
		}
		r.Score = t.scored(report, p.editedTexts)
	}
	return r, ctx.Err()
}

// result is work for one item of many: it always answers, if need be by the item's own error, and takes
// no longer than MaxDocumentTime.
func (s *Service) result(ctx context.Context, sequence int64, doc *copydeskv1.Document, p *plan) (r *copydeskv1.ProcessResult) {
	ctx, cancel := context.WithTimeout(ctx, s.o.MaxDocumentTime)
	defer cancel()
	defer func() {
		// A goroutine's panic would end the whole server: the interceptor guards its own goroutine only.
		if cause := recover(); cause != nil {
			s.logPanic(ctx, cause)
			r = &copydeskv1.ProcessResult{Id: doc.GetId(), Sequence: sequence, Error: internalStatus().Proto()}
		}
	}()
	r, err := s.work(ctx, doc, p)
	if err != nil {
		r = &copydeskv1.ProcessResult{Id: doc.GetId(), Error: s.toStatus(ctx, err, "").Proto()}
	}
	r.Sequence = sequence
	return r
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
