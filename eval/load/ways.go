package load

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"slices"
	"sync"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/encoding/protojson"

	"github.com/copydesk/copydesk/eval/floor"
	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
)

const (
	waysDocuments = 4000
	waysSize      = 2 << 10
	waysCallers   = 16
	batchSize     = 100
	token         = "a-token-of-the-measurement" //nolint:gosec // of a server that this process starts
)

// way is a way of calling: it sends the documents and returns how long each call took.
type way struct {
	name string
	call func(*server, []*copydeskv1.Document) ([]time.Duration, error)
	s    *server

	cpu       time.Duration // for a document, in the cheapest run
	around    float64       // the part of it that is not work on documents
	rate      float64
	latencies []time.Duration
}

// Ways measures what a document of 2 kB costs the server by each way of calling, with authentication and everything else on;
// how much of that is not the service's own work; and the same of gRPC with nothing around the service. The ways are measured in
// turns, and the cheapest run of each counts: what else the machine does makes a run dearer, never cheaper.
//
// The server has a processor for itself and the load another. If they shared both, the server would wait now and then for what the load
// has not sent yet, and the runtime's search for something to do would count as the cost of a connection.
func Ways() error {
	undo, pinned := apart()
	defer undo()
	fmt.Println("server and load on processors of their own:", pinned)
	docs := documents(waysDocuments, waysSize)
	tokens, err := tokenFile()
	if err != nil {
		return err
	}
	defer os.Remove(tokens) //nolint:errcheck // a temporary file
	full, err := startServer("--token-file", tokens)
	if err != nil {
		return err
	}
	defer full.kill()
	plain, err := startPlain()
	if err != nil {
		return err
	}
	defer plain.kill()
	ways := []*way{
		{name: "server, unary", call: unary, s: full}, {name: "server, batch", call: batch, s: full},
		{name: "server, stream", call: stream, s: full}, {name: "server, rest", call: rest, s: full},
		{name: "plain, unary", call: unary, s: plain}, {name: "plain, stream", call: stream, s: plain},
	}
	if err := measureWays(ways, docs); err != nil {
		return err
	}
	fmt.Printf("%-22s %10s %10s %8s %10s %10s %8s\n", "", "docs/s", "µs/doc", "around", "p50", "p99", "RSS")
	for _, w := range ways {
		fmt.Printf("%-22s %10.0f %10.1f %7.0f%% %10s %10s %6d M\n", w.name, w.rate, micro(w.cpu), 100*w.around,
			percentile(w.latencies, 50).Round(10*time.Microsecond), percentile(w.latencies, 99).Round(10*time.Microsecond), w.s.memory("VmRSS")>>20)
	}
	floor.AtMost("ways/around a streamed document", ways[2].around)
	floor.AtMost("ways/around a unary call", ways[0].around)
	fmt.Println("the aims: at most 15 % around a streamed document, 50 % around a unary call")
	return added(full, plain, docs)
}

const waysRounds = 4

func measureWays(ways []*way, docs []*copydeskv1.Document) error {
	for round := range waysRounds {
		for _, w := range ways {
			if err := w.measure(docs, round == 0); err != nil {
				return fmt.Errorf("%s: %w", w.name, err)
			}
		}
	}
	for _, w := range ways {
		if err := w.measureAround(func() error {
			_, err := w.call(w.s, docs[:len(docs)/4])
			return err
		}); err != nil {
			return fmt.Errorf("%s: %w", w.name, err)
		}
	}
	return nil
}

func (w *way) measure(docs []*copydeskv1.Document, first bool) error {
	if first { // connections, pools, pages of the program
		if _, err := w.call(w.s, docs[:len(docs)/4]); err != nil {
			return err
		}
	}
	before, start := w.s.cpu(), time.Now()
	took, err := w.call(w.s, docs)
	if err != nil {
		return err
	}
	if cpu := (w.s.cpu() - before) / time.Duration(len(docs)); first || cpu < w.cpu {
		w.cpu, w.rate, w.latencies = cpu, float64(len(docs))/time.Since(start).Seconds(), took
	}
	return nil
}

// added measures by how much everything around the service, authentication among it, makes a call longer than plain gRPC: one
// call after the other, of each server in turn.
func added(full, plain *server, docs []*copydeskv1.Document) error {
	var took [2][]time.Duration
	var clients [2]copydeskv1.TextServiceClient
	for i, s := range []*server{full, plain} {
		c, end, err := s.dial("", token)
		if err != nil {
			return err
		}
		defer end()
		clients[i] = c
	}
	for i, d := range docs {
		for n, c := range clients {
			start := time.Now()
			if err := cleanOne(c, d); err != nil {
				return err
			}
			if i >= len(docs)/10 { // connections are open by then
				took[n] = append(took[n], time.Since(start))
			}
		}
	}
	difference := func(p int) time.Duration {
		return (percentile(took[0], p) - percentile(took[1], p)).Round(time.Microsecond)
	}
	fmt.Printf("one call after the other: p50 %v, p99 %v; of which is added to plain gRPC: p50 %v, p90 %v, p99 %v (aim: p99 below 1ms)\n",
		percentile(took[0], 50), percentile(took[0], 99), difference(50), difference(90), difference(99))
	return nil
}

func micro(d time.Duration) float64 { return float64(d.Nanoseconds()) / 1000 }

// percentile of latencies, which it sorts.
func percentile(took []time.Duration, p int) time.Duration {
	if len(took) == 0 {
		return 0
	}
	slices.Sort(took)
	return took[min(len(took)*p/100, len(took)-1)]
}

func tokenFile() (string, error) {
	f, err := os.CreateTemp("", "copydesk-tokens-")
	if err != nil {
		return "", err
	}
	_, err = fmt.Fprintf(f, "measurement sha256:%x\n", sha256.Sum256([]byte(token)))
	return f.Name(), errors.Join(err, f.Close())
}

// each calls f for each document from a few goroutines and returns how long each took.
func each(docs []*copydeskv1.Document, f func(*copydeskv1.Document) error) ([]time.Duration, error) {
	var mu sync.Mutex
	var all []time.Duration
	var failed error
	var callers sync.WaitGroup
	for c := range waysCallers {
		callers.Go(func() {
			var took []time.Duration
			var err error
			for i := c; i < len(docs) && err == nil; i += waysCallers {
				start := time.Now()
				err = f(docs[i])
				took = append(took, time.Since(start))
			}
			mu.Lock()
			defer mu.Unlock()
			all, failed = append(all, took...), errors.Join(failed, err)
		})
	}
	callers.Wait()
	return all, failed
}

func unary(s *server, docs []*copydeskv1.Document) ([]time.Duration, error) {
	c, end, err := s.dial("", token)
	if err != nil {
		return nil, err
	}
	defer end()
	return each(docs, func(d *copydeskv1.Document) error { return cleanOne(c, d) })
}

// cleanOne tries again when it is refused: the machine was busy with something else.
func cleanOne(c copydeskv1.TextServiceClient, d *copydeskv1.Document) error {
	for {
		_, err := c.Clean(context.Background(), copydeskv1.CleanRequest_builder{Document: d}.Build())
		if status.Code(err) != codes.ResourceExhausted {
			return err
		}
	}
}

func batch(s *server, docs []*copydeskv1.Document) ([]time.Duration, error) {
	c, end, err := s.dial("", token)
	if err != nil {
		return nil, err
	}
	defer end()
	var took []time.Duration
	for some := range slices.Chunk(docs, batchSize) {
		start := time.Now()
		if _, err := c.Process(context.Background(), copydeskv1.ProcessRequest_builder{Documents: some, Options: cleanOnly}.Build()); err != nil {
			return nil, err
		}
		took = append(took, time.Since(start))
	}
	return took, nil
}

func stream(s *server, docs []*copydeskv1.Document) ([]time.Duration, error) {
	c, end, err := s.dial("", token)
	if err != nil {
		return nil, err
	}
	defer end()
	rpc, err := c.ProcessStream(context.Background())
	if err != nil {
		return nil, err
	}
	go func() {
		start := copydeskv1.StreamStart_builder{Options: cleanOnly}.Build()
		_ = rpc.Send(copydeskv1.ProcessStreamRequest_builder{Start: start}.Build()) // Recv has the error
		sequence := int32(0)
		for some := range slices.Chunk(docs, 64) {
			items := make([]*copydeskv1.StreamItem, len(some))
			for i, d := range some {
				sequence++
				items[i] = copydeskv1.StreamItem_builder{Sequence: sequence, Document: d}.Build()
			}
			_ = rpc.Send(copydeskv1.ProcessStreamRequest_builder{Chunk: copydeskv1.StreamChunk_builder{Items: items}.Build()}.Build())
		}
		_ = rpc.CloseSend()
	}()
	n := 0
	for {
		resp, err := rpc.Recv()
		switch {
		case errors.Is(err, io.EOF) && n == len(docs):
			return nil, nil
		case err != nil:
			return nil, fmt.Errorf("after %d: %w", n, err)
		}
		n += len(resp.GetResults().GetResults())
	}
}

func rest(s *server, docs []*copydeskv1.Document) ([]time.Duration, error) {
	return each(docs, func(d *copydeskv1.Document) error {
		b, err := protojson.Marshal(copydeskv1.CleanRequest_builder{Document: d}.Build())
		if err != nil {
			return err
		}
		for {
			code, err := post("http://"+s.http+"/v1/documents:clean", b)
			if code != http.StatusTooManyRequests { // as cleanOne
				return err
			}
		}
	})
}

// post returns the status of the answer, and an error if it is not OK.
func post(url string, body []byte) (int, error) {
	req, err := http.NewRequest(http.MethodPost, url, bytes.NewReader(body))
	if err != nil {
		return 0, err
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Authorization", "Bearer "+token)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close() //nolint:errcheck // only read
	_, err = io.Copy(io.Discard, resp.Body)
	if resp.StatusCode != http.StatusOK {
		return resp.StatusCode, errors.Join(err, errors.New(resp.Status))
	}
	return resp.StatusCode, err
}
