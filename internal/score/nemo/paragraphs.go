package nemo

import (
	"strings"

	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

var paragraphSignals = []profile.Signal{
	{Name: prefix + "repeated_paragraphs", Description: "distinct paragraphs / paragraphs, which stand between two line feeds", Unit: "ratio"},
	{Name: prefix + "repeated_paragraphs_char", Description: "characters of the distinct paragraphs / of all of them", Unit: "ratio"},
	{Name: prefix + "boilerplate_string_ratio", Description: "paragraphs that contain, in lower case, a string of a site's policy / paragraphs; 1 if one contains lorem ipsum", Unit: "ratio"},
}

const (
	repeatedParagraphs = iota
	repeatedParagraphsChar
	boilerplateStringRatio
)

func measureParagraphs(t *pytext.Text, v []float64) {
	d := newDistinct()
	defer d.release()
	for rest := (text.Span{End: len(t.S)}); ; {
		p, more := nextParagraph(t.S, &rest)
		d.add(t, p)
		if !more {
			break
		}
	}
	v[repeatedParagraphs], v[repeatedParagraphsChar] = d.ratios(t)
	policies, filler := boilerplate(t, d.pieces, d.all())
	if v[boilerplateStringRatio] = profile.Ratio(len(policies), d.all()); filler {
		v[boilerplateStringRatio] = 1
	}
}

// nextParagraph takes the first paragraph from rest, as str.split("\n\n") has it, and reports whether another follows.
func nextParagraph(s string, rest *text.Span) (text.Span, bool) {
	p := *rest
	n := strings.Index(p.Of(s), "\n\n")
	if n < 0 {
		return p, false
	}
	p.End = p.Start + n
	rest.Start = p.End + len("\n\n")
	return p, true
}

func paragraphPlaces(t *pytext.Text, i, most int) []text.Span {
	d := newDistinct()
	defer d.release()
	var repeated []text.Span
	for rest := (text.Span{End: len(t.S)}); ; {
		p, more := nextParagraph(t.S, &rest)
		if d.add(t, p) && len(repeated) < most && !p.Empty() {
			repeated = append(repeated, p)
		}
		if !more {
			break
		}
	}
	if i == boilerplateStringRatio {
		places, _ := boilerplate(t, d.pieces, most)
		return places
	}
	return repeated
}
