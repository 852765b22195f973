package boilerplate

import "github.com/copydesk/copydesk/internal/text"

// Duplicate lines are paragraphs that the text has had before, word for word. Wrong where a document repeats a clause on
// purpose.
const Duplicate text.Rule = "lines.duplicate"

var duplicateRule = rule{
	info: text.RuleInfo{ID: Duplicate, Default: true, Description: "a paragraph of 80 bytes or more that has occurred before, word for word; wrong where a clause is repeated on purpose"},
}

const (
	duplicateConfidence = .97

	// minDuplicate is the length in bytes from which a repeated paragraph is taken for a slip: shorter ones are refrains,
	// answers in dialogues, headings and table cells.
	minDuplicate = 80
)

// isDuplicate reports whether the paragraph line was kept before.
func (r *runner) isDuplicate(line string) bool {
	if len(line) < minDuplicate {
		return false
	}
	_, ok := r.seen[line]
	return ok
}

// remember notes a paragraph that was kept.
func (r *runner) remember(line string) {
	if len(line) >= minDuplicate && r.rules.On(Duplicate) {
		r.seen[line] = struct{}{}
	}
}
