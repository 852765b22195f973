package main

import "sync"

// parallel calls do for 0 to n-1 on two cores. Calls must not depend on each other.
func parallel(n int, do func(int)) {
	var wait sync.WaitGroup
	for k := range 2 {
		wait.Go(func() {
			for i := k; i < n; i += 2 {
				do(i)
			}
		})
	}
	wait.Wait()
}
