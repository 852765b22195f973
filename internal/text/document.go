package text

// Dropped is a line that cleaning took out, kept for what it says: an author, an address, a rights holder.
type Dropped struct {
	// Source is where it stands in the source.
	Source Span

	// Text is the line after repair, without white space at its ends.
	Text string

	// Rule is why it was dropped.
	Rule Rule
}

// Fact is something that a page says of itself in its markup, not in its visible text.
type Fact struct {
	// Name is the property as the page names it, in lower case: "og:title", "author", "datePublished".
	Name string

	// Value is what it says, entities decoded, white space folded.
	Value string

	// Text is what stands there, where Value was made of it by more than that: a date as written, a title with the name of
	// the site. Empty if it is Value.
	Text string

	// Origin is the kind of markup: "title", "meta", "link", "json-ld", "microdata", "html".
	Origin string

	// Source is where the value stands in the source.
	Source Span
}

// Anchor is a link of the content.
type Anchor struct {
	// URL is the address as written, entities decoded.
	URL string

	// Span is the words that carry it, in the clean text.
	Span Span
}

// Document is one cleaned document: what Extract and Score read, computed once. Sentences, words and lines
// are found when first asked for.
type Document struct {
	// Source is the document as it was sent. For raw bytes it is those bytes, which need not be UTF-8.
	Source string

	// Clean is the clean text: valid UTF-8.
	Clean string

	// Provenance leads from Source to Clean.
	Provenance Provenance

	// Blocks are the structure of Clean.
	Blocks []Block

	// Dropped are the lines taken out, in order.
	Dropped []Dropped

	// Facts are what the markup says of the page, in order; nil for plain text.
	Facts []Fact

	// Anchors are the links of the main content, in order; nil for plain text.
	Anchors []Anchor

	// Images are the pictures of the main content, in order; nil for plain text.
	Images []Image

	// Inlines are the code and the formulas within lines of the main content; nil for plain text.
	Inlines []Inline

	// Charset is the WHATWG label of the encoding that raw bytes were decoded from; else empty.
	Charset string

	// MediaType is what the content was taken for: "text/plain" or "text/html".
	MediaType string

	// PageType is the kind of page that Clean came from, for example "article"; empty for plain text.
	PageType string

	// Confidence is how sure the choice of a page's main content is, from 0 to 1.
	Confidence float32

	lines     []Span
	words     []Span
	sentences []Span
}

// Lines returns the lines of the clean text that hold more than white space, without their ends.
// The caller must not change the slice.
func (d *Document) Lines() []Span {
	if d.lines == nil {
		d.lines = Lines(d.Clean)
	}
	return d.lines
}

// Words returns the words of the clean text. The caller must not change the slice.
func (d *Document) Words() []Span {
	if d.words == nil {
		d.words = Words(d.Clean)
	}
	return d.words
}

// Sentences returns the sentences of the clean text; none crosses a block. The caller must not change the
// slice.
func (d *Document) Sentences() []Span {
	if d.sentences == nil {
		for _, b := range d.Blocks {
			d.sentences = AppendSentences(d.sentences, d.Clean, b.Span)
		}
	}
	return d.sentences
}

// ToSource returns the source range from which the clean range s was made.
func (d *Document) ToSource(s Span) Span { return d.Provenance.ToSource(s) }
