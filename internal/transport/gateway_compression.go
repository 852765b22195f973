package transport

import (
	"errors"
	"io"
	"strconv"

	"connectrpc.com/connect"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// boundedDecompressor decompresses a message of the HTTP port up to a limit: the transcoder itself has none, so that a small
// body could fill the memory. Its errors are the caller's mistakes.
type boundedDecompressor struct {
	io.Reader

	reset func(io.Reader) error
	limit int64
	left  int64
}

// newGzip returns a decompressor for messages of at most limit bytes.
func newGzip(limit int64) connect.Decompressor {
	z := new(gzip.Reader)
	return &boundedDecompressor{Reader: z, reset: z.Reset, limit: limit}
}

// newZstd returns a decompressor for messages of at most limit bytes.
func newZstd(limit int64) connect.Decompressor {
	z, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(zstdWindow))
	if err != nil { // only for options that contradict each other
		panic(err)
	}
	return &boundedDecompressor{Reader: z, reset: z.Reset, limit: limit}
}

func newGzipCompressor() connect.Compressor { return gzip.NewWriter(io.Discard) }

func newZstdCompressor() connect.Compressor {
	z, err := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1), zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithWindowSize(1<<20))
	if err != nil { // only for options that contradict each other
		panic(err)
	}
	return z
}

// Reset implements connect.Decompressor.
func (d *boundedDecompressor) Reset(r io.Reader) error {
	d.left = d.limit
	if err := d.reset(r); err != nil && !errors.Is(err, io.EOF) {
		return connectError(errNotCompressed)
	}
	return nil
}

// Read implements io.Reader.
func (d *boundedDecompressor) Read(p []byte) (int, error) {
	n, err := d.Reader.Read(p)
	d.left -= int64(n)
	switch {
	case d.left < 0:
		return n, connectErrorOf(connect.CodeResourceExhausted, gatewayFault{
			"MESSAGE_TOO_LARGE", "the decompressed body is over the limit", map[string]string{"limit": strconv.FormatInt(d.limit, 10)},
		})
	case err != nil && !errors.Is(err, io.EOF):
		return n, connectError(errNotCompressed)
	default:
		return n, err
	}
}

// Close implements connect.Decompressor. What is decompressed is kept for the next message.
func (d *boundedDecompressor) Close() error { return nil }

var errNotCompressed = gatewayFault{"COMPRESSION_INVALID", "the body is not compressed as its header says", nil}
