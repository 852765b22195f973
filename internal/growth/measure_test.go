//go:build unix

package growth_test

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync"
	"syscall"
	"time"
)

// cpuTime returns how long this process has been computing, on all its threads. Unlike the clock it does not count
// what other processes do.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err) // fails for a wrong argument only
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// maxLive is how much may lie on the heap before a run; above it the garbage is collected first.
const maxLive = 200 << 20

// quietHeap switches the garbage collector off, which would compute at times of its own choice, and returns what
// switches it on again. It takes memory from the system first and keeps it, because a run that is handed fresh pages costs a
// multiple of one that finds them. The limit is for a document that would otherwise take all the memory of the machine.
func quietHeap() (restore func()) {
	percent, limit := debug.SetGCPercent(-1), debug.SetMemoryLimit(3<<30)
	pages := make([]byte, 2*maxLive)
	for i := 0; i < len(pages); i += 4096 {
		pages[i] = 1
	}
	runtime.KeepAlive(pages)
	runtime.GC()
	return func() {
		debug.SetGCPercent(percent)
		debug.SetMemoryLimit(limit)
	}
}

// sample is what one run of an operation took.
type sample struct {
	cpu       time.Duration
	allocated int // bytes, in total
}

// measure runs work once, with the garbage collector off.
func measure(work func()) sample {
	if heapBytes() > maxLive {
		runtime.GC()
	}
	allocated, start := allocatedBytes(), cpuTime()
	work()
	return sample{cpuTime() - start, allocatedBytes() - allocated}
}

func allocatedBytes() int { return readMetric("/gc/heap/allocs:bytes") }

// heapBytes is what lies on the heap, live or not yet collected.
func heapBytes() int { return readMetric("/memory/classes/heap/objects:bytes") }

func readMetric(name string) int {
	s := []metrics.Sample{{Name: name}}
	metrics.Read(s)
	return int(s[0].Value.Uint64())
}

// peakHeap returns the most bytes on the heap while work runs, beyond what was there before, with the garbage collector
// as a server has it. It looks every 200 µs.
func peakHeap(work func()) int { return peakHeapAt(100, work) }

// peakHeapAt is peakHeap with a collector that runs when the heap has grown by so many per cent.
func peakHeapAt(percent int, work func()) int {
	defer debug.SetGCPercent(debug.SetGCPercent(percent))
	runtime.GC()
	before, peak := heapBytes(), 0
	stop := make(chan struct{})
	var watching sync.WaitGroup
	watching.Go(func() {
		for {
			peak = max(peak, heapBytes())
			select {
			case <-stop:
				return
			case <-time.After(200 * time.Microsecond):
			}
		}
	})
	work()
	close(stop)
	watching.Wait()
	return peak - before
}
