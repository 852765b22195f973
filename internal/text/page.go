package text

// PageKind is what a page is for. The values are those of the contract.
type PageKind uint8

// The kinds of pages.
const (
	PageUnknown PageKind = iota
	PageArticle
	PageForum
	PageProduct
	PageListing
	PageCollection
	PageDocumentation
	PageService
)

// The kinds of walls: pages that show something else in place of their content.
const (
	PageBotCheck PageKind = iota + 32
	PageError
	PageLogIn
	PageConsent
	PagePaywall
	PageParked
	PageEmpty
)

// IsWall reports whether a page shows something else in place of its content.
func (k PageKind) IsWall() bool { return k >= PageBotCheck }

// Page is what kind of page a text came from.
type Page struct {
	// Kind is what the page is for.
	Kind PageKind

	// Confidence is how sure a wall is, from 0 to 1; 0 for other kinds.
	Confidence float32

	// Evidence is what a wall was recognised by, strongest first; nil for other kinds.
	Evidence []PageEvidence

	// Incomplete says that the page shows only the beginning of its content, as with a paywall.
	Incomplete bool
}

// PageEvidence is one sign of a page's kind.
type PageEvidence struct {
	// Rule is the id of the sign.
	Rule Rule

	// Text is what is written there, as in the source, at most 256 bytes.
	Text string

	// Source is its range in the source; empty for what is missing from the page.
	Source Span
}
