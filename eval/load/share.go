package load

import (
	"fmt"
	"net/http"
	"strings"
	"time"

	"github.com/google/pprof/profile"
)

// profileTime is how long a server is profiled for, in seconds.
const profileTime = 15

// serviceWork are the functions below which a document's own work is done, by call and as an item of a batch or stream.
var serviceWork = []string{"internal/service.(*Service).one", "internal/service.(*Service).result"}

// measureAround profiles the server while it is called and returns the part of its processor time that is not work on documents: from
// the connection to the handler and back. All of it is measured at once, so that what else the machine does falls on both
// alike. The garbage collector's own time is left out, because it cannot be said whose it is.
func (w *way) measureAround(call func() error) error {
	type answer struct {
		p   *profile.Profile
		err error
	}
	done := make(chan answer, 1)
	go func() {
		p, err := w.s.profile()
		done <- answer{p, err}
	}()
	for {
		select {
		case a := <-done:
			if a.err == nil {
				w.around = around(a.p)
			}
			return a.err
		default:
			if err := call(); err != nil {
				return err
			}
		}
	}
}

// profile returns the server's profile of the next profileTime.
func (s *server) profile() (*profile.Profile, error) {
	c := http.Client{Timeout: 4 * profileTime * time.Second}
	resp, err := c.Get(fmt.Sprintf("http://%s/debug/pprof/profile?seconds=%d", s.admin, profileTime))
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close() //nolint:errcheck // only read
	return profile.Parse(resp.Body)
}

func around(p *profile.Profile) float64 {
	work, rest := int64(0), int64(0)
	for _, s := range p.Sample {
		switch {
		case calls(s, serviceWork...):
			work += s.Value[0]
		case !calls(s, "runtime.gcBgMarkWorker", "runtime.bgsweep", "runtime.bgscavenge", "pprof."):
			rest += s.Value[0]
		}
	}
	return float64(rest) / float64(max(work+rest, 1))
}

// calls reports whether one of the functions was running or had called what was.
func calls(s *profile.Sample, functions ...string) bool {
	for _, l := range s.Location {
		for _, line := range l.Line {
			for _, f := range functions {
				if strings.Contains(line.Function.Name, f) {
					return true
				}
			}
		}
	}
	return false
}
