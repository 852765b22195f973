package text

// BlockKind is the role of a block in a document.
type BlockKind int

// The kinds of blocks.
const (
	Paragraph BlockKind = iota + 1
	Heading             // Level is 1 to 6
	ListItem            // Level is the depth of nesting, from 1
	Quote               // Level is the depth of nesting, from 1
	Code                // verbatim
	Table               // one row a line, cells separated by tabs
	Caption             // of a picture or table
	Verse               // line ends matter
	Math                // TeX
	Comment             // a reader's
)

// Block is one structural unit of a text. Blocks are in order and do not overlap; between two of them
// there is only white space.
type Block struct {
	Kind  BlockKind
	Span  Span
	Level int

	// Language is the programming language of a Code block, if the page names it.
	Language string

	// Number is the number of a ListItem in a list that the page numbers without writing the number; 0 in any other.
	Number int

	// Quotes is the number of quotations of the page that enclose the block. For a Quote it equals Level.
	Quotes int

	// Lists is the number of items of lists of the page that enclose a block which is no ListItem; 0 where a quotation is nearer.
	Lists int

	// Continued marks a ListItem that continues the previous item after another block inside it.
	Continued bool

	// Reply marks a reader's contribution, whatever its kind.
	Reply bool
}

// InlineKind is the kind of a part of a line.
type InlineKind int

// The kinds of inlines.
const (
	InlineCode InlineKind = iota + 1
	InlineMath            // with the dollar signs around TeX
)

// Inline is a part of a block that is not running text. Inlines are in order and do not overlap.
type Inline struct {
	Kind InlineKind
	Span Span
}

// Image is a picture within the content.
type Image struct {
	// URL is its address as written, entities decoded.
	URL string

	// Alt is its text for readers who cannot see it; often empty.
	Alt string

	// At is its offset in the clean text.
	At int
}
