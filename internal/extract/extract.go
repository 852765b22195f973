// Package extract reads facts out of a cleaned document: what it says of itself, and the names, quotations,
// dates, contacts and links in it.
//
// Invariants: every span lies in the text it belongs to; every list is in order of first appearance; the same
// document and options always give the same facts; work is linear in the length of the document.
package extract

import (
	"context"
	"time"

	"github.com/copydesk/copydesk/internal/text"
)

// Features is a set of kinds of facts.
type Features uint

// The kinds of facts.
const (
	MetadataFeature Features = 1 << iota
	Sentences
	Entities
	Quotations
	Dates
	Contacts
	Links

	// All is every kind.
	All = MetadataFeature | Sentences | Entities | Quotations | Dates | Contacts | Links
)

// Has reports whether f holds a kind of g.
func (f Features) Has(g Features) bool { return f&g != 0 }

// Options says what to look for and what is known of the document from elsewhere.
type Options struct {
	// Features are the kinds of facts to return; what is not named is left empty.
	Features Features

	// PublishTime and RetrieveTime anchor relative dates; zero if unknown.
	PublishTime, RetrieveTime time.Time

	// URL is the address of the document, or empty. Relative links are resolved against it.
	URL string

	// Language is a BCP 47 tag, or empty.
	Language string
}

// Place is where a fact stands.
type Place struct {
	// Clean is the range in the clean text; meaningless unless HasClean.
	Clean text.Span

	// HasClean is false for a fact in a dropped line or in markup.
	HasClean bool

	// Source is the range in the source.
	Source text.Span
}

// Facts are the facts found.
type Facts struct {
	Metadata   *Metadata
	Sentences  []text.Span
	Entities   []Entity
	Quotations []Quotation
	Dates      []Date
	Contacts   []Contact
	Links      []Link
}

// Run returns the facts of d that o asks for. Its only error is that of ctx.
func Run(ctx context.Context, d *text.Document, o Options) (*Facts, error) {
	f := &Facts{}
	words, err := d.Words(ctx)
	if err != nil {
		return nil, err
	}
	steps := []struct {
		on Features
		do func()
	}{
		{MetadataFeature, func() { f.Metadata = ReadMetadata(d) }},
		{Sentences, func() { f.Sentences, _ = d.Sentences(ctx) }},
		{Entities | Quotations, func() { f.Entities = findEntities(d, words) }},
		{Quotations, func() { f.Quotations = findQuotations(d, words, f.Entities) }},
		{Dates, func() { f.Dates = findDates(d, words, o) }},
		{Contacts, func() { f.Contacts = findContacts(d) }},
		{Links, func() { f.Links = findLinks(d, o) }},
	}
	for _, s := range steps {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if o.Features.Has(s.on) {
			s.do()
		}
	}
	if !o.Features.Has(Entities) {
		f.Entities = nil
	}
	return f, ctx.Err()
}

// placeOf is the place of the clean range s.
func placeOf(d *text.Document, s text.Span) Place {
	return Place{Clean: s, HasClean: true, Source: d.ToSource(s)}
}

// placeIn is the place of s, a range of the text of l. Where repair changed the line, it is the whole line.
func placeIn(d *text.Document, l text.Dropped, s text.Span) Place {
	if l.Source.Of(d.Source) != l.Text {
		return Place{Source: l.Source}
	}
	return Place{Source: s.Shift(l.Source.Start)}
}
