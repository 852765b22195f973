package service

import (
	"log/slog"
	"strings"
	"testing"

	"google.golang.org/grpc/codes"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
	"github.com/copydesk/copydesk/internal/admission"
)

// TestPanicInOneItem holds that a defect that one document brings to light is that document's error, that
// its content is reported nowhere, and that the next document is worked on.
func TestPanicInOneItem(t *testing.T) {
	t.Parallel()
	var log strings.Builder
	control := admission.New(admission.Options{MemoryBytes: 64 << 20, Workers: 1})
	s := New(Options{Logger: slog.New(slog.NewTextHandler(&log, nil)), Admission: control})
	doc := copydeskv1.Document_builder{Id: "poison", Text: new("a secret")}.Build()
	r := s.result(t.Context(), 7, doc, nil).message // without a plan nothing can be done
	if r.GetId() != "poison" || r.GetSequence() != 7 || codes.Code(r.GetError().GetCode()) != codes.Internal {
		t.Fatalf("the result is %v", r)
	}
	if strings.Contains(r.String()+log.String(), "secret") || !strings.Contains(log.String(), "stack=") {
		t.Errorf("the caller gets %v, the log %s", r, log.String())
	}
	good, err := s.newPlan(copydeskv1.ProcessOptions_builder{Clean: new(copydeskv1.CleanOptions)}.Build())
	if err != nil {
		t.Fatal(err)
	}
	if after := s.patiently(t.Context(), 8, doc, good, true).message; after.HasError() || control.Stats().Working != 0 {
		t.Errorf("the next item: %v, %+v", after, control.Stats())
	}
}
