package admission

import (
	"bufio"
	"bytes"
	"math"
	"os"
	"path"
	"runtime/debug"
	"strconv"
	"strings"
)

// Limit returns how many bytes of memory this process may use, and where that is stated: GOMEMLIMIT, the control group, or half
// the machine.
func Limit() (limit int64, source string) {
	if n := debug.SetMemoryLimit(-1); n < math.MaxInt64 {
		return n, "GOMEMLIMIT"
	}
	machine := machineMemory("/proc/meminfo")
	if n := groupLimit("/proc/self/cgroup", "/sys/fs/cgroup"); n > 0 && (machine == 0 || n < machine) {
		return n, "control group"
	}
	if machine > 0 {
		return machine / 2, "half of the machine"
	}
	return fallbackLimit, "default"
}

// fallbackLimit is for systems that say nothing about their memory.
const fallbackLimit = 2 << 30

// groupLimit returns the lowest memory limit of the control group that groups names and of those above it, in version 2 or
// 1 of the file system below root; 0 if there is none.
func groupLimit(groups, root string) int64 {
	b, err := os.ReadFile(groups) //nolint:gosec // a fixed path; tests use their own
	if err != nil {
		return 0
	}
	lowest := int64(0)
	for line := range strings.Lines(string(b)) {
		_, rest, _ := strings.Cut(strings.TrimSpace(line), ":")
		controllers, group, ok := strings.Cut(rest, ":")
		if !ok {
			continue
		}
		below, file := root, "memory.max"
		if controllers != "" { // version 1 has a line for each controller
			if controllers != "memory" {
				continue
			}
			below, file = path.Join(root, "memory"), "memory.limit_in_bytes"
		}
		// In a container the group's own folder can be mounted as the root, so that the path leads nowhere: the walk
		// upwards then ends there.
		for dir := path.Clean("/" + group); ; dir = path.Dir(dir) {
			if n := readLimit(path.Join(below, dir, file)); n > 0 && (lowest == 0 || n < lowest) {
				lowest = n
			}
			if dir == "/" {
				break
			}
		}
	}
	return lowest
}

// readLimit reads a file that holds a number, or the word max for none.
func readLimit(name string) int64 {
	b, err := os.ReadFile(name) //nolint:gosec // below the control groups
	if err != nil {
		return 0
	}
	n, err := strconv.ParseInt(string(bytes.TrimSpace(b)), 10, 64)
	if err != nil || n > math.MaxInt64/2 { // version 1 writes a huge number for none
		return 0
	}
	return n
}

// machineMemory returns the machine's memory in bytes, 0 if it is not known.
func machineMemory(name string) int64 {
	f, err := os.Open(name) //nolint:gosec // a fixed path; tests use their own
	if err != nil {
		return 0
	}
	defer f.Close() //nolint:errcheck // only read
	for lines := bufio.NewScanner(f); lines.Scan(); {
		fields := strings.Fields(lines.Text())
		if len(fields) == 3 && fields[0] == "MemTotal:" {
			kilobytes, err := strconv.ParseInt(fields[1], 10, 64)
			if err != nil {
				return 0
			}
			return kilobytes << 10
		}
	}
	return 0
}
