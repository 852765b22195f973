package choice

import (
	"strings"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
)

// noticeTitles are the beginnings of classes of the title of a note in documentation: "Note", "Warning".
var noticeTitles = [...]string{"admonition-title", "admonitionheading", "admonition-heading", "callout-title", "markdown-alert-title", "alert-heading", "alert-title", "note-title", "tip-title", "warning-title"}

// notices are classes of such notes, whose first line may be called just title.
var notices = wordsOf("admonition callout note tip warning caution danger important hint notice alert infobox-note")

// mostNotice is how many bytes of text such a title has at most.
const mostNotice = 80

// keepNotices keeps the title of a note of which the text right after it stays.
func (c *corrector) keepNotices() {
	for i := int32(1); int(i) < len(c.t.Nodes) && !c.stop(8); i++ {
		n := &c.t.Nodes[i]
		if n.Block != i || n.In&around != 0 || n.EndText == n.FirstText || c.size[n.EndText]-c.size[n.FirstText] > mostNotice || c.written(n.FirstText, n.EndText) > 0 {
			continue
		}
		parent := &c.t.Nodes[n.Parent]
		if n.EndText < parent.EndText && c.written(n.EndText, n.EndText+1) > 0 && c.isNoticeTitle(i) {
			c.set(n, dom.LeaveOut, dom.Keep)
		}
	}
}

func (c *corrector) isNoticeTitle(i int32) bool {
	class := strings.ToLower(c.t.Raw(i, dom.Class)[:min(len(c.t.Raw(i, dom.Class)), mostName)])
	for w := range strings.FieldsSeq(class) {
		for _, title := range noticeTitles {
			if strings.HasPrefix(w, title) {
				return true
			}
		}
		if w == "title" && isNamed(c.t.Raw(c.t.Nodes[i].Parent, dom.Class), notices) {
			return true
		}
	}
	return false
}
