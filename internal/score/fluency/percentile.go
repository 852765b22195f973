package fluency

import (
	"encoding/binary"
	"fmt"
	"math"
	"sort"

	"github.com/copydesk/copydesk/internal/model"
)

// Genre is the perplexity of texts of one genre, which were not used to make the model.
type Genre struct {
	// Name is at most 255 bytes long.
	Name string

	// Quantiles are the perplexities, in nats a token, below which 0, 1, ... 100 of a hundred texts are.
	Quantiles [101]float64
}

// The layout of section genres: for each genre the length of its name, a byte; the name; the quantiles, in 1/1000 of a nat, a uint16
// each.
const quantilesLen = 2 * len(Genre{}.Quantiles)

type genre struct{ name, quantiles string }

func openGenres(section string) (list []genre, err error) {
	for section != "" {
		n := 1 + int(section[0])
		if len(section) < n+quantilesLen {
			return nil, fmt.Errorf("%w: genre %d", model.ErrFormat, len(list))
		}
		list = append(list, genre{section[1:n], section[n:][:quantilesLen]})
		section = section[n+quantilesLen:]
	}
	return list, nil
}

func makeGenres(list []Genre) (out []byte) {
	for _, g := range list {
		out = append(append(out, byte(len(g.Name))), g.Name...) //nolint:gosec // at most 255
		for _, q := range g.Quantiles {
			out = binary.LittleEndian.AppendUint16(out, uint16(max(0, min(math.Round(q*1000), math.MaxUint16))))
		}
	}
	return out
}

// Percentile is the place of a text among those of a genre.
type Percentile struct {
	Genre string

	// Percent is the share of texts of the genre with a smaller perplexity, from 0 to 100.
	Percent float64
}

// Percentiles returns the place of a text among those of each genre, in the order of their names. Nats is the logarithm of its
// perplexity.
func (m *Model) Percentiles(nats float64) []Percentile {
	list := make([]Percentile, len(m.genres))
	for i, g := range m.genres {
		list[i] = Percentile{g.name, g.percent(nats)}
	}
	return list
}

// percent interpolates between quantiles.
func (g genre) percent(nats float64) float64 {
	at := func(i int) float64 { return float64(uint16(model.Int16(g.quantiles, 2*i))) / 1000 } //nolint:gosec // two's complement
	last := len(Genre{}.Quantiles) - 1
	i := sort.Search(last+1, func(i int) bool { return at(i) >= nats })
	switch {
	case i == 0:
		return 0
	case i > last:
		return float64(last)
	}
	return float64(i-1) + (nats-at(i-1))/(at(i)-at(i-1))
}
