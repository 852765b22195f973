package meta

import (
	"strings"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/text"
)

// Kinds is a set of what a page says it is.
type Kinds uint32

// What pages say they are: by schema.org's types, and OpenGraph's.
const (
	Article Kinds = 1 << iota
	Blog
	Forum
	Question
	Product
	Listing
	Recipe
	Event
	Video
	Profile
	Documentation
	Collection
	Service
	Website
)

// Claims are what the markup of a page says it is and holds.
type Claims struct {
	// Kinds are of the page's main works.
	Kinds Kinds

	// Bodies are the ranges in the page of the texts of works in JSON-LD (articleBody, text, reviewBody), as written, longest
	// first.
	Bodies []text.Span

	// Descriptions are the ranges in the page of summaries, as written.
	Descriptions []text.Span

	// Headline is the title that was decided on.
	Headline string
}

// typed are the kinds by the end of a type's name, in lower case.
var typed = []struct {
	suffix string
	kind   Kinds
}{
	{"discussionforumposting", Forum}, {"socialmediaposting", Forum}, {"forum", Forum}, {"qapage", Question}, {"faqpage", Question}, {"question", Question}, {"liveblogposting", Article},
	{"blogposting", Article | Blog}, {"techarticle", Article | Documentation}, {"apireference", Documentation}, {"howto", Article}, {"newsarticle", Article}, {"article", Article}, {"report", Article}, {"review", Article}, {"blog", Blog | Collection},
	{"productgroup", Product}, {"individualproduct", Product}, {"product", Product}, {"recipe", Recipe}, {"event", Event}, {"videoobject", Video}, {"video.other", Video}, {"movie", Video},
	{"itemlist", Listing}, {"searchresultspage", Listing}, {"offercatalog", Listing}, {"collectionpage", Collection}, {"profilepage", Profile}, {"profile", Profile}, {"service", Service}, {"localbusiness", Service}, {"website", Website},
}

// KindOf returns what the name of a type says.
func KindOf(name string) Kinds {
	name = name[strings.LastIndexByte(name, '/')+1:]
	if len(name) > 40 {
		return 0
	}
	name = strings.ToLower(name)
	for _, t := range typed {
		if strings.HasSuffix(name, t.suffix) {
			return t.kind
		}
	}
	return 0
}

// maxBodies and maxDescriptions are how many of each are kept.
const (
	maxBodies       = 256
	maxDescriptions = 16
)

// meta notes what a meta element says the page is.
func (c *Claims) meta(name string, t *dom.Tree, s text.Span) {
	switch {
	case hasPrefixFold(name, "og:type"):
		c.Kinds |= KindOf(strings.TrimSpace(s.Of(t.Page)))
	case hasPrefixFold(name, "product:") || hasPrefixFold(name, "og:price"):
		c.Kinds |= Product
	case hasPrefixFold(name, "og:description") || hasPrefixFold(name, "description"):
		if len(c.Descriptions) >= maxDescriptions {
			return
		}
		c.Descriptions = append(c.Descriptions, s)
	}
}
