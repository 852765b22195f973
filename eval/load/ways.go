package load

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"os"
	"slices"
	"sync"
	"time"

	"google.golang.org/protobuf/encoding/protojson"

	"github.com/copydesk/copydesk/eval/timing"
	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
	"github.com/copydesk/copydesk/internal/service"
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
}

// Ways measures what a document of 2 kB costs the server by each way of calling, with authentication and everything else on;
// how much of that is not the service's own work; and the same of gRPC with nothing around the service.
func Ways() error {
	docs := documents(waysDocuments, waysSize)
	own, err := ownCPU(docs)
	if err != nil {
		return err
	}
	fmt.Println("the aims: at most 15 % around a streamed document, 50 % around a unary call")
	fmt.Printf("the service alone: %.1f µs of processor a document\n", micro(own))
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
	fmt.Printf("%-22s %10s %10s %8s %10s %10s %8s\n", "", "docs/s", "µs/doc", "around", "p50", "p99", "RSS")
	for _, r := range []struct {
		s    *server
		name string
		ways []way
	}{{full, "server", []way{{"unary", unary}, {"batch", batch}, {"stream", stream}, {"rest", rest}}}, {plain, "plain", []way{{"unary", unary}, {"stream", stream}}}} {
		for _, w := range r.ways {
			if err := measureWay(r.s, r.name+", "+w.name, w, docs, own); err != nil {
				return fmt.Errorf("%s, %s: %w", r.name, w.name, err)
			}
		}
	}
	return nil
}

// measureWay keeps the run with the least processor time of three: a disturbance makes a run dearer, never cheaper.
func measureWay(s *server, name string, w way, docs []*copydeskv1.Document, own time.Duration) error {
	if _, err := w.call(s, docs[:len(docs)/4]); err != nil { // connections, pools, pages of the program
		return err
	}
	best, rate := time.Duration(1<<62), 0.0
	var latencies []time.Duration
	for range 3 {
		before, start := s.cpu(), time.Now()
		took, err := w.call(s, docs)
		if err != nil {
			return err
		}
		if cpu := (s.cpu() - before) / time.Duration(len(docs)); cpu < best {
			best, rate, latencies = cpu, float64(len(docs))/time.Since(start).Seconds(), took
		}
	}
	around := 1 - float64(own)/float64(best)
	p50, p99 := percentile(latencies, 50), percentile(latencies, 99)
	fmt.Printf("%-22s %10.0f %10.1f %7.0f%% %10s %10s %6d M\n", name, rate, micro(best), 100*around,
		p50.Round(10*time.Microsecond), p99.Round(10*time.Microsecond), s.memory("VmRSS")>>20)
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

// ownCPU is the processor time of the service for a document, called in this process.
func ownCPU(docs []*copydeskv1.Document) (time.Duration, error) {
	s := service.New(service.Options{Logger: slog.New(slog.DiscardHandler)})
	var failed error
	work := func() {
		for _, d := range docs {
			if _, err := s.Clean(context.Background(), copydeskv1.CleanRequest_builder{Document: d}.Build()); err != nil {
				failed = err
			}
		}
	}
	work()
	best := timing.Quickest(time.Minute, work)
	return best / time.Duration(len(docs)), failed
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
	return each(docs, func(d *copydeskv1.Document) error {
		_, err := c.Clean(context.Background(), copydeskv1.CleanRequest_builder{Document: d}.Build())
		return err
	})
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
		req, err := http.NewRequest(http.MethodPost, "http://"+s.http+"/v1/documents:clean", bytes.NewReader(b))
		if err != nil {
			return err
		}
		req.Header.Set("Content-Type", "application/json")
		req.Header.Set("Authorization", "Bearer "+token)
		resp, err := http.DefaultClient.Do(req)
		if err != nil {
			return err
		}
		defer resp.Body.Close() //nolint:errcheck // only read
		_, err = io.Copy(io.Discard, resp.Body)
		if resp.StatusCode != http.StatusOK {
			return errors.Join(err, errors.New(resp.Status))
		}
		return err
	})
}
