package hidden

import (
	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/text"
)

// The ways in which text is hidden, as parts of a page.
const (
	display dom.Part = dom.FirstHidden + iota
	visibility
	opacity
	size
	offscreen
	clip
	colour
	reader
	end
)

// Rules describes the rules, one for each way of hiding text. They take texts out whatever the choice of content says;
// disabling one leaves such texts to that choice.
var Rules = []text.RuleInfo{
	{ID: "html.hidden.display", Default: true, Description: "drops text that is not displayed (display:none, the hidden attribute, " +
		"content-visibility:hidden), except panels of tabs and accordions whose control is visible; wrong where a script shows it"},
	{ID: "html.hidden.visibility", Default: true, Description: "drops text with visibility:hidden; wrong where a script shows it"},
	{ID: "html.hidden.opacity", Default: true, Description: "drops text whose opacity is 0, except where a style announces that it will fade in"},
	{ID: "html.hidden.size", Default: true, Description: "drops text in letters of one pixel at most, or in a box without width or height that hides " +
		"what does not fit"},
	{ID: "html.hidden.offscreen", Default: true, Description: "drops text that is moved off the screen by 500 pixels or more"},
	{ID: "html.hidden.clip", Default: true, Description: "drops text of which a clipping path leaves nothing, which is behind a background, or which its margin pushes out of a box " +
		"that hides what does not fit"},
	{ID: "html.hidden.colour", Default: true, Description: "drops text that is transparent, or of the colour of its background where that is known"},
	{ID: "html.hidden.reader", Default: true, Description: "drops text in classes by which style sheets show it to screen readers only (sr-only, " +
		"visually-hidden, screen-reader-text)"},
}

// changes are the reasons, one for each rule, for all documents: segments point to them.
var changes = func() (list [end - display]*text.Change) {
	for i := range list {
		list[i] = &text.Change{Rule: Rules[i].ID}
	}
	return list
}()

// Change returns the reason for which a hidden part is left out, nil if it is not hidden.
func Change(p dom.Part) *text.Change {
	if p < display || p >= end {
		return nil
	}
	return changes[p-display]
}
