package main

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// each calls do for 0 to n-1 on all processors. The calls must not depend on each other.
func each(n int, do func(i int)) {
	var next atomic.Int64
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	wg.Wait()
}
