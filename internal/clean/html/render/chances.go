package render

import (
	"github.com/copydesk/copydesk/internal/text"
)

// Chances are the figures by which texts of a page were chosen. The zero value has none.
type Chances struct {
	// Of is, by text, how likely it is main content, from 0 to 1.
	Of []float32

	// Threshold is the chance from which on texts of the page are kept.
	Threshold float32
}

// of returns the chance of text i, 0 if it is not known.
func (c Chances) of(i int32) float32 {
	if int(i) >= len(c.Of) {
		return 0
	}
	return c.Of[i]
}

// stretch is the detail of texts that were left out with a stretch of the page, such as a dialogue, whatever their own chance.
const stretch = "stretch"

// change is the reason for leaving out a text with this chance.
func (c Chances) change(chance float32) *text.Change {
	if c.Of == nil {
		return byBoilerplate
	}
	why := &text.Change{Rule: boilerplate, Confidence: max(1-chance, .01), Threshold: max(1-c.Threshold, .01)}
	if chance >= c.Threshold {
		why.Detail = stretch
	}
	return why
}
