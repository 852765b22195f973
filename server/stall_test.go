package main

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"

	"github.com/copydesk/copydesk/client"
	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
)

// smallWindows lets a client take little before it is read from.
var smallWindows = []grpc.DialOption{grpc.WithStaticStreamWindowSize(64 << 10), grpc.WithStaticConnWindowSize(64 << 10)}

// untouched asks for the text as it is: cleaning would only take time.
var untouched = copydeskv1.Cleaning_builder{Mode: copydeskv1.CleaningMode_CLEANING_MODE_NONE}.Build()

var longText = strings.Repeat("The boat left the quay at dawn, and nobody saw it.\n\n", 20_000)

// wantCutOff waits until so many clients have been cut off and nothing is held for them.
func wantCutOff(t *testing.T, r *running, clients string) {
	t.Helper()
	waitFor(t, "the client to be cut off", func() bool {
		return strings.Contains(r.metrics(t), "copydesk_stalled_clients_total "+clients+"\n")
	})
	waitFor(t, "its memory", func() bool { return strings.Contains(r.metrics(t), "copydesk_memory_used_bytes 0\n") })
	if !strings.Contains(r.log.String(), "cut off a client that does not read") {
		t.Error("the log does not say so")
	}
}

// TestStalledStream asks for results by a stream and reads none: the server ends it, and keeps nothing for it.
func TestStalledStream(t *testing.T) {
	t.Parallel()
	r := startServer(t, "--stall-timeout", "300ms")
	stream, err := r.client(t, nil, smallWindows...).ProcessStream(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	options := copydeskv1.ProcessOptions_builder{Cleaning: untouched, Clean: &copydeskv1.CleanOptions{}}.Build()
	_ = stream.Send(copydeskv1.ProcessStreamRequest_builder{Start: copydeskv1.StreamStart_builder{Options: options}.Build()}.Build())
	document := copydeskv1.Document_builder{Text: new(longText[:100_000])}.Build()
	for i := int32(1); ; i++ {
		items := []*copydeskv1.StreamItem{copydeskv1.StreamItem_builder{Sequence: i, Document: document}.Build()}
		if stream.Send(copydeskv1.ProcessStreamRequest_builder{Chunk: copydeskv1.StreamChunk_builder{Items: items}.Build()}.Build()) != nil {
			break // the stream has ended
		}
	}
	wantCutOff(t, r, "1")
	if !strings.Contains(r.log.String(), "READER_STALLED") && !strings.Contains(r.log.String(), "grpc.code=Aborted") {
		t.Error("the stream's line does not have its code")
	}
}

// TestStalledCall asks for a large answer by a call and does not read it: it is counted until the server ends the connection.
func TestStalledCall(t *testing.T) {
	t.Parallel()
	r := startServer(t, "--stall-timeout", "1s")
	conn, err := grpc.NewClient(r.socket("grpc"), append(smallWindows, grpc.WithTransportCredentials(insecure.NewCredentials()))...)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close() //nolint:errcheck // the end of the test
	call, err := conn.NewStream(t.Context(), &grpc.StreamDesc{ServerStreams: true}, copydeskv1.TextService_Clean_FullMethodName)
	if err != nil {
		t.Fatal(err)
	}
	_ = call.SendMsg(copydeskv1.CleanRequest_builder{Document: copydeskv1.Document_builder{Text: new(longText)}.Build(), Cleaning: untouched}.Build())
	_ = call.CloseSend()
	waitFor(t, "the answer to be counted", func() bool {
		return strings.Contains(r.log.String(), "finished call") && !strings.Contains(r.metrics(t), "copydesk_memory_used_bytes 0\n")
	})
	wantCutOff(t, r, "1")
}

// TestStalledHTTP does the same over a connection of the HTTP port, by a stream, which has the rest of the connection go on.
func TestStalledHTTP(t *testing.T) {
	t.Parallel()
	r := startServer(t, "--stall-timeout", "300ms")
	protocols := new(http.Protocols)
	protocols.SetUnencryptedHTTP2(true)
	transport := &http.Transport{Protocols: protocols, DialContext: r.http.Transport.(*http.Transport).DialContext}
	defer transport.CloseIdleConnections()
	body, writer := io.Pipe()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, "http://http/copydesk.v1.TextService/ProcessStream", body)
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/connect+json")
	req.Header.Set("Connect-Protocol-Version", "1")
	go func() {
		_, _ = io.WriteString(writer, enveloped(`{"start":{"options":{"cleaning":{"mode":"CLEANING_MODE_NONE"},"clean":{}}}}`))
		text := strings.ReplaceAll(longText[:500_000], "\n", " ")
		for i, err := 1, error(nil); err == nil; i++ {
			_, err = io.WriteString(writer, enveloped(fmt.Sprintf(`{"chunk":{"items":[{"sequence":%d,"document":{"text":"%s"}}]}}`, i, text)))
		}
	}()
	resp, err := transport.RoundTrip(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close() //nolint:errcheck // it has been cut off
	wantCutOff(t, r, "1")
}

// enveloped is a message of a stream as Connect sends it.
func enveloped(json string) string {
	n := len(json)
	return string([]byte{0, byte(n >> 24), byte(n >> 16), byte(n >> 8), byte(n)}) + json
}

// TestSlowReader reads a stream's results by the Go client, with pauses longer than a client may stall: each comes once.
func TestSlowReader(t *testing.T) {
	t.Parallel()
	r := startServer(t, "--stall-timeout", "100ms")
	c, err := client.New(r.socket("grpc"), client.WithInsecure(), client.WithDialOptions(smallWindows...))
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close() //nolint:errcheck // the end of the test
	const documents = 60
	options := copydeskv1.ProcessOptions_builder{Cleaning: untouched, Clean: &copydeskv1.CleanOptions{}}.Build()
	want := int32(1)
	for result, err := range c.Stream(t.Context(), options, func(yield func(client.Item) bool) {
		for i := int32(1); i <= documents; i++ {
			if !yield(client.Item{Sequence: i, Document: copydeskv1.Document_builder{Text: new(longText[:200_000])}.Build()}) {
				return
			}
		}
	}) {
		if err != nil {
			t.Fatal(errors.Join(errors.New("the stream failed"), err))
		}
		if result.GetSequence() != want || !result.HasClean() {
			t.Fatalf("result %d, want %d", result.GetSequence(), want)
		}
		if want%20 == 0 {
			time.Sleep(500 * time.Millisecond)
		}
		want++
	}
	if want != documents+1 {
		t.Errorf("%d results of %d", want-1, documents)
	}
	if strings.Contains(r.metrics(t), "copydesk_stalled_clients_total 0\n") {
		t.Error("the client has never been cut off")
	}
}
