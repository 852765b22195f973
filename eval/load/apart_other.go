//go:build !linux

package load

// apart is not possible here.
func apart() (undo func(), ok bool) { return func() {}, false }

func withProcessors(f func() error) error { return f() }
