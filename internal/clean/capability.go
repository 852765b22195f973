package clean

// Capability is one part of a result, and how far it goes.
type Capability struct {
	// Name is the path of the field in a result, for example "clean.text".
	Name string

	// Description says how it is done, and its limits.
	Description string
}

// Capabilities returns the parts of CleanResult that are filled.
func Capabilities() []Capability {
	return []Capability{
		{"clean.text", "decoding, character repair, main content of pages, boilerplate lines, paragraphs rejoined"},
		{"clean.markdown", "headings, lists, quotations, code, formulas, tables, links and images as CommonMark"},
		{"clean.headline", "the headline of pages first in Markdown, in text and Markdown, or in neither (Cleaning.headline)"},
		{"clean.chunks", "whole blocks, sentences or words up to a size in words or characters, with overlap and the headings above"},
		{"clean.blocks", "kinds from markup for pages, from layout for text"},
		{"clean.segments", "every change, by rule; replaying them gives the text exactly"},
		{"clean.metadata", "as extract.metadata"},
		{"clean.page", "seven kinds of pages, by a trained model"},
		{"clean.content_confidence", "the F-measure that may be expected of the choice of a page's main content"},
		{"clean.charset", "byte order mark, Content-Type, <meta>, then the bytes themselves"},
	}
}
