package textstats

import (
	"github.com/klauspost/compress/flate"

	"github.com/copydesk/copydesk/internal/pool"
	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
)

var compressionSignals = []profile.Signal{
	{Name: prefix + "compression_ratio", Description: "bytes of the first 2 KiB by DEFLATE (klauspost/compress, without state) / bytes before", Unit: "ratio"},
}

// maxCompressed is how many bytes of a text are compressed. The ratio falls with length, so that only equally long starts can be
// compared, and this is the most expensive of all signals.
const maxCompressed = 2 << 10

// compressed holds the part that is compressed, between texts.
var compressed pool.Of[[maxCompressed]byte]

func measureCompression(t *pytext.Text, v []float64) {
	buffer := compressed.Get()
	defer compressed.Put(buffer, maxCompressed)
	n := copy(buffer[:], t.S)
	var size counter
	if err := flate.StatelessDeflate(&size, buffer[:n], true, nil); err == nil { // a counter never fails
		v[0] = profile.Ratio(int(size), n)
	}
}

// counter is a writer that counts bytes.
type counter int

func (c *counter) Write(b []byte) (int, error) {
	*c += counter(len(b))
	return len(b), nil
}
