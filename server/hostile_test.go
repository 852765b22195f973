package main

import (
	"bytes"
	"context"
	"io"
	"math/rand/v2"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/net/http2"
	"golang.org/x/net/http2/hpack"
	"google.golang.org/grpc/codes"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
)

// wantCalm waits until the server holds nothing and works on nothing, and tests that it still answers and has found no defect.
func wantCalm(t *testing.T, r *running) {
	t.Helper()
	waitFor(t, "the server to be done", func() bool {
		m := r.metrics(t)
		return strings.Contains(m, "copydesk_memory_used_bytes 0\n") && strings.Contains(m, "copydesk_queue_documents 0\n") &&
			strings.Contains(m, "copydesk_workers_busy 0\n")
	})
	wantCode(t, "a call afterwards", clean(t, r.client(t, nil)), codes.OK)
	if _, found, ok := strings.Cut(r.log.String(), "level=ERROR"); ok {
		t.Errorf("the log has an error: %.500s", found)
	}
}

// TestRapidReset begins calls and resets each at once, as fast as the connection takes them.
func TestRapidReset(t *testing.T) {
	t.Parallel()
	r := startServer(t)
	conn := connect(t, r, "grpc")
	_, _ = io.WriteString(conn, http2.ClientPreface)
	framer := http2.NewFramer(conn, conn)
	_ = framer.WriteSettings()
	go func() { _, _ = io.Copy(io.Discard, conn) }()
	var block bytes.Buffer
	enc := hpack.NewEncoder(&block)
	for id := uint32(1); id < 20_000; id += 2 {
		block.Reset()
		for _, f := range [][2]string{
			{":method", "POST"}, {":scheme", "http"}, {":path", "/copydesk.v1.TextService/Clean"}, {":authority", "a"},
			{"content-type", "application/grpc"}, {"te", "trailers"},
		} {
			_ = enc.WriteField(hpack.HeaderField{Name: f[0], Value: f[1]})
		}
		if framer.WriteHeaders(http2.HeadersFrameParam{StreamID: id, BlockFragment: block.Bytes(), EndHeaders: true}) != nil ||
			framer.WriteRSTStream(id, http2.ErrCodeCancel) != nil {
			break // the server has closed the connection, which is an answer, too
		}
	}
	wantCalm(t, r)
}

// TestCancelStorm cancels calls and streams at any moment.
func TestCancelStorm(t *testing.T) {
	t.Parallel()
	r := startServer(t)
	c := r.client(t, nil)
	var all sync.WaitGroup
	for seed := range uint64(8) {
		all.Go(func() {
			random := rand.New(rand.NewPCG(seed, 1))
			for range 60 {
				ctx, cancel := context.WithTimeout(t.Context(), time.Duration(random.IntN(3000))*time.Microsecond)
				_, _ = c.Clean(ctx, copydeskv1.CleanRequest_builder{Document: copydeskv1.Document_builder{Text: new(longText[:20_000])}.Build()}.Build())
				if stream, err := c.ProcessStream(ctx); err == nil {
					_ = stream.Send(copydeskv1.ProcessStreamRequest_builder{Start: &copydeskv1.StreamStart{}}.Build())
					_ = stream.Send(chunk(1))
				}
				cancel()
			}
		})
	}
	all.Wait()
	wantCalm(t, r)
}

// TestTinyItems streams documents of a byte, as many in a chunk as there may be.
func TestTinyItems(t *testing.T) {
	t.Parallel()
	r := startServer(t)
	stream, err := r.client(t, nil).ProcessStream(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	const chunks, items = 10, 1000
	go func() {
		_ = stream.Send(copydeskv1.ProcessStreamRequest_builder{Start: copydeskv1.StreamStart_builder{
			Options: copydeskv1.ProcessOptions_builder{Clean: &copydeskv1.CleanOptions{}}.Build(),
		}.Build()}.Build())
		for c := range chunks {
			list := make([]*copydeskv1.StreamItem, items)
			for i := range list {
				list[i] = copydeskv1.StreamItem_builder{
					Sequence: int32(c*items + i + 1), Document: copydeskv1.Document_builder{Text: new("a")}.Build(),
				}.Build()
			}
			_ = stream.Send(copydeskv1.ProcessStreamRequest_builder{Chunk: copydeskv1.StreamChunk_builder{Items: list}.Build()}.Build())
		}
		_ = stream.CloseSend()
	}()
	n := 0
	for {
		m, err := stream.Recv()
		if err == io.EOF { //nolint:errorlint // gRPC returns it as it is
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		n += len(m.GetResults().GetResults())
	}
	if n != chunks*items {
		t.Errorf("%d results of %d", n, chunks*items)
	}
	wantCalm(t, r)
}

// TestOddCalls sends what no client of the contract does: each has the code that says what is wrong, and nothing of it in the log.
func TestOddCalls(t *testing.T) {
	t.Parallel()
	r := startServer(t)
	const marked = "SECRET-OF-THE-CALLER"
	long := strings.Repeat(marked, 50_000)
	document := func(d copydeskv1.Document_builder) error {
		if d.Text == nil {
			d.Text = new("Tea.")
		}
		_, err := r.client(t, nil).Clean(t.Context(), copydeskv1.CleanRequest_builder{Document: d.Build()}.Build())
		return err
	}
	wantCode(t, "an id of a megabyte", document(copydeskv1.Document_builder{Id: long}), codes.InvalidArgument)
	wantCode(t, "an address of a megabyte", document(copydeskv1.Document_builder{Url: "https://example.org/" + long}), codes.InvalidArgument)
	wantCode(t, "a language of a megabyte", document(copydeskv1.Document_builder{Language: long}), codes.InvalidArgument)
	for name, want := range map[string]string{"br": "12", "": "13", strings.Repeat("x", 1000): "12"} { // UNIMPLEMENTED; INTERNAL, as gRPC says
		if got := compressedCall(t, r, name, []byte(marked)); got != want {
			t.Errorf("compressed as %.10q: grpc-status %s, want %s", name, got, want)
		}
	}
	for _, encoding := range []string{"br", "deflate", marked} {
		code, _, body := r.post(t, "/v1/documents:clean", `{"document":{"text":"Tea."}}`, map[string]string{"Content-Encoding": encoding})
		if code != http.StatusUnsupportedMediaType && code != http.StatusBadRequest || strings.Contains(body, marked) {
			t.Errorf("content encoding %s: status %d: %.200s", encoding, code, body)
		}
	}
	for _, body := range []string{
		"{\"document\":{\"text\":\"\xff\xfe\"}}", "{\"document\":{\"id\":\"\xc3\",\"text\":\"a\"}}", "{\"document\":{\"text\":\"a\"},\"\xff\":1}",
		`{"document":{"text":"\ud800"}}`, "\xef\xbb\xbf\xff",
	} {
		if code, _, answer := r.post(t, "/v1/documents:clean", body, nil); code != http.StatusBadRequest || !strings.Contains(answer, "INVALID") {
			t.Errorf("%q: status %d: %.200s", body, code, answer)
		}
	}
	if strings.Contains(r.log.String(), marked) {
		t.Error("the log has what the caller sent")
	}
}
