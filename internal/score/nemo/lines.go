package nemo

import (
	"strings"

	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/truth"
)

var lineSignals = []profile.Signal{
	{Name: prefix + "repeated_lines", Description: "distinct lines that are not blank / all of them", Unit: "ratio"},
	{Name: prefix + "repeated_lines_char", Description: "characters of the distinct lines that are not blank / of all of them", Unit: "ratio"},
	{Name: prefix + "punctuation", Description: "lines that are not blank and do not end in . ? ! \" ', white space aside / lines that are not blank", Unit: "ratio"},
	{Name: prefix + "ellipsis", Description: "lines that are not blank and end, in lower case and white space aside, in one of ... [...] … (...) […] -» read more.. and read more / lines that are not blank", Unit: "ratio"},
	{Name: prefix + "bullet_ratio", Description: "lines that are not blank and start, white space aside, with one of • ‣ ⁃ ⁌ ⁍ ∙ ○ ● ◘ ◦ ⦾ ⦿ / lines that are not blank", Unit: "ratio"},
}

const (
	repeatedLines = iota
	repeatedLinesChar
	punctuation
	ellipsis
	bulletRatio
)

func measureLines(t *pytext.Text, v []float64) {
	d := newDistinct(t)
	unended, elided, bulleted := 0, 0, 0
	for line := range t.Lines().All() {
		s := pytext.Strip(t.S, line).Of(t.S)
		if s == "" {
			continue
		}
		d.add(t, line)
		unended += truth.Int(!endsSentence(s))
		elided += truth.Int(endsElided(s))
		bulleted += truth.Int(startsBulleted(s))
	}
	v[repeatedLines], v[repeatedLinesChar] = d.ratios()
	v[punctuation] = profile.Ratio(unended, d.all)
	v[ellipsis] = profile.Ratio(elided, d.all)
	v[bulletRatio] = profile.Ratio(bulleted, d.all)
	d.release()
}

// endsSentence reports whether s, which is not empty, ends with an end mark.
func endsSentence(s string) bool {
	switch s[len(s)-1] {
	case '.', '?', '!', '"', '\'':
		return true
	default:
		return false
	}
}

// endsElided reports whether s, which is not empty, ends with an ellipsis mark. Only ASCII letters have the letters of the marks
// as lower case.
func endsElided(s string) bool {
	switch s[len(s)-1] {
	case '.', ']', ')', 'e', 'E', "…"[2], "»"[1]:
	default:
		return false
	}
	for _, mark := range ellipsisMarks {
		if len(s) >= len(mark) && strings.EqualFold(s[len(s)-len(mark):], mark) {
			return true
		}
	}
	return false
}

// startsBulleted reports whether s, which is not empty, starts with a bullet.
func startsBulleted(s string) bool {
	if s[0] != "•"[0] {
		return false
	}
	for _, r := range s {
		return strings.ContainsRune("•‣⁃⁌⁍∙○●◘◦⦾⦿", r)
	}
	return false
}

func findLines(t *pytext.Text, i int, p *profile.Places) {
	d := newDistinct(t)
	for line := range t.Lines().All() {
		stripped := pytext.Strip(t.S, line)
		if stripped.Empty() {
			continue
		}
		s := stripped.Of(t.S)
		repeated := d.add(t, line)
		if i <= repeatedLinesChar && repeated || i == punctuation && !endsSentence(s) || i == ellipsis && endsElided(s) ||
			i == bulletRatio && startsBulleted(s) {
			p.Add(stripped)
		}
	}
	d.release()
}
