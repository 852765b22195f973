package meta

import "github.com/copydesk/copydesk/internal/text"

// field is a field of the metadata.
type field uint8

const (
	title field = iota + 1
	author
	published
	modified
	site
	publisher
	canonical
	language
	license
	tag
	category
	image
	description
	publishDay
	changeDay

	fieldCount
)

// names are the names of the fields in facts.
var names = [...]text.FactName{
	title: text.FactTitle, author: text.FactAuthor, published: text.FactPublishTime, modified: text.FactUpdateTime,
	site: text.FactSiteName, publisher: text.FactPublisher, canonical: text.FactCanonicalURL, language: text.FactLanguage,
	license: text.FactLicense, tag: text.FactTag, category: text.FactTag, image: text.FactImageURL,
	description: text.FactDescription, publishDay: text.FactPublishDate, changeDay: text.FactUpdateDate,
}

// source is where a candidate was found. For most fields an earlier source in this order is trusted more.
type source uint8

const (
	fromLD      source = iota + 1 // JSON-LD, of the work that the page is about
	fromGraph                     // OpenGraph and article:*
	fromItem                      // microdata
	fromMeta                      // meta elements by other names
	fromLink                      // link elements
	fromRel                       // links by rel
	fromClass                     // an element named for it
	fromText                      // visible text
	fromTitle                     // the title element
	fromAddress                   // the page's address
	fromOther                     // JSON-LD of the page or its site, not of the work
	fromScript                    // the state of a script

	sourceCount
)

// origins are the names of the sources in facts.
var origins = [...]string{
	fromLD: "json-ld", fromGraph: "meta", fromItem: "microdata", fromMeta: "meta", fromLink: "link", fromRel: "html",
	fromClass: "html", fromText: "text", fromTitle: "title", fromAddress: "url", fromOther: "json-ld", fromScript: "html",
}

// candidate is one answer to what a field is.
type candidate struct {
	field  field
	source source
	rank   uint8 // within the source, the lowest first
	node   int32 // the element it is in, -1 if none
	span   text.Span
	value  string // decoded, white space folded
}

// fact returns c with the value as decided.
func (c *candidate) fact(value string) text.Fact {
	return text.Fact{Name: names[c.field], Value: value, Text: c.value, Origin: origins[c.source], Source: c.span}
}
