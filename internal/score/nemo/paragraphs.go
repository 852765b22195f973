package nemo

import (
	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

var paragraphSignals = []profile.Signal{
	{Name: prefix + "repeated_paragraphs", Description: "distinct paragraphs / paragraphs, which two line feeds separate", Unit: "ratio"},
	{Name: prefix + "repeated_paragraphs_char", Description: "characters of the distinct paragraphs / of all of them", Unit: "ratio"},
	{Name: prefix + "boilerplate_string_ratio", Description: "paragraphs that contain, in lower case, a string of a site's policy / paragraphs; 1 if one contains lorem ipsum", Unit: "ratio"},
}

const (
	repeatedParagraphs = iota
	repeatedParagraphsChar
	boilerplateStringRatio
)

func measureParagraphs(t *pytext.Text, v []float64) {
	d := newDistinct(t)
	for p := range t.Separated("\n\n") {
		d.add(t, p)
	}
	v[repeatedParagraphs], v[repeatedParagraphsChar] = d.ratios()
	policies, filled := 0, false
	eachBoilerplate(t, func(_ text.Span, isFiller bool) {
		policies++
		filled = filled || isFiller
	})
	if v[boilerplateStringRatio] = profile.Ratio(policies, d.all); filled {
		v[boilerplateStringRatio] = 1
	}
	d.release()
}

func findParagraphs(t *pytext.Text, i int, p *profile.Places) {
	if i == boilerplateStringRatio {
		eachBoilerplate(t, func(paragraph text.Span, _ bool) { p.Add(paragraph) })
		return
	}
	d := newDistinct(t)
	for paragraph := range t.Separated("\n\n") {
		if d.add(t, paragraph) && !paragraph.Empty() {
			p.Add(paragraph)
		}
	}
	d.release()
}
