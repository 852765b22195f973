// Package timing measures processor time and speed.
package timing

import (
	"runtime"
	"syscall"
	"time"
)

// CPU returns how long this process has been computing. Unlike the clock it does not count what other processes do.
func CPU() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err) // fails for a wrong argument only
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// Quickest returns the processor time of the quickest of up to five runs of work, which is the least disturbed one. It
// stops early once the runs have taken enough.
func Quickest(enough time.Duration, work func()) time.Duration {
	best, spent := time.Duration(1<<62), time.Duration(0)
	for n := 0; n < 5 && spent < enough; n++ {
		runtime.GC()
		start := CPU()
		work()
		took := CPU() - start
		best, spent = min(best, took), spent+took
	}
	return best
}

// Rate returns the speed in MB/s of work on size bytes, of the quickest of five runs by the clock.
func Rate(size int, work func()) float64 {
	best := time.Duration(1 << 62)
	for range 5 {
		start := time.Now()
		work()
		best = min(best, time.Since(start))
	}
	return float64(size) / 1e6 / best.Seconds()
}
