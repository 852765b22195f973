package service

import (
	"context"
	"errors"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
	"github.com/copydesk/copydesk/internal/fault"
	"github.com/copydesk/copydesk/internal/sight"
	"github.com/copydesk/copydesk/internal/text"
)

// errPanic stands for a result that never came.
var errPanic = errors.New("panic")

// outcomeOf is what a document is counted under: "ok" or the reason of the error, of which there is a fixed number.
func outcomeOf(err error) string {
	f, isFault := errors.AsType[*fault.Error](err)
	switch {
	case err == nil:
		return "ok"
	case errors.Is(err, context.DeadlineExceeded):
		return "DEADLINE_EXCEEDED"
	case errors.Is(err, context.Canceled):
		return "CANCELLED"
	case isFault && f.Kind != fault.Internal:
		return f.Reason
	default:
		return "INTERNAL"
	}
}

// noteCleaning notes the kind of a page and which rules acted.
func noteCleaning(seen *sight.Document, d *text.Document, rules []*copydeskv1.RuleCount) {
	if d.Page.Kind != text.PageUnknown {
		seen.Page(copydeskv1.PageKind(d.Page.Kind).String())
	}
	for _, c := range rules {
		seen.Rule(c.GetRule(), int(c.GetCount()), int(c.GetDroppedBytes()))
	}
}
