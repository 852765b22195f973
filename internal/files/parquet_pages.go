package files

import (
	"bufio"
	"io"
	"math"

	"github.com/parquet-go/parquet-go/encoding/thrift"
	"github.com/parquet-go/parquet-go/format"
)

// largestPage returns the size of the largest page of a column in a row group, in bytes, decompressed and with its header, of
// which only the headers are read. A header can be large as well: some writers put the smallest and the largest value into it.
// One that is over maxPage or cannot be read counts as a page without a bound.
func (t *table) largestPage(rowGroup, index int) int64 {
	chunk := &t.file.Metadata().RowGroups[rowGroup].Columns[index].MetaData
	if chunk.TotalUncompressedSize <= maxPage {
		return chunk.TotalUncompressedSize // no page can be larger than all of them
	}
	largest := int64(0)
	at := chunk.DataPageOffset
	if chunk.DictionaryPageOffset > 0 {
		at = min(at, chunk.DictionaryPageOffset)
	}
	for end := at + chunk.TotalCompressedSize; at < end; {
		header, length, err := pageHeader(io.NewSectionReader(t.at, at, min(end-at, maxPage)))
		if err != nil || header.CompressedPageSize < 0 {
			return math.MaxInt64
		}
		largest = max(largest, length+int64(header.UncompressedPageSize))
		at += length + int64(header.CompressedPageSize)
	}
	return largest
}

// pageHeader reads a header and returns its own length.
func pageHeader(r io.Reader) (header format.PageHeader, length int64, err error) {
	counted := &counter{r: bufio.NewReaderSize(r, 4096)}
	err = thrift.NewDecoder(new(thrift.CompactProtocol).NewReader(counted)).Decode(&header)
	return header, counted.n, err
}

// counter counts the bytes that are read. It is an io.ByteReader, so that the decoder reads no further than it has to.
type counter struct {
	r *bufio.Reader
	n int64
}

// Read implements io.Reader.
func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

// ReadByte implements io.ByteReader.
func (c *counter) ReadByte() (byte, error) {
	b, err := c.r.ReadByte()
	if err == nil {
		c.n++
	}
	return b, err
}
