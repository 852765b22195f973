package load

import (
	"os"
	"runtime"
	"strconv"

	"golang.org/x/sys/unix"
)

// processors is how many a unix.CPUSet can name.
const processors = 1024

// apart gives the server that is started next the first processor for itself and this process, which makes the load, the
// others, until it is undone. Otherwise a load that grows would take from what the server can do. It reports false where that
// is not possible: there is one processor only.
func apart() (undo func(), ok bool) {
	var all, server, load unix.CPUSet
	if err := unix.SchedGetaffinity(0, &all); err != nil || all.Count() < 2 {
		return func() {}, false
	}
	for i := range processors {
		switch {
		case all.IsSet(i) && server.Count() == 0:
			server.Set(i)
		case all.IsSet(i):
			load.Set(i)
		}
	}
	if setAffinity(&load) != nil {
		return func() {}, false
	}
	serverProcessors = &server
	return func() {
		serverProcessors = nil
		_ = setAffinity(&all) // it was allowed before
	}, true
}

// serverProcessors are those of servers that are started; nil for all.
var serverProcessors *unix.CPUSet

// setAffinity moves every thread of this process. Threads that start later take over what the one that starts them has.
func setAffinity(to *unix.CPUSet) error {
	tasks, err := os.ReadDir("/proc/self/task")
	if err != nil {
		return err
	}
	for _, t := range tasks {
		id, err := strconv.Atoi(t.Name())
		if err != nil {
			return err
		}
		if err := unix.SchedSetaffinity(id, to); err != nil && err != unix.ESRCH { // it has ended
			return err
		}
	}
	return nil
}

// withProcessors calls f, which starts a process, on a thread that may use the server's processors: the process takes that over.
func withProcessors(f func() error) error {
	if serverProcessors == nil {
		return f()
	}
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	var before unix.CPUSet
	if err := unix.SchedGetaffinity(0, &before); err != nil {
		return err
	}
	if err := unix.SchedSetaffinity(0, serverProcessors); err != nil {
		return err
	}
	defer unix.SchedSetaffinity(0, &before) //nolint:errcheck // it was allowed before
	return f()
}
