package e2e_test

import (
	"bytes"
	"context"
	"log/slog"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
	"github.com/copydesk/copydesk/internal/admission"
	"github.com/copydesk/copydesk/internal/service"
)

// startSmall serves with a budget of 32 MiB.
func startSmall(t *testing.T, dial ...grpc.DialOption) (*harness, *admission.Controller) {
	t.Helper()
	c := admission.New(admission.Options{MemoryBytes: 32 << 20, Workers: 2})
	return start(t, service.Options{Logger: slog.New(slog.DiscardHandler), Admission: c}, dial...), c
}

// TestStalledReaders holds that streams whose results nobody reads take little, and leave room for calls and other streams. How
// the documents are cleaned makes no difference to that, so they are taken as they are, which is soonest done; and gRPC's client
// keeps its windows small, which are soonest full.
func TestStalledReaders(t *testing.T) {
	t.Parallel()
	h, control := startSmall(t, grpc.WithStaticStreamWindowSize(64<<10), grpc.WithStaticConnWindowSize(4<<20))
	ctx, cancel := context.WithCancel(t.Context())
	large := strings.Repeat("The boat left the quay at dawn, and nobody saw it.\n\n", 400)
	const streams = 10
	var stalled sync.WaitGroup
	for range streams {
		stalled.Go(func() {
			rpc, err := h.ProcessStream(ctx)
			if err != nil {
				return
			}
			_ = rpc.Send(copydeskv1.ProcessStreamRequest_builder{Start: copydeskv1.StreamStart_builder{
				Options: copydeskv1.ProcessOptions_builder{
					Cleaning: copydeskv1.Cleaning_builder{Mode: copydeskv1.CleaningMode_CLEANING_MODE_NONE}.Build(),
					Clean:    new(copydeskv1.CleanOptions),
				}.Build()}.Build()}.Build())
			for s := int32(1); rpc.Send(chunkOf(copydeskv1.StreamItem_builder{Sequence: s, Document: textDocument("", large)}.Build())) == nil; s++ {
				continue
			}
		})
	}
	// Until all wait, nothing is worked on and nothing has moved for a while.
	const still = 5
	for start, last, looks := time.Now(), int64(-1), 0; looks < still; time.Sleep(10 * time.Millisecond) {
		s := control.Stats()
		if looks++; s.MemoryWaiting != streams || s.Working+s.Queued > 0 || s.MemoryUsed != last {
			looks = 0
		}
		if last = s.MemoryUsed; time.Since(start) > time.Minute {
			t.Fatalf("the streams are not held back: %+v", s)
		}
	}
	if s := control.Stats(); s.MemoryUsed > s.MemoryTotal {
		t.Errorf("%+v", s)
	}
	for range 20 {
		if _, err := h.Clean(t.Context(), copydeskv1.CleanRequest_builder{Document: textDocument("", "One.")}.Build()); err != nil {
			t.Errorf("a call beside stalled streams: %v", err)
		}
	}
	rpc := openStream(t.Context(), t, h, new(copydeskv1.StreamStart))
	send(t, rpc, chunkOf(itemOf(1), itemOf(2)))
	_ = rpc.CloseSend()
	if rs, _, _ := receiveAll(t, rpc); len(rs) != 2 {
		t.Errorf("%d results of a stream beside stalled ones", len(rs))
	}
	cancel()
	stalled.Wait()
	for start := time.Now(); control.Stats().MemoryUsed != 0; time.Sleep(10 * time.Millisecond) {
		if time.Since(start) > 10*time.Second {
			t.Fatalf("%+v is left", control.Stats())
		}
	}
}

// TestTooLargeForMemory sends what the memory is not enough for: it is refused with a reason and a time, as a call, an item of
// a stream and a document of a batch.
func TestTooLargeForMemory(t *testing.T) {
	t.Parallel()
	h, _ := startSmall(t)
	huge := textDocument("a", strings.Repeat("The boat left the quay at dawn. ", 1<<20/8))
	_, err := h.Score(t.Context(), copydeskv1.ScoreRequest_builder{Document: huge}.Build())
	wantRefusal(t, err, "MEMORY_TOO_SMALL")
	rpc := openStream(t.Context(), t, h, new(copydeskv1.StreamStart))
	send(t, rpc, chunkOf(copydeskv1.StreamItem_builder{Sequence: 1, Document: huge}.Build(), itemOf(2)))
	_ = rpc.CloseSend()
	rs, _, _ := receiveAll(t, rpc)
	wantRefusal(t, status.FromProto(rs[0].GetError()).Err(), "MEMORY_TOO_SMALL")
	if rs[1].HasError() {
		t.Errorf("the item after it: %v", rs[1].GetError())
	}
	resp, err := h.Process(t.Context(), copydeskv1.ProcessRequest_builder{Documents: []*copydeskv1.Document{textDocument("b", "One."), huge}}.Build())
	if err != nil {
		t.Fatal(err)
	}
	wantRefusal(t, status.FromProto(resp.GetResults()[1].GetError()).Err(), "MEMORY_TOO_SMALL")
}

// TestGatewayMemory sends a body that there is no memory for: it is refused before it is read.
func TestGatewayMemory(t *testing.T) {
	t.Parallel()
	h, control := startSmall(t)
	url := gateway(t, h) + "/v1/documents:clean"
	held, err := control.Hold(admission.WithPrincipal(t.Context(), "another"), control.Stats().MemoryTotal-100_000)
	if err != nil {
		t.Fatal(err)
	}
	body := `{"document":{"text":"` + strings.Repeat("a ", 50_000) + `"}}`
	code, answer := post(t, url, body)
	if code != http.StatusTooManyRequests || !bytes.Contains(answer, []byte("MEMORY_FULL")) || !bytes.Contains(answer, []byte("RetryInfo")) {
		t.Errorf("status %d: %s", code, answer)
	}
	held.Release()
	if code, answer := post(t, url, body); code != http.StatusOK {
		t.Errorf("afterwards: status %d: %.300s", code, answer)
	}
}

func wantRefusal(t *testing.T, err error, reason string) {
	t.Helper()
	wantFault(t, err, codes.ResourceExhausted, reason)
	for _, d := range status.Convert(err).Details() {
		if r, ok := d.(*errdetails.RetryInfo); ok && r.GetRetryDelay().AsDuration() > 0 {
			return
		}
	}
	t.Errorf("%v does not say when to try again", err)
}
