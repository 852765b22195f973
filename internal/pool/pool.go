// Package pool keeps scratch memory between documents. It is the one place that decides how much is kept.
package pool

import (
	"slices"
	"sync"
	"unsafe"
)

// MaxKept is the size in bytes up to which an object is kept for the next document. A typical document needs far less;
// an object that one large document has grown is left to the garbage collector, or it would hold that memory for good.
const MaxKept = 4 << 20

// Of is a pool of objects of type T. The zero value is ready. It is safe for concurrent use; it must not be copied
// after first use.
type Of[T any] struct {
	// New makes an object where none is kept. Nil stands for new(T).
	New func() *T

	kept sync.Pool
}

// Get returns an object that was put back, as it was put back, or a new one. It belongs to the caller until Put.
func (p *Of[T]) Get() *T {
	if x, ok := p.kept.Get().(*T); ok {
		return x
	}
	if p.New != nil {
		return p.New()
	}
	return new(T)
}

// Put keeps x for a later Get if the memory it holds, size bytes, is at most MaxKept. The caller must have cleared
// whatever x refers to that is not scratch memory, such as the text of a document.
func (p *Of[T]) Put(x *T, size int) {
	if size <= MaxKept {
		p.kept.Put(x)
	}
}

// Size returns the number of bytes that the array of s takes. What its elements point to is not counted.
func Size[E any](s []E) int {
	var e E
	return cap(s) * int(unsafe.Sizeof(e))
}

// Room returns s with room for one more element at least. A full one gets twice the room: append gives a long one a quarter more, so that
// all that it has taken when it ends is five times what it holds.
func Room[E any](s []E) []E {
	if len(s) < cap(s) {
		return s
	}
	return slices.Grow(s, max(len(s), leastRoom))
}

// leastRoom is the number of elements that the first room is for.
const leastRoom = 16
