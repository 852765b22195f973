package e2e_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/types/known/timestamppb"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
	"github.com/copydesk/copydesk/internal/service"
)

func testOptions() service.Options {
	return service.Options{MaxDocumentBytes: 8 << 20, MaxBatchDocuments: 3}
}

func TestBadDocumentsAreNamed(t *testing.T) {
	t.Parallel()
	tooLarge := textDocument("", strings.Repeat("a", 8<<20+1))
	late := textDocument("", "text")
	late.SetPublishTime(&timestamppb.Timestamp{Seconds: 1 << 60})
	cleanPage := copydeskv1.Document_builder{AlreadyClean: true, Html: new("<p>x")}.Build()
	long := textDocument(strings.Repeat("i", 1025), "text")
	tests := []struct {
		name     string
		document *copydeskv1.Document
		reason   string
		metadata map[string]string
	}{
		{"no content", new(copydeskv1.Document), "CONTENT_MISSING", map[string]string{"field": "document.content"}},
		{"too large", tooLarge, "DOCUMENT_TOO_LARGE",
			map[string]string{"field": "document.text", "limit": "8388608", "value": "8388609"}},
		{"media type", rawDocument("", "application/pdf", []byte("x")), "MEDIA_TYPE_UNSUPPORTED",
			map[string]string{
				"field": "document.media_type", "value": "application/pdf",
				"limit": "text/html, application/xhtml+xml, text/plain",
			}},
		{"time", late, "TIME_INVALID", map[string]string{"field": "document.publish_time"}},
		{"already clean page", cleanPage, "ALREADY_CLEAN_NOT_TEXT", map[string]string{"field": "document.already_clean"}},
		{"long id", long, "FIELD_INVALID", map[string]string{"field": "document.id", "limit": "1024", "value": "1025"}},
		{"no document", nil, "FIELD_INVALID", map[string]string{"field": "document", "limit": ""}},
	}
	h := start(t, testOptions())
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := h.Clean(t.Context(), copydeskv1.CleanRequest_builder{Document: tt.document}.Build())
			got := wantFault(t, err, codes.InvalidArgument, tt.reason)
			if tt.metadata["limit"] == "" {
				delete(tt.metadata, "limit")
				delete(got, "limit")
			}
			if diff := cmp.Diff(tt.metadata, got); diff != "" {
				t.Errorf("metadata (-want +got):\n%s", diff)
			}
		})
	}
}

func TestBadOptionsAreNamed(t *testing.T) {
	t.Parallel()
	h := start(t, testOptions())
	doc := textDocument("", "text")
	_, err := h.Score(t.Context(), copydeskv1.ScoreRequest_builder{
		Document: doc, Options: copydeskv1.ScoreOptions_builder{Profiles: []string{"no-such-profile"}}.Build(),
	}.Build())
	got := wantFault(t, err, codes.InvalidArgument, "PROFILE_UNKNOWN")
	if got["field"] != "options.profiles[0]" {
		t.Errorf("field is %q", got["field"])
	}
	_, err = h.Clean(t.Context(), copydeskv1.CleanRequest_builder{
		Document: doc, Cleaning: copydeskv1.Cleaning_builder{DisableRules: []string{"no.such.rule"}}.Build(),
	}.Build())
	got = wantFault(t, err, codes.InvalidArgument, "RULE_UNKNOWN")
	if diff := cmp.Diff(map[string]string{"field": "cleaning.disable_rules[0]", "value": "no.such.rule"}, got); diff != "" {
		t.Errorf("metadata (-want +got):\n%s", diff)
	}
	_, err = h.Clean(t.Context(), copydeskv1.CleanRequest_builder{Document: doc, EncodingType: 99}.Build())
	wantFault(t, err, codes.InvalidArgument, "FIELD_INVALID")
}

func TestBadBatches(t *testing.T) {
	t.Parallel()
	h := start(t, testOptions())
	a, b := textDocument("a", "one"), textDocument("b", "two")
	tests := []struct {
		name      string
		documents []*copydeskv1.Document
		reason    string
		metadata  map[string]string
	}{
		{"empty", nil, "BATCH_EMPTY", map[string]string{"field": "documents"}},
		{"duplicate", []*copydeskv1.Document{a, b, a}, "ID_DUPLICATE",
			map[string]string{"field": "documents[2].id", "value": "documents[0]"}},
		{"over the limit", []*copydeskv1.Document{a, b, {}, {}}, "BATCH_TOO_LARGE",
			map[string]string{"field": "documents", "limit": "3", "value": "4"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := h.Process(t.Context(), copydeskv1.ProcessRequest_builder{Documents: tt.documents}.Build())
			if diff := cmp.Diff(tt.metadata, wantFault(t, err, codes.InvalidArgument, tt.reason)); diff != "" {
				t.Errorf("metadata (-want +got):\n%s", diff)
			}
		})
	}
}

func TestBadDocumentFailsAlone(t *testing.T) {
	t.Parallel()
	resp, err := start(t, testOptions()).Process(t.Context(), copydeskv1.ProcessRequest_builder{
		Documents: []*copydeskv1.Document{textDocument("good", "Some text."), copydeskv1.Document_builder{Id: "bad"}.Build(), textDocument("empty", "")},
	}.Build())
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []struct {
		id     string
		failed bool
	}{{"good", false}, {"bad", true}, {"empty", false}} {
		r := resp.GetResults()[i]
		if r.GetId() != want.id || int(r.GetSequence()) != i+1 || (r.GetError() != nil) != want.failed {
			t.Errorf("result %d is %v", i, r)
		}
		if !want.failed && (r.GetClean() == nil || r.GetExtract() == nil || r.GetScore() == nil) {
			t.Errorf("result %d lacks a part", i)
		}
	}
	wantFault(t, status.FromProto(resp.GetResults()[1].GetError()).Err(), codes.InvalidArgument, "CONTENT_MISSING")
	sum := resp.GetSummary()
	if sum.GetReceived() != 3 || sum.GetSucceeded() != 2 || sum.GetFailed() != 1 || sum.GetSourceBytes() != 10 {
		t.Errorf("summary is %v", sum)
	}
}

func TestInvalidBytesAreMended(t *testing.T) {
	t.Parallel()
	source := "one \xff two \xc3"
	resp, err := start(t, testOptions()).Clean(t.Context(), copydeskv1.CleanRequest_builder{
		Document: rawDocument("", "text/plain; charset=utf-8", []byte(source)), Options: everyCleanFeature(),
	}.Build())
	if err != nil {
		t.Fatal(err)
	}
	if got := resp.GetClean().GetText(); !utf8.ValidString(got) || !strings.Contains(got, "two") {
		t.Errorf("text is %q", got)
	}
	checkReplay(t, source, resp.GetClean())
}

func TestLargeDocument(t *testing.T) {
	t.Parallel()
	source := strings.Repeat("The harbour was quiet that evening, and nobody saw the boat leave.\n\n", 5<<20/70)
	resp, err := start(t, testOptions()).Clean(t.Context(), copydeskv1.CleanRequest_builder{
		Document: textDocument("", source), Options: everyCleanFeature(),
	}.Build())
	if err != nil {
		t.Fatal(err)
	}
	checkReplay(t, source, resp.GetClean())
}
