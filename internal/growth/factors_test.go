//go:build unix

package growth_test

import (
	"context"
	"runtime"
	"testing"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
	"github.com/copydesk/copydesk/internal/hostile"
	"github.com/copydesk/copydesk/internal/racetest"
	"github.com/copydesk/copydesk/internal/service"
)

// TestMemoryFactors tests that work on no document, ordinary or made to be costly, takes more memory than the admission controller
// reserves for it, within a fifth; with -v it prints both. The collector runs often, as it does near a limit.
func TestMemoryFactors(t *testing.T) {
	racetest.Skip(t)
	if !*long {
		t.Skip("takes minutes: needs -long")
	}
	const size = 256 << 10
	s := newService()
	warmUp(t, s, operations(s, false))
	ops := map[string]*copydeskv1.ProcessOptions{
		"clean":   copydeskv1.ProcessOptions_builder{Clean: new(copydeskv1.CleanOptions)}.Build(),
		"extract": copydeskv1.ProcessOptions_builder{Extract: new(copydeskv1.ExtractOptions)}.Build(),
		"score":   copydeskv1.ProcessOptions_builder{Score: new(copydeskv1.ScoreOptions)}.Build(),
		"all":     new(copydeskv1.ProcessOptions),
	}
	for _, d := range hostile.Documents() {
		doc := request(d.Form, d.Build(size))
		for op, o := range ops {
			reserved, err := s.WorkMemory(o, doc)
			if err != nil {
				t.Fatal(err)
			}
			got := peakLive(t, s, o, doc)
			t.Logf("%-34s %-8s takes %5.1f times its size, reserved %5.1f", d.Name, op, float64(got)/size, float64(reserved)/size)
			if int64(got) > reserved*6/5 {
				t.Errorf("%s, %s: takes %d bytes, reserved %d", d.Name, op, got, reserved)
			}
		}
	}
}

// peakLive is the most memory that work takes with a collector that runs as soon as there is a little garbage.
func peakLive(t *testing.T, s *service.Service, o *copydeskv1.ProcessOptions, d *copydeskv1.Document) int {
	t.Helper()
	req := copydeskv1.ProcessRequest_builder{Documents: []*copydeskv1.Document{d}, Options: o, MaxResponseBytes: 512 << 20}.Build()
	return peakHeapAt(8, func() {
		resp, err := s.Process(context.Background(), req)
		if err != nil {
			t.Fatal(err)
		}
		runtime.KeepAlive(resp)
	})
}
