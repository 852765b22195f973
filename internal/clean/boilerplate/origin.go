package boilerplate

import "github.com/copydesk/copydesk/internal/text"

// Origin lines say where the text appeared first. Wrong where one line of a text about a work says where that work
// appeared.
const Origin text.Rule = "lines.origin"

var originRule = rule{
	info: text.RuleInfo{ID: Origin, Default: true, Description: "a note on where the text appeared first; wrong where one line gives the history of a work"},
	phrases: []phrase{
		{starts, 40, .93, "this STORY was|has|is been? originally|first published|appeared|posted|ran"},
		{starts, 40, .93, "this STORY originally|first published|appeared|ran|aired"},
		{starts, 40, .92, "the|a|an STORY originally|first appeared|ran on|in|at"},
		{starts, 40, .92, "a|an version of this STORY .. appeared|appears|ran|published"},
		{starts, 30, .92, "originally|first published|posted|appeared on|in|at|by"},
		{starts, 40, .95, "the post .. appeared first on"},
		{within, 30, .95, "appeared first on"},
		{starts, 30, .95, "appeared in the .. print edition"},
		{within, 30, .95, "print edition as"},
		{starts, 12, .93, "read the original article|story|post|here"},
		{within, 40, .9, "republished|reproduced|reprinted with|under|here permission|a|from"},
		{starts, 30, .9, "this STORY is|was republished|reprinted|syndicated from|by|with|under"},
		{within, 40, .8, "newswire"},
	},
}
