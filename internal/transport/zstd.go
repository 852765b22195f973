package transport

import (
	"io"
	"sync"

	"github.com/klauspost/compress/zstd"
	"google.golang.org/grpc/encoding"

	// Registered so that clients may compress; answers use the client's own codec.
	_ "google.golang.org/grpc/encoding/gzip"
)

// Zstandard for gRPC, beside gRPC's own gzip. A message that grows beyond the largest message is refused by gRPC while it is
// decompressed; a frame cannot make the decoder set aside more memory than its window.
func init() { //nolint:gochecknoinits // gRPC wants compressors registered before the first server
	encoding.RegisterCompressor(&zstdCompressor{})
}

// zstdWindow is the largest window of a frame, in bytes: what RFC 8878 says that decoders should support.
const zstdWindow = 8 << 20

// zstdCompressor implements encoding.Compressor.
type zstdCompressor struct{ writers, readers sync.Pool }

// Name is the value of grpc-encoding.
func (c *zstdCompressor) Name() string { return "zstd" }

// Compress returns a writer that compresses into w.
func (c *zstdCompressor) Compress(w io.Writer) (io.WriteCloser, error) {
	z, _ := c.writers.Get().(*zstdWriter)
	if z == nil {
		enc, err := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1), zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithWindowSize(1<<20))
		if err != nil {
			return nil, err
		}
		z = &zstdWriter{enc, &c.writers}
	}
	z.Reset(w)
	return z, nil
}

type zstdWriter struct {
	*zstd.Encoder

	pool *sync.Pool
}

// Close ends the frame.
func (z *zstdWriter) Close() error {
	err := z.Encoder.Close()
	z.Reset(nil)
	z.pool.Put(z)
	return err
}

// Decompress returns a reader of what r holds.
func (c *zstdCompressor) Decompress(r io.Reader) (io.Reader, error) {
	z, _ := c.readers.Get().(*zstdReader)
	if z == nil {
		dec, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(zstdWindow))
		if err != nil {
			return nil, err
		}
		z = &zstdReader{dec, &c.readers}
	}
	if err := z.dec.Reset(r); err != nil {
		c.readers.Put(z)
		return nil, err
	}
	return z, nil
}

type zstdReader struct {
	dec  *zstd.Decoder
	pool *sync.Pool
}

// Read implements io.Reader. The decoder is kept for another message once this one ends.
func (z *zstdReader) Read(p []byte) (int, error) {
	if z.dec == nil {
		return 0, io.EOF
	}
	n, err := z.dec.Read(p)
	if err == io.EOF { //nolint:errorlint // io.Reader promises io.EOF itself
		dec := z.dec
		z.dec = nil
		_ = dec.Reset(nil)
		z.pool.Put(&zstdReader{dec, z.pool})
	}
	return n, err
}
