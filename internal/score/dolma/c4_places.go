package dolma

import (
	"slices"
	"strings"

	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

// placesOfC4 returns the lines that a signal counts, each with its line feed, or the words or braces that it found.
func placesOfC4(t *pytext.Text, i, most int) []text.Span {
	switch i % len(c4Signals) {
	case unendedLines:
		return placesOfLinesThat(t, most, func(l text.Span) bool { return isUnended(t.S, l) })
	case shortLines:
		return placesOfLinesThat(t, most, func(l text.Span) bool { return isShort(l.Of(t.S)) })
	case naughtyWord, javascript, loremIpsum:
		return placesFound(t, i, most)
	case curlyBrace:
		return placesOfBraces(t.S, most)
	default:
		return nil
	}
}

func placesOfLinesThat(t *pytext.Text, most int, is func(l text.Span) bool) []text.Span {
	var places []text.Span
	for _, l := range t.Lines() {
		if len(places) == most {
			break
		}
		if is(l) {
			places = append(places, withFeed(t.S, l))
		}
	}
	return places
}

func placesFound(t *pytext.Text, i, most int) []text.Span {
	var places []text.Span
	eachFound(t, func(signal int, place text.Span) {
		if signal == i {
			places = append(places, place)
		}
	})
	slices.SortFunc(places, func(a, b text.Span) int { return a.Start - b.Start })
	return places[:min(most, len(places))]
}

func placesOfBraces(s string, most int) []text.Span {
	var places []text.Span
	for at := 0; len(places) < most; at++ {
		n := strings.IndexByte(s[at:], '{')
		if n < 0 {
			break
		}
		at += n
		places = append(places, text.Span{Start: at, End: at + 1})
	}
	return places
}

// editC4 takes out the lines that the mixing configuration takes out. A line that both rules are about is taken out by the
// one about its end.
func editC4(t *pytext.Text) []profile.Edit {
	var edits []profile.Edit
	for _, l := range t.Lines() {
		whole := withFeed(t.S, l)
		rule := ""
		switch {
		case whole.Len() == 0:
		case isUnended(t.S, l):
			rule = c4 + "." + c4Signals[unendedLines].Name
		case isShort(l.Of(t.S)):
			rule = c4 + "." + c4Signals[shortLines].Name
		}
		if rule != "" {
			edits = append(edits, profile.Edit{Rule: rule, Span: whole})
		}
	}
	return edits
}
