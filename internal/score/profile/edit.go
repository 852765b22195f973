package profile

import (
	"iter"
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

// Edits are edits in order that do not overlap. They are held in chunks, so that a long list is not copied as it grows. The zero
// value is empty.
type Edits struct {
	chunks [][]Edit // all of chunkSize but the last
}

const chunkSize = 4 << 10

// Len returns how many edits there are.
func (e *Edits) Len() int {
	n := len(e.chunks)
	if n == 0 {
		return 0
	}
	return (n-1)*chunkSize + len(e.chunks[n-1])
}

// At returns edit i, which the caller may change.
func (e *Edits) At(i int) *Edit { return &e.chunks[i/chunkSize][i%chunkSize] }

// All yields the edits in order.
func (e *Edits) All() iter.Seq[Edit] {
	return func(yield func(Edit) bool) {
		for _, chunk := range e.chunks {
			for _, one := range chunk {
				if !yield(one) {
					return
				}
			}
		}
	}
}

// Append appends an edit.
func (e *Edits) Append(one Edit) {
	last := len(e.chunks) - 1
	if last < 0 || len(e.chunks[last]) == chunkSize {
		e.chunks = append(e.chunks, nil)
		last++
	}
	e.chunks[last] = append(e.chunks[last], one)
}

// Pop takes the last edit away; there is one.
func (e *Edits) Pop() {
	last := len(e.chunks) - 1
	e.chunks[last] = e.chunks[last][:len(e.chunks[last])-1]
	if len(e.chunks[last]) == 0 {
		e.chunks = e.chunks[:last]
	}
}

// Drop appends the edit that takes s out for a rule, or lengthens the last edit if that ends there and has the same rule.
func (e *Edits) Drop(s text.Span, rule int) {
	if s.Empty() {
		return
	}
	start, end := int32(s.Start), int32(s.End) //nolint:gosec // a text is shorter than 2 GiB
	if n := e.Len(); n > 0 {
		if last := e.At(n - 1); last.End == start && int(last.Rule) == rule && !last.LineFeed {
			last.End = end
			return
		}
	}
	e.Append(Edit{Start: start, End: end, Rule: uint8(rule)}) //nolint:gosec // a profile has fewer than 256 rules
}

// Apply returns s with the edits made.
func (e *Edits) Apply(s string) string {
	var b strings.Builder
	at := 0
	for one := range e.All() {
		b.WriteString(s[at:one.Start])
		b.WriteString(one.With())
		at = int(one.End)
	}
	b.WriteString(s[at:])
	return b.String()
}
