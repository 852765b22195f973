package text

// BlockKind is the part that a block plays in a document.
type BlockKind int

// The kinds of blocks.
const (
	Paragraph BlockKind = iota + 1
	Heading             // Level 1 to 6
	ListItem            // Level is the depth, from 1
	Quote
	Code    // verbatim
	Table   // one row a line, cells parted by tabs
	Caption // of a picture or table
	Verse   // line ends matter
	Math    // TeX
	Comment // a reader's
)

// Block is one structural unit of a text. Blocks are in order and do not overlap; between two of them
// there is only white space.
type Block struct {
	Kind  BlockKind
	Span  Span
	Level int
	// Language is the programming language of a Code block, if the page names it.
	Language string

	// Number is that of a ListItem in a list that the page numbers without writing the number; 0 if it is not numbered so.
	Number int

	// Quotes is how many quotations of the page the block stands in. A Quote has it in Level too.
	Quotes int

	// Continued says that a ListItem goes on with the item before, after something else stood inside it.
	Continued bool

	// Reply says that the block is a reader's, whatever its kind.
	Reply bool
}

// InlineKind is what a part of a line is.
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

// Image is a picture that stands in the content.
type Image struct {
	// URL is its address as written, entities decoded.
	URL string

	// Alt is what stands for it where it cannot be shown; often empty.
	Alt string

	// At is the offset in the clean text where it stands.
	At int
}
