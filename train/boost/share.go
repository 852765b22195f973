package boost

import (
	"runtime"
	"sync"
)

// share calls do for [0, n), cut into as many ranges as there are processors, at the same time.
func share(n int, do func(from, to int)) {
	workers := runtime.GOMAXPROCS(0)
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() { do(w*n/workers, (w+1)*n/workers) })
	}
	wg.Wait()
}
