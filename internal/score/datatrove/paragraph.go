package datatrove

import (
	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
)

// longLine is the length in characters from which on a line is a paragraph to C4's paragraph filter.
const longLine = 200

var paragraphGroup = profile.Group{
	Signals: []profile.Signal{
		{Name: "datatrove-c4-paragraph.paragraphs", Description: "lines between line feeds of 200 characters or more", Unit: "lines"},
	},
	Measure: func(t *pytext.Text, v []float64) {
		n := 0
		for l := range t.Lines().All() {
			if l.Len() >= longLine && t.Len(l) >= longLine {
				n++
			}
		}
		v[0] = float64(n)
	},
}
