package e2e_test

import (
	"fmt"
	"strings"
	"testing"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/proto"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
	"github.com/copydesk/copydesk/internal/service"
)

// grpcDefault is the largest message that gRPC clients take unless they are configured.
const grpcDefault = 4 << 20

func manyDocuments(n, size int) []*copydeskv1.Document {
	docs := make([]*copydeskv1.Document, n)
	for i := range docs {
		text := fmt.Sprintf("On day %d the harbour of Saltmarsh was quiet, and nobody saw the boat leave. ", i+1)
		docs[i] = textDocument(fmt.Sprint("doc-", i+1), strings.Repeat(text, size/len(text)+1)[:size])
	}
	return docs
}

// TestProcessManySmall sends 300 documents of 220 bytes with all defaults: a client that is not configured can take the answer.
func TestProcessManySmall(t *testing.T) {
	t.Parallel()
	resp, err := start(t, service.Options{}).Process(t.Context(),
		copydeskv1.ProcessRequest_builder{Documents: manyDocuments(300, 220)}.Build(), grpc.MaxCallRecvMsgSize(grpcDefault))
	if err != nil {
		t.Fatal(err)
	}
	if resp.GetSummary().GetSucceeded() != 300 {
		t.Errorf("summary is %v", resp.GetSummary())
	}
	t.Logf("%d bytes", proto.Size(resp))
}

// TestProcessFull sends more than fits into the answer: the first documents are answered, the others refused, the same ones
// with one worker and with eight, and the answer is within the limit.
func TestProcessFull(t *testing.T) {
	t.Parallel()
	var first *copydeskv1.ProcessResponse
	for _, workers := range []int{1, 8} {
		h := start(t, service.Options{Workers: workers})
		resp, err := h.Process(t.Context(), copydeskv1.ProcessRequest_builder{
			Documents: manyDocuments(100, 3000), MaxResponseBytes: 200_000,
			Options: copydeskv1.ProcessOptions_builder{Clean: everyCleanFeature()}.Build(),
		}.Build())
		if err != nil {
			t.Fatal(err)
		}
		if n := proto.Size(resp); n > 200_000 {
			t.Errorf("%d bytes", n)
		}
		refused := 0
		for i, r := range resp.GetResults() {
			if r.GetId() != fmt.Sprint("doc-", i+1) || int(r.GetSequence()) != i+1 {
				t.Fatalf("result %d is of %s", i, r.GetId())
			}
			if r.HasError() {
				refused++
				wantFault(t, status.FromProto(r.GetError()).Err(), codes.ResourceExhausted, "RESPONSE_FULL")
			} else if refused > 0 {
				t.Errorf("%d is answered after one that was refused", i)
			}
		}
		if refused < 10 || refused > 90 || int(resp.GetSummary().GetFailed()) != refused {
			t.Errorf("%d refused; %v", refused, resp.GetSummary())
		}
		if first == nil {
			first = resp
		} else if !proto.Equal(first, resp) {
			t.Error("eight workers give another answer than one")
		}
	}
}

// TestMessageLimits states limits that cannot be kept.
func TestMessageLimits(t *testing.T) {
	t.Parallel()
	h := start(t, service.Options{MaxResponseBytes: 1 << 20})
	docs := manyDocuments(1000, 10)
	process := func(limit int32) error {
		_, err := h.Process(t.Context(), copydeskv1.ProcessRequest_builder{Documents: docs, MaxResponseBytes: limit}.Build())
		return err
	}
	for limit, reason := range map[int32]string{1: "FIELD_INVALID", -1: "FIELD_INVALID", 65536: "RESPONSE_TOO_LARGE", 1<<20 + 1: "RESPONSE_LIMIT_TOO_LARGE"} {
		if got := wantFault(t, process(limit), codes.InvalidArgument, reason); got["field"] != "max_response_bytes" {
			t.Errorf("%d: metadata is %v", limit, got)
		}
	}
	_, err := h.Clean(t.Context(), copydeskv1.CleanRequest_builder{Document: docs[0], MaxResponseBytes: 2 << 20}.Build())
	if got := wantFault(t, err, codes.InvalidArgument, "RESPONSE_LIMIT_TOO_LARGE"); got["field"] != "max_response_bytes" {
		t.Errorf("metadata is %v", got)
	}
	_, err = h.Clean(t.Context(), copydeskv1.CleanRequest_builder{Document: docs[0], MaxResponseBytes: 100}.Build())
	wantFault(t, err, codes.InvalidArgument, "FIELD_INVALID")
	long := textDocument("", strings.Repeat("The boat left the quay at dawn, and nobody saw it. ", 2000))
	_, err = h.Clean(t.Context(), copydeskv1.CleanRequest_builder{Document: long, MaxResponseBytes: 50_000}.Build())
	wantFault(t, err, codes.InvalidArgument, "RESPONSE_TOO_LARGE")
}

// TestStreamMessages receives the answers of a stream with a client that is not configured, large documents among them: a text
// that cannot fit into a message is answered by its own error and does not end the stream.
func TestStreamMessages(t *testing.T) {
	t.Parallel()
	h := start(t, service.Options{})
	stream, err := h.ProcessStream(t.Context(), grpc.MaxCallRecvMsgSize(grpcDefault))
	if err != nil {
		t.Fatal(err)
	}
	send(t, stream, copydeskv1.ProcessStreamRequest_builder{Start: copydeskv1.StreamStart_builder{
		Options: copydeskv1.ProcessOptions_builder{Clean: everyCleanFeature()}.Build(),
	}.Build()}.Build())
	sizes := []int{100, grpcDefault + 1, 100, 200_000, 100}
	paragraph := strings.Repeat("The boat left the quay at dawn, and nobody on it saw the other one come in. ", 50)
	for i, size := range sizes {
		var s strings.Builder
		for day := 1; s.Len() < size; day++ {
			fmt.Fprintf(&s, "Day %d. %s\n\n", day, paragraph)
		}
		send(t, stream, chunkOf(copydeskv1.StreamItem_builder{Sequence: int32(i + 1), Document: textDocument("", s.String())}.Build()))
	}
	if err := stream.CloseSend(); err != nil {
		t.Fatal(err)
	}
	results, _, sum := receiveAll(t, stream)
	for i, r := range results {
		if (sizes[i] > grpcDefault) != r.HasError() {
			t.Errorf("document of %d bytes: %v", sizes[i], r.GetError())
		}
		if r.HasError() {
			wantFault(t, status.FromProto(r.GetError()).Err(), codes.InvalidArgument, "RESPONSE_TOO_LARGE")
		}
	}
	if sum.GetFailed() != 1 || len(sum.GetErrors()) != 1 || sum.GetErrors()[0].GetReason() != "RESPONSE_TOO_LARGE" {
		t.Errorf("summary is %v", sum)
	}
}

// TestSummary counts what became of a batch.
func TestSummary(t *testing.T) {
	t.Parallel()
	resp, err := start(t, service.Options{}).Process(t.Context(), copydeskv1.ProcessRequest_builder{
		Documents: []*copydeskv1.Document{
			textDocument("a", dirty), textDocument("b", dirty+" again"), {},
			copydeskv1.Document_builder{Html: new(page)}.Build(),
		},
		Options: copydeskv1.ProcessOptions_builder{
			Clean: &copydeskv1.CleanOptions{}, Score: copydeskv1.ScoreOptions_builder{Profiles: []string{"datatrove-gopher-quality"}}.Build(),
		}.Build(),
	}.Build())
	if err != nil {
		t.Fatal(err)
	}
	sum := resp.GetSummary()
	if sum.GetReceived() != 4 || sum.GetFailed() != 1 || sum.GetErrors()[0].GetReason() != "CONTENT_MISSING" || sum.GetErrors()[0].GetCount() != 1 {
		t.Errorf("errors are %v", sum)
	}
	if len(sum.GetPages()) != 1 || sum.GetPages()[0].GetKind() != copydeskv1.PageKind_PAGE_KIND_ARTICLE {
		t.Errorf("pages are %v", sum.GetPages())
	}
	p := sum.GetProfiles()
	if len(p) != 1 || p[0].GetKept()+p[0].GetRejected()+p[0].GetNotApplicable() != 3 || !p[0].HasKept() {
		t.Errorf("profiles are %v", p)
	}
	failures := int32(0)
	for _, r := range resp.GetResults() {
		for _, f := range r.GetScore().GetProfiles() {
			failures += int32(len(f.GetFailures()))
		}
	}
	for _, f := range p[0].GetFailures() {
		failures -= f.GetCount()
	}
	if failures != 0 {
		t.Errorf("failing rules do not add up: %v", p[0].GetFailures())
	}
	mojibake := int32(0)
	for _, r := range sum.GetRules() {
		if r.GetRule() == "repair.mojibake" {
			mojibake = r.GetCount()
		}
	}
	if mojibake != 2 {
		t.Errorf("rules are %v", sum.GetRules())
	}
}

// TestCleaningNone takes text as it is, by the request or by the document.
func TestCleaningNone(t *testing.T) {
	t.Parallel()
	h := start(t, testOptions())
	none := copydeskv1.Cleaning_builder{Mode: copydeskv1.CleaningMode_CLEANING_MODE_NONE}.Build()
	already := textDocument("", dirty)
	already.SetAlreadyClean(true)
	for _, req := range []copydeskv1.CleanRequest_builder{
		{Document: textDocument("", dirty), Cleaning: none}, {Document: already},
	} {
		resp, err := h.Clean(t.Context(), req.Build())
		if err != nil {
			t.Fatal(err)
		}
		if resp.GetClean().GetText() != dirty || len(resp.GetClean().GetRules()) > 0 {
			t.Errorf("text is %q", resp.GetClean().GetText())
		}
	}
	page := copydeskv1.Document_builder{Html: new("<p>a")}.Build()
	_, err := h.Clean(t.Context(), copydeskv1.CleanRequest_builder{Document: page, Cleaning: none}.Build())
	if got := wantFault(t, err, codes.InvalidArgument, "ALREADY_CLEAN_NOT_TEXT"); got["field"] != "document.html" {
		t.Errorf("metadata is %v", got)
	}
}

// TestReasonsOfDrops holds that a dropped line says what was recognised, how sure the rule is and from where on it acts.
func TestReasonsOfDrops(t *testing.T) {
	t.Parallel()
	resp, err := start(t, testOptions()).Clean(t.Context(), copydeskv1.CleanRequest_builder{
		Document: textDocument("", dirty), Options: everyCleanFeature(),
	}.Build())
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, s := range resp.GetClean().GetSegments() {
		if s.GetRule() == "lines.copyright" {
			seen++
			if s.GetPhrase() == "" || s.GetConfidence() < s.GetThreshold() || s.GetThreshold() <= 0 {
				t.Errorf("segment is %v", s)
			}
		}
	}
	if seen == 0 {
		t.Errorf("segments are %v", resp.GetClean().GetSegments())
	}
	for _, c := range resp.GetClean().GetRules() {
		if c.GetRule() == "lines.copyright" && c.GetDroppedBytes() < 50 {
			t.Errorf("rule is %v", c)
		}
	}
}
