// Package quote finds what stands between quotation marks, in the styles of all languages, and pairs the marks even where some are
// missing or mean inches. What it finds need not be somebody's words: titles, terms and doubted words stand in marks too.
package quote

import "github.com/copydesk/copydesk/internal/text"

// Stretch is what stands between two marks. A stretch inside another is not listed.
type Stretch struct {
	// Inner is the text between the marks, without white space at its ends.
	Inner text.Span

	// Start is the offset of the opening mark, End that after the closing mark.
	Start, End int

	// Block is the position of its block in the list given to Find.
	Block int32

	// Open says that no mark closes it: it runs to the end of its block, and the next goes on with it.
	Open bool

	// Resumes says that it begins a block and goes on with the stretch before, which is Open.
	Resumes bool

	// Single says that its marks are single ones.
	Single bool
}
