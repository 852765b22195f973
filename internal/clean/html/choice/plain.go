package choice

import (
	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
)

// keepPlain keeps all text outside links of a page of which half is kept, and whose markup is that of a text and nothing else: no classes, ids,
// tables, navigation or forms. Such pages were written by hand, as those of the nineties; there is nothing around their text.
func (c *corrector) keepPlain() {
	all := c.size[len(c.size)-1]
	kept := c.keptSize[len(c.keptSize)-1]
	if all > maxTerms || kept == all || kept*2 < all || !c.isPlain() {
		return
	}
	for i := range c.parts {
		if i < len(c.t.Texts) && c.parts[i] == dom.LeaveOut && c.t.Nodes[c.t.Texts[i].Parent].In&(around|dom.Link|dom.Header|dom.Address) == 0 {
			c.parts[i] = dom.Keep
		}
	}
}

// isPlain reports whether a page has next to nothing but headings, paragraphs, lists and quotations.
func (c *corrector) isPlain() bool {
	headings := 0
	for i := int32(1); int(i) < len(c.t.Nodes); i++ {
		n := &c.t.Nodes[i]
		switch n.Tag { //nolint:exhaustive // others are found in plain texts, too
		case atom.Table, atom.Div, atom.Nav, atom.Aside, atom.Footer, atom.Form, atom.Section, atom.Article, atom.Iframe, atom.Script:
			return false
		}
		if dom.Level(n.Tag) > 1 {
			headings++
		}
		if c.stop(8) || c.t.Raw(i, dom.Class) != "" || c.t.Raw(i, dom.ID) != "" {
			return false
		}
	}
	return headings > 1
}
