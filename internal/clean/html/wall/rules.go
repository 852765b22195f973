package wall

import "github.com/copydesk/copydesk/internal/text"

// Rule is the rule by which the text of a wall is dropped.
const Rule text.Rule = "html.wall"

// Dropped is the reason for a text that was dropped, one for all documents: segments point to it.
var Dropped = &text.Change{Rule: Rule}

// Rules describes the rules.
var Rules = []text.RuleInfo{{
	ID: Rule, Default: true,
	Description: "drops the text of pages that show something else in place of their content: bot checks, errors, log-ins, consent, " +
		"paywalls without a beginning of the text, parked domains; wrong where such a page is wanted",
}}

// The ids of evidence.
const (
	inTitle   text.Rule = "wall.title"   // the title says it
	inHeading text.Rule = "wall.heading" // a heading, or the first line, says it
	inText    text.Rule = "wall.text"    // another line says it
	inControl text.Rule = "wall.control" // a button or label says it
	byScript  text.Rule = "wall.script"  // a script or element of a known check or parking service
	byForm    text.Rule = "wall.form"    // a field for a password
	byMarkup  text.Rule = "wall.markup"  // metadata or a class says it
	byNothing text.Rule = "wall.empty"   // there is no text
)
