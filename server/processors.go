package main

import "runtime"

// spareProcessors is how many more of Go's processors there are than cores to use, for so many cores. Work on documents computes
// for milliseconds on all cores, and Go's scheduler takes a processor away from a goroutine after ten: connections would wait
// that long for each step of each call. With processors to spare they wait for the system's scheduler alone, which lets who has
// slept go first. An eighth is what connections take of the time when documents are streamed.
func spareProcessors(cores int) int { return 1 + cores/8 }

// keepSpare adds them to those that GOMAXPROCS, the control group or the machine allow.
func keepSpare() {
	cores := runtime.GOMAXPROCS(0)
	runtime.GOMAXPROCS(cores + spareProcessors(cores))
}
