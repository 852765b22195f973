package service

import (
	"time"

	"google.golang.org/protobuf/types/known/timestamppb"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
	"github.com/copydesk/copydesk/internal/extract"
)

// extracted translates facts.
func (t *translator) extracted(f *extract.Facts) *copydeskv1.ExtractResult {
	r := &copydeskv1.ExtractResult{Metadata: t.metadata(f.Metadata)}
	for _, s := range f.Sentences {
		r.Sentences = append(r.Sentences, &copydeskv1.Sentence{Span: t.span(s), Text: s.Of(t.d.Clean)})
	}
	for _, e := range f.Entities {
		r.Entities = append(r.Entities, t.entity(e))
	}
	for _, q := range f.Quotations {
		r.Quotations = append(r.Quotations, t.quotation(q))
	}
	for _, d := range f.Dates {
		r.Dates = append(r.Dates, &copydeskv1.DateMention{
			Span: t.place(d.Place), Text: d.Text, Value: d.Value, Relative: d.Relative,
		})
	}
	for _, c := range f.Contacts {
		r.Contacts = append(r.Contacts, &copydeskv1.Contact{
			Kind: contactKinds[c.Kind], Value: c.Value, Text: c.Text, Name: c.Name, Span: t.place(c.Place),
		})
	}
	for _, l := range f.Links {
		r.Links = append(r.Links, &copydeskv1.Link{Url: l.URL, Text: l.Text, Span: t.place(l.Place)})
	}
	return r
}

// place is where a fact stands; one from a dropped line stands in the source only.
func (t *translator) place(p extract.Place) *copydeskv1.TextSpan {
	m := &copydeskv1.TextSpan{Source: toSpan(t.source.Span(p.Source))}
	if p.HasClean {
		m.Clean = toSpan(t.clean.Span(p.Clean))
	}
	return m
}

func (t *translator) entity(e extract.Entity) *copydeskv1.Entity {
	m := &copydeskv1.Entity{Type: entityTypes[e.Type], Name: e.Name}
	for _, n := range e.Mentions {
		m.Mentions = append(m.Mentions, &copydeskv1.Mention{Span: t.place(n.Place), Text: n.Text})
	}
	for _, r := range e.Roles {
		m.Roles = append(m.Roles, &copydeskv1.Role{Span: t.place(r.Place), Text: r.Text})
	}
	return m
}

func (t *translator) quotation(q extract.Quotation) *copydeskv1.Quotation {
	m := &copydeskv1.Quotation{Span: t.place(q.Place), Text: q.Text, CueVerb: q.CueVerb}
	if q.Speaker != nil {
		m.Speaker = &copydeskv1.Speaker{Text: q.Speaker.Text, Name: q.Speaker.Name, Span: t.place(q.Speaker.Place)}
	}
	if q.Continues >= 0 {
		before := int32(q.Continues) //nolint:gosec // a position in a list in memory
		m.Continues = &before
	}
	return m
}

func (t *translator) metadata(f *extract.Metadata) *copydeskv1.Metadata {
	if f == nil {
		return nil
	}
	m := &copydeskv1.Metadata{
		Title: f.Title, Authors: f.Authors, PublishTime: timestamp(f.PublishTime), UpdateTime: timestamp(f.UpdateTime),
		PublishDate: f.PublishDate, UpdateDate: f.UpdateDate,
		SiteName: f.SiteName, Publisher: f.Publisher, CanonicalUrl: f.CanonicalURL, Language: f.Language,
		License: f.License, Tags: f.Tags, ImageUrl: f.ImageURL, Description: f.Description,
	}
	for _, g := range f.Rights {
		r := &copydeskv1.Rights{Holder: g.Holder, Text: g.Text, Span: t.place(g.Place)}
		for _, y := range g.Years {
			r.Years = append(r.Years, int32(y)) //nolint:gosec // four digits
		}
		m.Rights = append(m.Rights, r)
	}
	for _, e := range f.Evidence {
		v := &copydeskv1.Evidence{Field: e.Field, Origin: e.Origin, Text: e.Text}
		if e.Origin != "url" {
			v.Span = t.place(e.Place)
		}
		m.Evidence = append(m.Evidence, v)
	}
	return m
}

// timestamp is absent for the zero time.
func timestamp(t time.Time) *timestamppb.Timestamp {
	if t.IsZero() {
		return nil
	}
	return timestamppb.New(t)
}

// extractFeatures translates the features asked for; none means all.
func extractFeatures(asked []copydeskv1.ExtractFeature) extract.Features {
	if len(asked) == 0 {
		return extract.All
	}
	var f extract.Features
	for _, a := range asked {
		f |= extractFeatureBits[a]
	}
	return f
}

// extractFeatureBits leaves out what does not exist yet: asking for it gives an absent field, as Describe says.
var extractFeatureBits = map[copydeskv1.ExtractFeature]extract.Features{
	copydeskv1.ExtractFeature_EXTRACT_FEATURE_METADATA:   extract.MetadataFeature,
	copydeskv1.ExtractFeature_EXTRACT_FEATURE_SENTENCES:  extract.Sentences,
	copydeskv1.ExtractFeature_EXTRACT_FEATURE_ENTITIES:   extract.Entities,
	copydeskv1.ExtractFeature_EXTRACT_FEATURE_QUOTATIONS: extract.Quotations,
	copydeskv1.ExtractFeature_EXTRACT_FEATURE_DATES:      extract.Dates,
	copydeskv1.ExtractFeature_EXTRACT_FEATURE_CONTACTS:   extract.Contacts,
	copydeskv1.ExtractFeature_EXTRACT_FEATURE_LINKS:      extract.Links,
}

var entityTypes = map[extract.EntityType]copydeskv1.EntityType{
	extract.Person:       copydeskv1.EntityType_ENTITY_TYPE_PERSON,
	extract.Organization: copydeskv1.EntityType_ENTITY_TYPE_ORGANIZATION,
	extract.Location:     copydeskv1.EntityType_ENTITY_TYPE_LOCATION,
	extract.Other:        copydeskv1.EntityType_ENTITY_TYPE_OTHER,
}

var contactKinds = map[extract.ContactKind]copydeskv1.ContactKind{
	extract.Email:  copydeskv1.ContactKind_CONTACT_KIND_EMAIL,
	extract.Phone:  copydeskv1.ContactKind_CONTACT_KIND_PHONE,
	extract.Handle: copydeskv1.ContactKind_CONTACT_KIND_HANDLE,
}
