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
}
