package render

import (
	"html"
	"strings"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
)

// longestSign is the length in bytes of the longest sign, written as character references.
const longestSign = 20

// isSign reports whether a link within a page is no word of its text but a sign to press: that of the address of a heading or paragraph, or of
// the way back from a footnote.
func (w *writer) isSign(n *dom.Node, href string) bool {
	if n.EndText != n.FirstText+1 || !strings.Contains(href[:min(len(href), maxAddress)], "#") {
		return false
	}
	s := w.t.Span(n.FirstText)
	if s.Len() > longestSign {
		return false
	}
	switch strings.TrimRight(strings.TrimSpace(html.UnescapeString(s.Of(w.t.Page))), "\ufe0e\ufe0f") {
	case "¶", "#", "🔗", "⚓", "↩", "↵", "⏎", "↑", "⤴", "⇧", "^":
		return true
	case "§":
		return n.In&dom.Heading != 0
	default:
		return false
	}
}

// maxAddress is how many bytes of an address are searched.
const maxAddress = 2048
