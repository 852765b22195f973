package service

import (
	"time"

	"google.golang.org/protobuf/types/known/timestamppb"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
	"github.com/copydesk/copydesk/internal/extract"
	"github.com/copydesk/copydesk/internal/text"
)

// extracted translates the facts that were asked for.
func (w *writer) extracted(p *part) *copydeskv1.ExtractResult {
	f := w.facts
	m := &copydeskv1.ExtractResult{}
	if f == nil {
		return m
	}
	has := w.plan.extract.Has
	if has(extract.MetadataFeature) {
		if metadata, ok := w.metadata(p, f.Metadata, w.plan.extractEvidence); ok {
			m.SetMetadata(metadata)
		}
	}
	t := w.translator
	if has(extract.Contacts) {
		m.SetContacts(fillSlice(p, "contacts", f.Contacts, func(c extract.Contact) (*copydeskv1.Contact, bool) { return t.contact(p, c) }))
	}
	if has(extract.Quotations) {
		m.SetQuotations(fillSlice(p, "quotations", f.Quotations, func(q extract.Quotation) (*copydeskv1.Quotation, bool) { return t.quotation(p, q) }))
	}
	if has(extract.Dates) {
		m.SetDates(fillSlice(p, "dates", f.Dates, func(d extract.Date) (*copydeskv1.DateMention, bool) { return t.date(p, d) }))
	}
	if has(extract.Entities) {
		m.SetEntities(fillSlice(p, "entities", f.Entities, func(e extract.Entity) (*copydeskv1.Entity, bool) { return t.entity(p, e) }))
	}
	if has(extract.Links) {
		m.SetLinks(fillSlice(p, "links", f.Links, func(l extract.Link) (*copydeskv1.Link, bool) { return t.link(p, l) }))
	}
	if has(extract.Sentences) {
		m.SetSentences(fillSlice(p, "sentences", f.Sentences, func(s text.Span) (*copydeskv1.Sentence, bool) { return t.sentence(p, s) }))
	}
	w.omitted(p, map[string]int{
		"contacts": f.Omitted.Contacts, "quotations": f.Omitted.Quotations, "dates": f.Omitted.Dates, "entities": f.Omitted.Entities,
		"entities.mentions": f.Omitted.Mentions, "links": f.Omitted.Links, "sentences": f.Omitted.Sentences,
	})
	m.SetOmitted(p.omissions())
	return m
}

// omitted counts what Extract itself left out of full lists.
func (w *writer) omitted(p *part, counts map[string]int) {
	for field, n := range counts {
		if n > 0 {
			p.omit(field, n, copydeskv1.OmissionCause_OMISSION_CAUSE_LIST_LIMIT)
		}
	}
}

// place is where a fact is; one from a dropped line is in the source only.
func (t *translator) place(p extract.Place) (*copydeskv1.TextSpan, int) {
	return t.textSpan(p.Clean, p.HasClean, p.Source)
}

func (t *translator) sentence(p *part, s text.Span) (*copydeskv1.Sentence, bool) {
	span, size := t.inBoth(s)
	words := s.Of(t.d.Clean)
	if !p.budget.take(objectBytes + fieldBytes("span", size) + stringField("text", words)) {
		return nil, false
	}
	m := &copydeskv1.Sentence{}
	m.SetSpan(span)
	m.SetText(words)
	return m, true
}

func (t *translator) date(p *part, d extract.Date) (*copydeskv1.DateMention, bool) {
	span, size := t.place(d.Place)
	size = objectBytes + fieldBytes("span", size) + stringField("text", d.Text) + stringField("value", d.Value) + fieldBytes("relative", boolBytes)
	return copydeskv1.DateMention_builder{Span: span, Text: d.Text, Value: d.Value, Relative: d.Relative}.Build(), p.budget.take(size)
}

func (t *translator) contact(p *part, c extract.Contact) (*copydeskv1.Contact, bool) {
	span, size := t.place(c.Place)
	size = objectBytes + fieldBytes("span", size) + fieldBytes("kind", enumBytes) + stringField("value", c.Value) +
		stringField("text", c.Text) + stringField("name", c.Name)
	return copydeskv1.Contact_builder{
		Kind: contactKinds[c.Kind], Value: c.Value, Text: c.Text, Name: c.Name, Span: span,
	}.Build(), p.budget.take(size)
}

func (t *translator) link(p *part, l extract.Link) (*copydeskv1.Link, bool) {
	span, size := t.place(l.Place)
	size = objectBytes + fieldBytes("span", size) + stringField("url", l.URL) + stringField("text", l.Text)
	return copydeskv1.Link_builder{Url: l.URL, Text: l.Text, Span: span}.Build(), p.budget.take(size)
}

func (t *translator) entity(p *part, e extract.Entity) (*copydeskv1.Entity, bool) {
	size := objectBytes + fieldBytes("type", enumBytes) + stringField("name", e.Name) + listBytes("mentions") + listBytes("roles") +
		fieldBytes("mentionCount", intBytes(len(e.Mentions)))
	if !p.budget.take(size) {
		return nil, false
	}
	m := &copydeskv1.Entity{}
	m.SetType(entityTypes[e.Type])
	m.SetName(e.Name)
	m.SetMentionCount(asInt32(len(e.Mentions)))
	m.SetMentions(fillSlice(p, "entities.mentions", e.Mentions, func(n extract.Mention) (*copydeskv1.Mention, bool) {
		span, size := t.place(n.Place)
		m := copydeskv1.Mention_builder{Span: span, Text: n.Text, Kind: mentionKinds[n.Kind]}.Build()
		if n.Confidence > 0 {
			m.SetConfidence(n.Confidence)
		}
		return m, p.budget.take(objectBytes + fieldBytes("span", size) + stringField("text", n.Text) + fieldBytes("confidence", numberBytes) +
			fieldBytes("kind", enumBytes))
	}))
	m.SetRoles(fillSlice(p, "entities.roles", e.Roles, func(r extract.Mention) (*copydeskv1.Role, bool) {
		span, size := t.place(r.Place)
		return copydeskv1.Role_builder{Span: span, Text: r.Text}.Build(),
			p.budget.take(objectBytes + fieldBytes("span", size) + stringField("text", r.Text))
	}))
	return m, true
}

func (t *translator) quotation(p *part, q extract.Quotation) (*copydeskv1.Quotation, bool) {
	span, size := t.place(q.Place)
	m := copydeskv1.Quotation_builder{
		Span: span, Text: q.Text, CueVerb: q.CueVerb, Kind: copydeskv1.QuotationKind_QUOTATION_KIND_DIRECT,
	}.Build()
	if q.Mixed {
		m.SetKind(copydeskv1.QuotationKind_QUOTATION_KIND_MIXED)
	}
	if q.Confidence > 0 {
		m.SetConfidence(q.Confidence)
	}
	size = objectBytes + fieldBytes("span", size) + stringField("text", q.Text) + stringField("cueVerb", q.CueVerb) + fieldBytes("kind", enumBytes) +
		fieldBytes("confidence", numberBytes)
	if q.Speaker != nil {
		span, n := t.place(q.Speaker.Place)
		m.SetSpeaker(copydeskv1.Speaker_builder{Text: q.Speaker.Text, Name: q.Speaker.Name, Span: span}.Build())
		size += fieldBytes("speaker", objectBytes+fieldBytes("span", n)+stringField("text", q.Speaker.Text)+stringField("name", q.Speaker.Name))
	}
	if q.Continues >= 0 {
		m.SetContinues(asInt32(q.Continues))
		size += fieldBytes("continues", intBytes(q.Continues))
	}
	return m, p.budget.take(size)
}

// metadata translates what a document says about itself. It does not fit, and is then left out and counted, only where
// the limit on the result is very small.
func (w *writer) metadata(p *part, f *extract.Metadata, evidence bool) (*copydeskv1.Metadata, bool) {
	if f == nil {
		return nil, false
	}
	size := fieldBytes("metadata", objectBytes) + stringField("title", f.Title) + stringField("siteName", f.SiteName) +
		stringField("publisher", f.Publisher) + stringField("canonicalUrl", f.CanonicalURL) + stringField("language", f.Language) +
		stringField("license", f.License) + stringField("imageUrl", f.ImageURL) + stringField("description", f.Description) +
		stringField("publishDate", f.PublishDate) + stringField("updateDate", f.UpdateDate) +
		2*fieldBytes("publishTime", len(time.RFC3339Nano)+2) +
		listBytes("authors") + listBytes("tags") + listBytes("rights") + listBytes("reservations") + listBytes("evidence")
	if !p.budget.take(size) {
		p.omit("metadata", 1, copydeskv1.OmissionCause_OMISSION_CAUSE_RESPONSE_LIMIT)
		return nil, false
	}
	text := func(s string) (string, bool) { return s, p.budget.take(objectBytes + stringBytes(s)) }
	m := copydeskv1.Metadata_builder{
		Title: f.Title, PublishTime: timestamp(f.PublishTime), UpdateTime: timestamp(f.UpdateTime),
		PublishDate: f.PublishDate, UpdateDate: f.UpdateDate,
		SiteName: f.SiteName, Publisher: f.Publisher, CanonicalUrl: f.CanonicalURL, Language: f.Language,
		License: f.License, ImageUrl: f.ImageURL, Description: f.Description,
		Authors: fillSlice(p, "metadata.authors", f.Authors, text),
		Tags:    fillSlice(p, "metadata.tags", f.Tags, text),
		Rights: fillSlice(p, "metadata.rights", f.Rights, func(r extract.Rights) (*copydeskv1.Rights, bool) {
			return w.rights(p, r)
		}),
		Reservations: fillSlice(p, "metadata.reservations", f.Reservations, func(r extract.Reservation) (*copydeskv1.RightsReservation, bool) {
			return w.reservation(p, r)
		}),
	}.Build()
	o := w.facts.Omitted
	w.omitted(p, map[string]int{"metadata.authors": o.Authors, "metadata.tags": o.Tags, "metadata.rights": o.Rights, "metadata.reservations": o.Reservations})
	if evidence {
		w.omitted(p, map[string]int{"metadata.evidence": o.Evidence})
		m.SetEvidence(fillSlice(p, "metadata.evidence", f.Evidence, func(e extract.Evidence) (*copydeskv1.Evidence, bool) {
			return w.evidence(p, e)
		}))
	}
	return m, true
}

func (t *translator) rights(p *part, r extract.Rights) (*copydeskv1.Rights, bool) {
	span, size := t.place(r.Place)
	m := copydeskv1.Rights_builder{Holder: r.Holder, Text: r.Text, Span: span}.Build()
	years := make([]int32, len(r.Years))
	for i, y := range r.Years {
		years[i] = asInt32(y)
	}
	m.SetYears(years)
	size = objectBytes + fieldBytes("span", size) + stringField("holder", r.Holder) + stringField("text", r.Text) + listBytes("years") +
		len(years)*(numberBytes/2)
	return m, p.budget.take(size)
}

func (t *translator) reservation(p *part, r extract.Reservation) (*copydeskv1.RightsReservation, bool) {
	span, size := t.place(r.Place)
	m := copydeskv1.RightsReservation_builder{Scheme: r.Scheme, Value: r.Value, Reserved: r.Reserved, Span: span}.Build()
	return m, p.budget.take(objectBytes + fieldBytes("span", size) + stringField("scheme", r.Scheme) + stringField("value", r.Value) + fieldBytes("reserved", len("false")))
}

func (t *translator) evidence(p *part, e extract.Evidence) (*copydeskv1.Evidence, bool) {
	m := copydeskv1.Evidence_builder{Field: e.Field, Origin: e.Origin, Text: e.Text}.Build()
	size := objectBytes + stringField("field", e.Field) + stringField("origin", e.Origin) + stringField("text", e.Text)
	if e.Origin != "url" {
		span, n := t.place(e.Place)
		m.SetSpan(span)
		size += fieldBytes("span", n)
	}
	return m, p.budget.take(size)
}

// timestamp is absent for the zero time.
func timestamp(t time.Time) *timestamppb.Timestamp {
	if t.IsZero() {
		return nil
	}
	return timestamppb.New(t)
}

var mentionKinds = map[extract.MentionKind]copydeskv1.MentionKind{
	extract.ByName:        copydeskv1.MentionKind_MENTION_KIND_NAME,
	extract.ByTitle:       copydeskv1.MentionKind_MENTION_KIND_TITLE,
	extract.ByPronoun:     copydeskv1.MentionKind_MENTION_KIND_PRONOUN,
	extract.ByDescription: copydeskv1.MentionKind_MENTION_KIND_DESCRIPTION,
}

var entityTypes = map[extract.EntityType]copydeskv1.EntityType{
	extract.Person:       copydeskv1.EntityType_ENTITY_TYPE_PERSON,
	extract.Organization: copydeskv1.EntityType_ENTITY_TYPE_ORGANIZATION,
	extract.Location:     copydeskv1.EntityType_ENTITY_TYPE_LOCATION,
	extract.Other:        copydeskv1.EntityType_ENTITY_TYPE_OTHER,
	extract.Event:        copydeskv1.EntityType_ENTITY_TYPE_EVENT,
	extract.Work:         copydeskv1.EntityType_ENTITY_TYPE_WORK,
	extract.Product:      copydeskv1.EntityType_ENTITY_TYPE_PRODUCT,
	extract.Nationality:  copydeskv1.EntityType_ENTITY_TYPE_NATIONALITY,
	extract.Law:          copydeskv1.EntityType_ENTITY_TYPE_LAW,
}

var contactKinds = map[extract.ContactKind]copydeskv1.ContactKind{
	extract.Email:  copydeskv1.ContactKind_CONTACT_KIND_EMAIL,
	extract.Phone:  copydeskv1.ContactKind_CONTACT_KIND_PHONE,
	extract.Handle: copydeskv1.ContactKind_CONTACT_KIND_HANDLE,
}
