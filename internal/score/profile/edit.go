package profile

import (
	"strings"

	"github.com/copydesk/copydesk/internal/text"
)

// Edit is a change that a filter makes to the text that it passes on. It takes twelve bytes, for a text can have as many edits as
// it has lines.
type Edit struct {
	// Start and End are the byte range that is taken out, half-open.
	Start, End int32

	// Rule is the number of its reason in Profile.EditRules.
	Rule uint8

	// LineFeed says whether a line feed takes the place of the range.
	LineFeed bool
}

// Span returns the range that is taken out.
func (e Edit) Span() text.Span { return text.Span{Start: int(e.Start), End: int(e.End)} }

// With returns what takes the place of the range.
func (e Edit) With() string {
	if e.LineFeed {
		return "\n"
	}
	return ""
}

// Edits are edits in order that do not overlap.
type Edits []Edit

// Drop appends the edit that takes s out for a rule, or lengthens the last edit if that ends there and has the same rule.
func (e Edits) Drop(s text.Span, rule int) Edits {
	if s.Empty() {
		return e
	}
	start, end := int32(s.Start), int32(s.End) //nolint:gosec // a text is shorter than 2 GiB
	if last := len(e) - 1; last >= 0 && e[last].End == start && int(e[last].Rule) == rule && !e[last].LineFeed {
		e[last].End = end
		return e
	}
	return append(e, Edit{Start: start, End: end, Rule: uint8(rule)}) //nolint:gosec // a profile has fewer than 256 rules
}

// Apply returns s with the edits made.
func (e Edits) Apply(s string) string {
	if len(e) == 0 {
		return s
	}
	size := len(s)
	for _, one := range e {
		size += len(one.With()) - one.Span().Len()
	}
	var b strings.Builder
	b.Grow(size)
	at := 0
	for _, one := range e {
		b.WriteString(s[at:one.Start])
		b.WriteString(one.With())
		at = int(one.End)
	}
	b.WriteString(s[at:])
	return b.String()
}
