// Package extract reads facts out of a cleaned document: what it says of itself, and the names, quotations,
// dates, contacts and links in it.
//
// Invariants: every span lies in the text it belongs to; every list is in order of first appearance and has a cap
// (limits.go), beyond which facts are counted and not kept; the same document and options always give the same facts; work
// is linear in the length of the document, and every step returns soon after the context ends.
package extract

import (
	"context"
	"time"

	"github.com/copydesk/copydesk/internal/extract/speech"
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

	// References adds pronouns and descriptions to the mentions of Entities.
	References

	// All is every kind.
	All = MetadataFeature | Sentences | Entities | Quotations | Dates | Contacts | Links | References
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

	// Omitted counts what was found and left out because a list was full.
	Omitted Omitted
}

// extraction is the work on one document.
type extraction struct {
	d     *text.Document
	o     Options
	words []text.Word // of the clean text

	sentences []text.Span

	pace  *text.Pace
	facts Facts

	mentions int // of all entities

	scene    *speech.Scene // nil unless it is asked for
	meanings []speech.Antecedent
}

// Run returns the facts of d that o asks for. Its only error is that of ctx.
func Run(ctx context.Context, d *text.Document, o Options) (*Facts, error) {
	x := &extraction{d: d, o: o, pace: text.NewPace(ctx)}
	defer x.release()
	steps := []struct {
		on Features
		do func() error
	}{
		{Entities | Quotations | Dates, func() (err error) { x.words, err = d.Words(ctx); return err }},
		{MetadataFeature | Dates, x.readMetadata},
		{Sentences | Entities | Quotations, func() (err error) { x.sentences, err = d.Sentences(ctx); return err }},
		{Sentences, x.listSentences},
		{Entities | Quotations, x.findEntities},
		{Entities | Quotations, x.findScene},
		{Quotations | References, x.findQuotations},
		{Entities, x.describeEntities},
		{Dates, x.findDates},
		{Contacts, x.findContacts},
		{Links, x.findLinks},
	}
	for _, s := range steps {
		if !o.Features.Has(s.on) {
			continue
		}
		if err := s.do(); err != nil {
			return nil, err
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
	}
	if !o.Features.Has(Entities) {
		x.facts.Entities, x.facts.Omitted.Entities, x.facts.Omitted.Mentions = nil, 0, 0
	}
	if !o.Features.Has(Quotations) {
		x.facts.Quotations, x.facts.Omitted.Quotations = nil, 0
	}
	if !o.Features.Has(MetadataFeature) {
		x.facts.Metadata = nil
	}
	return &x.facts, nil
}

// release gives scratch memory back.
func (x *extraction) release() {
	if x.scene != nil {
		x.scene.Release()
	}
}

// listSentences lists the sentences of the document.
func (x *extraction) listSentences() error {
	n := min(len(x.sentences), MaxSentences)
	x.facts.Sentences, x.facts.Omitted.Sentences = x.sentences[:n:n], len(x.sentences)-n
	return nil
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
