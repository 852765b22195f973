package boilerplate

import "github.com/copydesk/copydesk/internal/text"

// The ids of the rules.
const (
	Copyright  text.Rule = "lines.copyright"
	Hash       text.Rule = "lines.hash"
	Contact    text.Rule = "lines.contact"
	Share      text.Rule = "lines.share"
	Cookies    text.Rule = "lines.cookies"
	Newsletter text.Rule = "lines.newsletter"
	More       text.Rule = "lines.more"
	Advert     text.Rule = "lines.advert"
	Comments   text.Rule = "lines.comments"
	Credit     text.Rule = "lines.credit"
	App        text.Rule = "lines.app"
	Appeal     text.Rule = "lines.appeal"
	Origin     text.Rule = "lines.origin"
	Age        text.Rule = "lines.age"
	Widget     text.Rule = "lines.widget"
	Separator  text.Rule = "lines.separator"
	Duplicate  text.Rule = "lines.duplicate"
)

// Rules describes the rules.
var Rules = []text.RuleInfo{
	{ID: Copyright, Default: true, Description: "a line that claims rights; wrong in a text that lists such lines"},
	{ID: Hash, Default: true, Description: "a line that is one long hexadecimal id; wrong in lists of checksums"},
	{ID: Contact, Default: true, Description: "a short line that tells where to write to; wrong on a contact page"},
	{ID: Share, Default: true, Description: "buttons that share or follow; wrong where a short line calls for sharing"},
	{ID: Cookies, Default: true, Description: "consent and privacy notices addressed to the visitor"},
	{ID: Newsletter, Default: true, Description: "prompts to subscribe or register"},
	{ID: More, Default: true, Description: "pointers to other articles"},
	{ID: Advert, Default: true, Description: "markers of advertisements, notes on affiliate links"},
	{ID: Comments, Default: true, Description: "counters of comments and prompts to log in to comment"},
	{ID: Credit, Default: true, Description: "a line that only credits a photographer, agency or editor"},
	{ID: App, Default: true, Description: "prompts to install an app"},
	{ID: Appeal, Default: true, Description: "calls for donations, membership or feedback; wrong where the text itself is an appeal"},
	{ID: Origin, Default: true, Description: "a note on where the text appeared first; wrong where a work's history is told in one line"},
	{ID: Age, Default: true, Description: "reading times and how long ago a page was published; wrong in a table of ages"},
	{ID: Widget, Default: true, Description: "what players, galleries and menus say of themselves, and lists of tags"},
	{ID: Separator, Default: true, Description: "a line of nothing but marks; wrong where it parts the scenes of a story"},
	{ID: Duplicate, Default: true, Description: "a paragraph of 80 bytes or more that stood before, word for word"},
}
