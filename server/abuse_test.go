package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/binary"
	"errors"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/klauspost/compress/zstd"
	"golang.org/x/net/http2"
	"golang.org/x/net/http2/hpack"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/reflection/grpc_reflection_v1"
	"google.golang.org/grpc/status"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
)

// TestGreedy sends as much as it can as one caller: it is refused with the time to wait, on both ports; another caller is not.
func TestGreedy(t *testing.T) {
	t.Parallel()
	file := tempFile(t, "tokens", tokenLine("greedy", "g", "requests=2")+tokenLine("modest", "m", "requests=2")+tokenLine("items", "i", "items=2")+tokenLine("bytes", "b", "bytes=100"))
	r := startServer(t, "--token-file", file)
	greedy, modest := r.client(t, nil, withToken("g")), r.client(t, nil, withToken("m"))
	refused := 0
	for range 40 {
		if err := clean(t, greedy); err != nil {
			refused++
			if reasonOf(err) != "ResourceExhausted QUOTA_EXCEEDED" || retryOf(err) <= 0 || retryOf(err) > time.Second {
				t.Fatalf("%v, retry in %s", err, retryOf(err))
			}
		}
	}
	if refused < 20 || refused > 32 {
		t.Errorf("%d of 40 refused, want about 30", refused)
	}
	wantCode(t, "another caller", clean(t, modest), codes.OK)
	for range 10 {
		code, h, body := r.post(t, "/v1/documents:clean", `{"document":{"text":"Tea."}}`, map[string]string{"Authorization": "Bearer g"})
		if code == http.StatusTooManyRequests {
			if h.Get("Retry-After") == "" || !strings.Contains(body, "QUOTA_EXCEEDED") {
				t.Errorf("%v %s", h, body)
			}
			break
		}
	}
	batch := func(c copydeskv1.TextServiceClient, n int) error {
		_, err := c.Process(t.Context(), copydeskv1.ProcessRequest_builder{Documents: manyTeas(n)}.Build())
		return err
	}
	for token, quota := range map[string]string{"i": "items", "b": "bytes"} {
		c := r.client(t, nil, withToken(token))
		wantCode(t, quota+": more than a burst is let in once", batch(c, 100), codes.OK)
		err := batch(c, 1)
		if reasonOf(err) != "ResourceExhausted QUOTA_EXCEEDED" || retryOf(err) < 2*time.Second {
			t.Errorf("%s: %v, retry in %s", quota, err, retryOf(err))
		}
	}
}

func manyTeas(n int) []*copydeskv1.Document {
	var list []*copydeskv1.Document
	for range n {
		list = append(list, copydeskv1.Document_builder{Text: new("Tea.")}.Build())
	}
	return list
}

// TestOpenCalls opens as many streams as one caller may, and one more: that is refused until one has ended. Another caller's is not.
func TestOpenCalls(t *testing.T) {
	t.Parallel()
	r := startServer(t, "--principal-calls", "2", "--token-file", tempFile(t, "tokens", tokenLine("greedy", "g", "")+tokenLine("modest", "m", "")))
	greedy := r.client(t, nil, withToken("g"))
	var open []interface{ CloseSend() error }
	for range 2 {
		stream, err := greedy.ProcessStream(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		_ = stream.Send(copydeskv1.ProcessStreamRequest_builder{Start: &copydeskv1.StreamStart{}}.Build())
		_ = stream.Send(chunk(1))
		if _, err := stream.Recv(); err != nil {
			t.Fatal(err)
		}
		open = append(open, stream)
	}
	err := clean(t, greedy)
	if reasonOf(err) != "ResourceExhausted QUOTA_EXCEEDED" || retryOf(err) <= 0 {
		t.Errorf("one more: %v", err)
	}
	wantCode(t, "another caller", clean(t, r.client(t, nil, withToken("m"))), codes.OK)
	_ = open[0].CloseSend()
	waitFor(t, "a call to end", func() bool { return clean(t, greedy) == nil })
}

// TestGreedyStream sends a stream over its caller's limit: it is slowed down, and every item is answered.
func TestGreedyStream(t *testing.T) {
	t.Parallel()
	r := startServer(t, "--principal-items", "40")
	stream, err := r.client(t, nil).ProcessStream(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	start := time.Now()
	go func() {
		_ = stream.Send(copydeskv1.ProcessStreamRequest_builder{Start: &copydeskv1.StreamStart{}}.Build())
		for i := range int32(240) {
			_ = stream.Send(chunk(i + 1))
		}
		_ = stream.CloseSend()
	}()
	n := 0
	for {
		m, err := stream.Recv()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		n += len(m.GetResults().GetResults())
	}
	if took := time.Since(start); n != 240 || took < 900*time.Millisecond { // 200 at once, 40 in a second
		t.Errorf("%d answers in %s", n, took)
	}
}

// TestBombs sends messages of some kB that decompress to a hundred MB, and a frame that asks for a window of 4 GiB.
func TestBombs(t *testing.T) {
	t.Parallel()
	r := startServer(t)
	zeros := make([]byte, 100<<20)
	var gz, zs bytes.Buffer
	z := gzip.NewWriter(&gz)
	_, _ = z.Write(zeros)
	_ = z.Close()
	enc, err := zstd.NewWriter(&zs)
	if err != nil {
		t.Fatal(err)
	}
	_, _ = enc.Write(zeros)
	_ = enc.Close()
	window := []byte{0x28, 0xb5, 0x2f, 0xfd, 0x00, 0xb0, 0x01, 0x00, 0x00}
	for _, tt := range []struct {
		name, encoding string
		body           []byte
		grpc           string
		rest           int
	}{
		{"gzip", "gzip", gz.Bytes(), "8", http.StatusRequestEntityTooLarge},
		{"zstd", "zstd", zs.Bytes(), "8", http.StatusRequestEntityTooLarge},
		{"a large window", "zstd", window, "13", http.StatusBadRequest},
		{"not compressed", "gzip", []byte("{}"), "13", http.StatusBadRequest},
	} {
		if got := compressedCall(t, r, tt.encoding, tt.body); got != tt.grpc {
			t.Errorf("%s: grpc-status %s, want %s", tt.name, got, tt.grpc)
		}
		code, _, body := r.post(t, "/v1/documents:clean", string(tt.body), map[string]string{"Content-Encoding": tt.encoding})
		if code != tt.rest || len(body) > 1000 {
			t.Errorf("%s: REST: status %d: %.300s", tt.name, code, body)
		}
	}
	gz.Reset()
	z.Reset(&gz)
	_, _ = io.WriteString(z, `{"document":{"text":"Tea."}}`)
	_ = z.Close()
	zs.Reset()
	enc.Reset(&zs)
	_, _ = io.WriteString(enc, `{"document":{"text":"Tea."}}`)
	_ = enc.Close()
	for name, body := range map[string]string{"gzip": gz.String(), "zstd": zs.String()} {
		wantCode(t, name+", an honest message", clean(t, r.client(t, nil), grpc.UseCompressor(name)), codes.OK)
		if code, _, answer := r.post(t, "/v1/documents:clean", body, map[string]string{"Content-Encoding": name}); code != http.StatusOK {
			t.Errorf("%s, an honest body: status %d: %s", name, code, answer)
		}
	}
}

// compressedCall sends a message that is compressed already and returns the status.
func compressedCall(t *testing.T, r *running, name string, message []byte) string {
	t.Helper()
	protocols := new(http.Protocols)
	protocols.SetUnencryptedHTTP2(true)
	transport := &http.Transport{Protocols: protocols, DialContext: r.http.Transport.(*http.Transport).DialContext}
	defer transport.CloseIdleConnections()
	frame := binary.BigEndian.AppendUint32([]byte{1}, uint32(len(message)))
	req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, "http://grpc/copydesk.v1.TextService/Clean",
		bytes.NewReader(append(frame, message...)))
	if err != nil {
		t.Fatal(err)
	}
	req.Header = http.Header{"Content-Type": {"application/grpc"}, "Te": {"trailers"}, "Grpc-Encoding": {name}}
	resp, err := transport.RoundTrip(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close() //nolint:errcheck // only read
	_, _ = io.Copy(io.Discard, resp.Body)
	return resp.Trailer.Get("Grpc-Status") + resp.Header.Get("Grpc-Status")
}

func dial(t *testing.T, r *running) *grpc.ClientConn {
	t.Helper()
	conn, err := grpc.NewClient(r.socket("grpc"), grpc.WithTransportCredentials(insecureCreds))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	return conn
}

// TestSlow holds connections and calls open by sending next to nothing.
func TestSlow(t *testing.T) {
	t.Parallel()
	r := startServer(t, "--handshake-timeout", "300ms", "--max-unary-time", "300ms")
	for _, port := range []string{"grpc", "http"} {
		for _, first := range []string{"", "PRI * HTTP", "POST /v1/documents:clean HTTP/1.1\r\nHost: a\r\n"} {
			conn := connect(t, r, port)
			_, _ = io.WriteString(conn, first)
			_ = conn.SetReadDeadline(time.Now().Add(15 * time.Second))
			if _, err := io.Copy(io.Discard, conn); errors.Is(err, os.ErrDeadlineExceeded) {
				t.Errorf("%s: the server keeps a connection that sent %q", port, first)
			}
		}
	}
	if code := slowCall(t, connect(t, r, "grpc")); code != "4" {
		t.Errorf("a request that never comes: grpc-status %q, want 4, DEADLINE_EXCEEDED", code)
	}
}

func connect(t *testing.T, r *running, port string) net.Conn {
	t.Helper()
	conn, err := net.Dial("unix", filepath.Join(r.dir, port))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	return conn
}

// slowCall begins a call, sends a byte of its message and waits for the status.
func slowCall(t *testing.T, conn net.Conn) string {
	t.Helper()
	_, _ = io.WriteString(conn, http2.ClientPreface)
	framer := http2.NewFramer(conn, conn)
	framer.ReadMetaHeaders = hpack.NewDecoder(4096, nil)
	_ = framer.WriteSettings()
	var block bytes.Buffer
	enc := hpack.NewEncoder(&block)
	for _, f := range [][2]string{
		{":method", "POST"}, {":scheme", "http"}, {":path", "/copydesk.v1.TextService/Clean"}, {":authority", "a"},
		{"content-type", "application/grpc"}, {"te", "trailers"},
	} {
		_ = enc.WriteField(hpack.HeaderField{Name: f[0], Value: f[1]})
	}
	_ = framer.WriteHeaders(http2.HeadersFrameParam{StreamID: 1, BlockFragment: block.Bytes(), EndHeaders: true})
	_ = framer.WriteData(1, false, []byte{0})
	_ = conn.SetReadDeadline(time.Now().Add(15 * time.Second))
	for {
		f, err := framer.ReadFrame()
		if err != nil {
			t.Fatal(err)
		}
		if h, ok := f.(*http2.MetaHeadersFrame); ok {
			for _, field := range h.Fields {
				if field.Name == "grpc-status" {
					return field.Value
				}
			}
		}
	}
}

// TestConnectionLimits opens more connections than a port takes, and sends a header larger than it takes.
func TestConnectionLimits(t *testing.T) {
	t.Parallel()
	r := startServer(t, "--max-connections", "2")
	first := dial(t, r)
	c := copydeskv1.NewTextServiceClient(first)
	wantCode(t, "the first", clean(t, c), codes.OK)
	_ = connect(t, r, "grpc")
	ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
	defer cancel()
	_, err := copydeskv1.NewTextServiceClient(dial(t, r)).Describe(ctx, &copydeskv1.DescribeRequest{})
	wantCode(t, "the third waits", err, codes.DeadlineExceeded)
	large := metadata.AppendToOutgoingContext(t.Context(), "x-large", strings.Repeat("a", 20<<10))
	if _, err := c.Describe(large, &copydeskv1.DescribeRequest{}); err == nil {
		t.Error("a header of 20 kB is taken")
	}
}

func TestReflectionOff(t *testing.T) {
	t.Parallel()
	for flag, want := range map[string]codes.Code{"--reflection=false": codes.Unimplemented, "--reflection=true": codes.OK} {
		conn := dial(t, startServer(t, flag))
		stream, err := grpc_reflection_v1.NewServerReflectionClient(conn).ServerReflectionInfo(t.Context())
		if err == nil {
			_ = stream.Send(&grpc_reflection_v1.ServerReflectionRequest{
				MessageRequest: &grpc_reflection_v1.ServerReflectionRequest_ListServices{},
			})
			_, err = stream.Recv()
		}
		if status.Code(err) != want {
			t.Errorf("%s: %v", flag, err)
		}
	}
}

// TestSocket starts a server where another left its socket, and where another still serves.
func TestSocket(t *testing.T) {
	t.Parallel()
	r := startServer(t)
	if _, err := listenAt(t.Context(), r.socket("grpc")); err == nil {
		t.Error("a socket in use was replaced")
	}
	path := filepath.Join(r.dir, "left")
	l, err := net.ListenUnix("unix", &net.UnixAddr{Name: path, Net: "unix"})
	if err != nil {
		t.Fatal(err)
	}
	l.SetUnlinkOnClose(false)
	_ = l.Close()
	again, err := listenAt(t.Context(), unixPrefix+path)
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close() //nolint:errcheck // a test of the path
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != socketMode {
		t.Errorf("%v %v", info.Mode(), err)
	}
}
