package pages

import (
	"fmt"
	"html"
	"slices"
	"strings"

	"github.com/copydesk/copydesk/eval/floor"
	"github.com/copydesk/copydesk/eval/metric"
	"github.com/copydesk/copydesk/internal/text"
)

// Walls prints how many pages of all sets are taken for walls, by kind: of WCXB, whose golds are empty for walls and for pages without
// content, and of the others, none of which is a wall.
func Walls() error {
	type tally struct{ empty, full, incomplete int }
	byKind := map[string]*tally{}
	pages, golds := 0, 0
	err := lookAt(func(set pageSet, l *looked) error {
		pages++
		full := l.shows(l.with) || len(metric.Tokens(l.gold)) > 0
		if !full {
			golds++
		}
		kind := l.doc.Page.Kind
		if showing && !full && kind < text.PageBotCheck {
			fmt.Printf("MISSED %s %s: %d bytes: %.100q\n", set.name, l.id, len(l.doc.Clean), strings.Join(strings.Fields(l.doc.Clean), " "))
		}
		if kind < text.PageBotCheck {
			return nil
		}
		name := wallNames[kind]
		c := byKind[name]
		if c == nil {
			c = &tally{}
			byKind[name] = c
		}
		switch {
		case l.doc.Page.Incomplete:
			c.incomplete++
		case full:
			c.full++
		default:
			c.empty++
		}
		if showing {
			fmt.Printf("WALL %s %s %s (%d words of gold, incomplete %v):", name, set.name, l.id, len(metric.Tokens(l.gold)), l.doc.Page.Incomplete)
			for _, e := range l.doc.Page.Evidence {
				fmt.Printf(" %s %.60q", e.Rule, e.Text)
			}
			fmt.Println()
		}
		return nil
	})
	if err != nil {
		return err
	}
	fmt.Printf("%-12s %11s %11s %16s\n", "taken for", "gold empty", "gold full", "beginning stays")
	wrong, cut := 0, 0
	for _, name := range sortedKeys(byKind) {
		c := byKind[name]
		fmt.Printf("%-12s %11d %11d %16d\n", name, c.empty, c.full, c.incomplete)
		wrong += c.full
		cut += c.incomplete
	}
	fmt.Printf("%d pages, %d with an empty gold\n", pages, golds)
	floor.AtMost("walls/wrong", float64(wrong))
	floor.AtMost("walls/cut", float64(cut))
	return nil
}

// wallNames are the names of kinds of walls.
var wallNames = map[text.PageKind]string{
	text.PageBotCheck: "bot check", text.PageError: "error", text.PageLogIn: "log-in", text.PageConsent: "consent",
	text.PagePaywall: "paywall", text.PageParked: "parked", text.PageEmpty: "empty",
}

// shows reports whether a piece of text is in the texts of the page: scripts fetch the text of some pages.
func (l *looked) shows(pieces []string) bool {
	var text strings.Builder
	for i := range l.tree.Texts {
		text.WriteString(l.tree.Span(int32(i)).Of(l.tree.Page) + " ")
	}
	all := strings.Join(strings.Fields(html.UnescapeString(text.String())), " ")
	return slices.ContainsFunc(pieces, func(p string) bool { return strings.Contains(all, strings.Join(strings.Fields(p), " ")) })
}
