package e2e_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"strings"
	"sync"
	"testing"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
)

type processStream = grpc.BidiStreamingClient[copydeskv1.ProcessStreamRequest, copydeskv1.ProcessStreamResponse]

// openStream sends the first message.
func openStream(ctx context.Context, t *testing.T, h *harness, start *copydeskv1.StreamStart) processStream {
	t.Helper()
	stream, err := h.ProcessStream(ctx)
	if err != nil {
		t.Fatal(err)
	}
	send(t, stream, copydeskv1.ProcessStreamRequest_builder{Start: start}.Build())
	return stream
}

func send(t *testing.T, stream processStream, req *copydeskv1.ProcessStreamRequest) {
	t.Helper()
	if err := stream.Send(req); err != nil {
		t.Errorf("Send: %v", err)
	}
}

func chunkOf(items ...*copydeskv1.StreamItem) *copydeskv1.ProcessStreamRequest {
	return copydeskv1.ProcessStreamRequest_builder{Chunk: copydeskv1.StreamChunk_builder{Items: items}.Build()}.Build()
}

func itemOf(sequence int32) *copydeskv1.StreamItem {
	size := 1 + int(sequence*7919%50) // of changing size, so that later items overtake earlier ones
	return copydeskv1.StreamItem_builder{
		Sequence: sequence,
		Document: textDocument(fmt.Sprint("doc-", sequence), strings.Repeat("A sentence stands here. ", size)),
	}.Build()
}

// receiveAll reads to the end and returns results, acknowledgements and summary.
func receiveAll(t *testing.T, stream processStream) (rs []*copydeskv1.ProcessResult, acks []int32, sum *copydeskv1.ProcessSummary) {
	t.Helper()
	for {
		resp, err := stream.Recv()
		if errors.Is(err, io.EOF) {
			return rs, acks, sum
		}
		if err != nil {
			t.Fatal(err)
		}
		if sum != nil {
			t.Error("a message follows the summary")
		}
		if r := resp.GetResults(); r != nil {
			rs = append(rs, r.GetResults()...)
			acks = append(acks, r.GetAcknowledgedSequence())
		}
		sum = resp.GetSummary()
	}
}

func TestStreamAnswersEveryItemOnce(t *testing.T) {
	t.Parallel()
	const n = 2000
	for _, unordered := range []bool{false, true} {
		t.Run(fmt.Sprint("unordered=", unordered), func(t *testing.T) {
			t.Parallel()
			stream := openStream(t.Context(), t, start(t, testOptions()), copydeskv1.StreamStart_builder{
				Unordered: unordered, Options: copydeskv1.ProcessOptions_builder{Score: new(copydeskv1.ScoreOptions)}.Build(),
			}.Build())
			go func() {
				for s := int32(1); s <= n; s += 4 {
					send(t, stream, chunkOf(itemOf(s), itemOf(s+1), itemOf(s+2), itemOf(s+3)))
				}
				_ = stream.CloseSend()
			}()
			results, acks, sum := receiveAll(t, stream)
			seen := map[int32]bool{}
			last := int32(0)
			for _, r := range results {
				if seen[r.GetSequence()] || r.GetId() != fmt.Sprint("doc-", r.GetSequence()) || r.GetScore() == nil {
					t.Fatalf("bad result %v", r)
				}
				if !unordered && r.GetSequence() != last+1 {
					t.Fatalf("result %d follows %d", r.GetSequence(), last)
				}
				seen[r.GetSequence()], last = true, r.GetSequence()
			}
			if len(seen) != n || sum.GetReceived() != n || sum.GetSucceeded() != n {
				t.Errorf("%d results, summary %v", len(seen), sum)
			}
			if acks[len(acks)-1] != n {
				t.Errorf("the last acknowledgement is %d", acks[len(acks)-1])
			}
		})
	}
}

func TestStreamSurvivesBadItems(t *testing.T) {
	t.Parallel()
	stream := openStream(t.Context(), t, start(t, testOptions()), new(copydeskv1.StreamStart))
	send(t, stream, chunkOf(
		itemOf(5),
		copydeskv1.StreamItem_builder{Sequence: 6, Document: copydeskv1.Document_builder{Id: "empty"}.Build()}.Build(),
		copydeskv1.StreamItem_builder{Sequence: 6, Document: textDocument("again", "x")}.Build(),
		copydeskv1.StreamItem_builder{Sequence: 7}.Build(),
		itemOf(9),
	))
	if err := stream.CloseSend(); err != nil {
		t.Fatal(err)
	}
	results, acks, sum := receiveAll(t, stream)
	reasons := []string{"", "CONTENT_MISSING", "SEQUENCE_NOT_INCREASING", "CONTENT_MISSING", ""}
	if len(results) != len(reasons) {
		t.Fatalf("%d results", len(results))
	}
	for i, reason := range reasons {
		if reason == "" {
			if results[i].GetError() != nil {
				t.Errorf("item %d: %v", i, results[i].GetError())
			}
			continue
		}
		wantFault(t, status.FromProto(results[i].GetError()).Err(), codes.InvalidArgument, reason)
	}
	if acks[len(acks)-1] != 9 || sum.GetFailed() != 3 || sum.GetSucceeded() != 2 {
		t.Errorf("acknowledged %v, summary %v", acks, sum)
	}
}

func TestStreamFraming(t *testing.T) {
	t.Parallel()
	h := start(t, testOptions())
	startFrame := copydeskv1.ProcessStreamRequest_builder{Start: new(copydeskv1.StreamStart)}.Build()
	unknown := copydeskv1.ProcessStreamRequest_builder{Start: copydeskv1.StreamStart_builder{
		Options: copydeskv1.ProcessOptions_builder{Score: copydeskv1.ScoreOptions_builder{Profiles: []string{"nope"}}.Build()}.Build()}.Build()}.Build()
	sites := copydeskv1.ProcessStreamRequest_builder{Start: copydeskv1.StreamStart_builder{
		Options: copydeskv1.ProcessOptions_builder{SiteBoilerplate: true}.Build()}.Build()}.Build()
	tests := []struct {
		name   string
		frames []*copydeskv1.ProcessStreamRequest
		reason string
	}{
		{"no start", []*copydeskv1.ProcessStreamRequest{chunkOf(itemOf(1))}, "STREAM_START_MISSING"},
		{"nothing", nil, "STREAM_START_MISSING"},
		{"two starts", []*copydeskv1.ProcessStreamRequest{startFrame, startFrame}, "STREAM_CHUNK_MISSING"},
		{"huge chunk", []*copydeskv1.ProcessStreamRequest{startFrame, chunkOf(make([]*copydeskv1.StreamItem, 1001)...)}, "CHUNK_TOO_LARGE"},
		{"sites of a stream", []*copydeskv1.ProcessStreamRequest{sites}, "SITE_BOILERPLATE_STREAM"},
		{"bad options", []*copydeskv1.ProcessStreamRequest{unknown}, "PROFILE_UNKNOWN"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			stream, err := h.ProcessStream(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range tt.frames {
				_ = stream.Send(f) // the server may have answered already
			}
			_ = stream.CloseSend()
			_, err = stream.Recv()
			wantFault(t, err, codes.InvalidArgument, tt.reason)
		})
	}
}

// TestStreamClientGone kills the client in the middle; TestMain fails if a goroutine is left.
func TestStreamClientGone(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	stream := openStream(ctx, t, start(t, testOptions()), new(copydeskv1.StreamStart))
	for s := int32(1); s <= 50; s++ {
		send(t, stream, chunkOf(itemOf(s)))
	}
	if _, err := stream.Recv(); err != nil {
		t.Fatal(err)
	}
	cancel()
	for {
		if _, err := stream.Recv(); err != nil {
			if status.Code(err) != codes.Canceled {
				t.Errorf("the stream ended with %v", err)
			}
			return
		}
	}
}

func TestStreamDrains(t *testing.T) {
	t.Parallel()
	h := start(t, testOptions())
	stream := openStream(t.Context(), t, h, new(copydeskv1.StreamStart))
	send(t, stream, chunkOf(itemOf(1), itemOf(2)))
	answered := 0
	for answered < 2 {
		resp, err := stream.Recv()
		if err != nil {
			t.Fatal(err)
		}
		answered += len(resp.GetResults().GetResults())
	}
	h.service.Drain()
	_, err := stream.Recv()
	if got := wantFault(t, err, codes.Unavailable, "DRAINING"); got["last_sequence"] != "2" {
		t.Errorf("last sequence is %q", got["last_sequence"])
	}
}

// TestCancelledIsNotInternal cancels streams in the middle of their work: none is logged as a defect.
func TestCancelledIsNotInternal(t *testing.T) {
	t.Parallel()
	var log lockedBuffer
	o := testOptions()
	o.Logger = slog.New(slog.NewTextHandler(&log, nil))
	h := start(t, o)
	var clients sync.WaitGroup
	for i := range 60 {
		clients.Go(func() {
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			stream, err := h.ProcessStream(ctx)
			if err != nil {
				t.Error(err)
				return
			}
			_ = stream.Send(copydeskv1.ProcessStreamRequest_builder{Start: &copydeskv1.StreamStart{}}.Build())
			for s := int32(1); s <= int32(i%7); s++ {
				_ = stream.Send(chunkOf(itemOf(s)))
			}
			if i%3 == 0 && i%7 > 0 {
				_, _ = stream.Recv()
			}
		})
	}
	clients.Wait()
	h.server.GracefulStop()
	if s := log.String(); strings.Contains(s, "internal") || strings.Contains(s, "Internal") || strings.Count(s, "grpc.code=Canceled") == 0 {
		t.Errorf("the log is %s", s)
	}
}
