package clean

import (
	"github.com/copydesk/copydesk/internal/clean/boilerplate"
	"github.com/copydesk/copydesk/internal/clean/html/content"
	"github.com/copydesk/copydesk/internal/clean/site"
	"github.com/copydesk/copydesk/internal/text"
)

// Form is the form in which a document was sent.
type Form int

// The forms of documents.
const (
	Text Form = iota + 1 // decoded plain text
	HTML                 // a decoded page
	Raw                  // bytes, to be decoded
)

// Input is a document as it was sent.
type Input struct {
	// Form says what Content is.
	Form Form

	// Content is the text, the page or the bytes. Text and HTML are valid UTF-8.
	Content string

	// MediaType is the Content-Type under which raw bytes were served; may be empty.
	MediaType string

	// URL is where the document came from; may be empty.
	URL string

	// AlreadyClean says that text is to be used as it is.
	AlreadyClean bool
}

// Level is how readily boilerplate lines are dropped.
type Level int

// The levels.
const (
	Balanced Level = iota // beyond reasonable doubt
	Keep                  // none
	Strict                // more likely boilerplate than not
)

// Options says how to clean. The zero value of all but Rules is the recommended use.
type Options struct {
	// Boilerplate is how readily lines are dropped.
	Boilerplate Level

	// Preference says which mistake is worse when a page's main content is chosen: losing some of it, or keeping something else.
	Preference content.Preference

	// Content is the model that separates a page's main content from the rest; nil for the one that is built in. It is for
	// measurements with models that have not seen a page.
	Content *content.Model

	// Replies keeps what readers wrote about an article, after its own text or between its parts.
	Replies bool

	// Headline says where the headline of a page goes.
	Headline Headline

	// Site are counts of lines on the pages of hosts, by which lines that recur are dropped. The zero value has none.
	Site site.Counts

	// RepairOnly mends characters and white space and does nothing else.
	RepairOnly bool

	// Rules are the rules in use.
	Rules text.RuleSet

	// Enter is called when a stage begins, with its name: charset, page, layout, repair, boilerplate, reflow or structure. nil for
	// nobody who wants to know.
	Enter func(stage string)
}

func (o *Options) enter(stage string) {
	if o.Enter != nil {
		o.Enter(stage)
	}
}

// ofLines returns the level under the name that the boilerplate stage has for it.
func (l Level) ofLines() boilerplate.Level {
	switch l {
	case Keep:
		return boilerplate.Keep
	case Strict:
		return boilerplate.Strict
	default:
		return boilerplate.Balanced
	}
}
