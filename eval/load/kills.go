package load

import (
	"errors"
	"fmt"
	"sync"
	"syscall"

	"github.com/copydesk/copydesk/client"
	"github.com/copydesk/copydesk/eval/floor"
)

// Kills streams documents to two servers and kills one or the other again and again, and at last stops one so that its
// connections stay open and nothing comes any more: every document is answered once, in order, and the results are those of
// a run in which nothing happens.
func Kills() error {
	kills, documents := 4, 20_000
	if Long {
		kills, documents = 20, 200_000
	}
	servers := make([]*server, 2)
	for i := range servers {
		s, err := startServer()
		if err != nil {
			return err
		}
		defer func() { s.kill() }()
		servers[i] = s
	}
	c, err := client.New(servers[0].grpc + "," + servers[1].grpc)
	if err != nil {
		return err
	}
	defer c.Close() //nolint:errcheck // the end of a measurement
	undisturbed, err := checkStream(c, documents, smallSize, nil)
	if err != nil {
		return err
	}
	var again sync.WaitGroup
	var failed error
	done := 0
	killed, err := checkStream(c, documents, smallSize, func(n int) {
		if n < (done+1)*documents/(kills+2) || done > kills {
			return
		}
		again.Wait() // the other one is back
		if done == kills {
			done++
			failed = errors.Join(failed, servers[kills%2].cmd.Process.Signal(syscall.SIGSTOP)) // the one in use
			return
		}
		s := servers[done%2]
		s.kill()
		again.Go(func() {
			if err := s.start(); err != nil {
				failed = err
			}
		})
		done++
	})
	again.Wait()
	if err != nil || failed != nil {
		return fmt.Errorf("%w, %w", err, failed)
	}
	fmt.Printf("%d documents, %d kills of two servers, one silent at last: each once, in order; the same results: %v\n", documents, kills, killed == undisturbed)
	floor.AtMost("kills/results that differ", map[bool]float64{false: 1}[killed == undisturbed])
	return nil
}
