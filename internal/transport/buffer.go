package transport

import (
	"google.golang.org/grpc/mem"
	"google.golang.org/protobuf/proto"
)

// exactPool is gRPC's pool of buffers for what fits into its small ones. Above that, gRPC's have a megabyte each, of which a message
// of a stream would fill a quarter while it waits for its client: larger buffers are as large as what is in them, and not kept.
type exactPool struct{}

// pooledBytes is the largest of gRPC's small buffers.
const pooledBytes = 32 << 10

// Get implements mem.BufferPool.
func (exactPool) Get(n int) *[]byte {
	if n <= pooledBytes {
		return mem.DefaultBufferPool().Get(n)
	}
	b := make([]byte, n)
	return &b
}

// Put implements mem.BufferPool.
func (exactPool) Put(b *[]byte) {
	if cap(*b) <= pooledBytes {
		mem.DefaultBufferPool().Put(b)
	}
}

// marshal returns the n bytes of m in a buffer of the pool.
func marshal(m proto.Message, n int, pool mem.BufferPool) (mem.BufferSlice, error) {
	b := pool.Get(n)
	if _, err := (proto.MarshalOptions{UseCachedSize: true}).MarshalAppend((*b)[:0], m); err != nil {
		pool.Put(b)
		return nil, err //nolint:wrapcheck // gRPC wants it as it is
	}
	return mem.BufferSlice{mem.NewBuffer(b, pool)}, nil
}
