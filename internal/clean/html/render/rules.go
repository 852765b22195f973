package render

import "github.com/copydesk/copydesk/internal/text"

// The ids of the rules.
const (
	markup      text.Rule = "html.markup"
	boilerplate text.Rule = "html.boilerplate"
	space       text.Rule = "html.space"
	entity      text.Rule = "html.entity"
	email       text.Rule = "html.email"
	formula     text.Rule = "html.math"
	duplicate   text.Rule = "html.duplicate"
)

// Headline is the id of the rule for the headline of a page.
const Headline text.Rule = "html.headline"

// The reasons, one for all documents: segments point to them.
var (
	byMarkup      = &text.Change{Rule: markup}
	byBoilerplate = &text.Change{Rule: boilerplate}
	bySpace       = &text.Change{Rule: space}
	byEntity      = &text.Change{Rule: entity}
	byEmail       = &text.Change{Rule: email}
	byMath        = &text.Change{Rule: formula}
	byDuplicate   = &text.Change{Rule: duplicate}
	byHeadline    = &text.Change{Rule: Headline}
)

// Rules describes the rules. They are what makes text of a page and cannot be disabled.
var Rules = []text.RuleInfo{
	{ID: markup, Default: true, Required: true, Description: "drops tags and the readings of ruby, or replaces tags by the break or the mark that they mean"},
	{ID: boilerplate, Default: true, Required: true, Description: "drops what is not the page's main content"},
	{ID: space, Default: true, Required: true, Description: "folds white space as browsers do"},
	{ID: entity, Default: true, Required: true, Description: "decodes character references"},
	{ID: email, Default: true, Required: true, Description: "decodes addresses hidden by e-mail protection"},
	{ID: formula, Default: true, Required: true, Description: "puts TeX, or else a line of plain characters, in place of a formula"},
	{ID: duplicate, Default: true, Required: true, Description: "drops a paragraph of 80 bytes or more that the page holds a second time, " +
		"as pages do for screens of another width; wrong where an author repeats himself"},
	{ID: Headline, Default: true, Required: true, Description: "takes the headline of the page out of its content, and puts it first where the option headline says so"},
}
