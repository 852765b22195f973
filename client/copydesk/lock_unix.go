//go:build unix

package main

import (
	"os"
	"syscall"
)

// lock fails if another process has f locked. The lock ends with the file's last descriptor.
func lock(f *os.File) error {
	return syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
}
