package extract

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/copydesk/copydesk/internal/text"
)

// Metadata is what a document says of itself; what it does not say is empty.
type Metadata struct {
	Title                   string
	Authors                 []string
	PublishTime, UpdateTime time.Time // a day without a time is midnight UTC
	PublishDate, UpdateDate string    // the days as the page has them, in ISO 8601
	SiteName, Publisher     string
	CanonicalURL            string
	Language                string
	License                 string
	Tags                    []string
	ImageURL                string
	Description             string
	Rights                  []Rights
	Reservations            []Reservation
	Evidence                []Evidence
}

// Rights is one copyright statement.
type Rights struct {
	Holder string
	Years  []int // as four digits, in order
	Text   string
	Place  Place
}

// Evidence ties a field, named as in the contract, to where it was read.
type Evidence struct {
	Field, Origin, Text string
	Place               Place
}

// factFields put the value of a fact where it belongs, by the fact's name.
var factFields = map[text.FactName]func(*metadataReader, string){
	text.FactTitle: func(r *metadataReader, v string) { r.m.Title = v },
	text.FactAuthor: func(r *metadataReader, v string) {
		r.m.Authors = addNew(r.m.Authors, v, MaxAuthors, &r.omitted.Authors)
	},
	text.FactPublishTime:  func(r *metadataReader, v string) { r.m.PublishTime = parseTime(v) },
	text.FactPublishDate:  func(r *metadataReader, v string) { r.m.PublishDate = v },
	text.FactUpdateTime:   func(r *metadataReader, v string) { r.m.UpdateTime = parseTime(v) },
	text.FactUpdateDate:   func(r *metadataReader, v string) { r.m.UpdateDate = v },
	text.FactSiteName:     func(r *metadataReader, v string) { r.m.SiteName = v },
	text.FactPublisher:    func(r *metadataReader, v string) { r.m.Publisher = v },
	text.FactCanonicalURL: func(r *metadataReader, v string) { r.m.CanonicalURL = v },
	text.FactLanguage:     func(r *metadataReader, v string) { r.m.Language = v },
	text.FactLicense:      func(r *metadataReader, v string) { r.m.License = v },
	text.FactTag:          func(r *metadataReader, v string) { r.m.Tags = addNew(r.m.Tags, v, MaxTags, &r.omitted.Tags) },
	text.FactImageURL:     func(r *metadataReader, v string) { r.m.ImageURL = v },
	text.FactDescription:  func(r *metadataReader, v string) { r.m.Description = v },
}

// metadataReader reads what a document says of itself.
type metadataReader struct {
	d       *text.Document
	pace    *text.Pace
	m       *Metadata
	omitted *Omitted
}

// ReadMetadata returns what d says of itself: the facts of a page as they were decided, and for what they leave open its
// text and the lines dropped from it. Its only error is that of ctx.
func ReadMetadata(ctx context.Context, d *text.Document) (*Metadata, error) {
	r := metadataReader{d: d, pace: text.NewPace(ctx), m: &Metadata{}, omitted: &Omitted{}}
	if err := r.read(); err != nil {
		return nil, err
	}
	return r.m, nil
}

// readMetadata is ReadMetadata as a step.
func (x *extraction) readMetadata() error {
	x.facts.Metadata = &Metadata{}
	r := metadataReader{d: x.d, pace: x.pace, m: x.facts.Metadata, omitted: &x.facts.Omitted}
	return r.read()
}

func (r *metadataReader) read() error {
	for _, f := range r.d.Facts {
		if err := r.pace.Step(len(f.Value) + wordWork); err != nil {
			return err
		}
		if put := factFields[f.Name]; put != nil {
			put(r, f.Value)
			r.evidence(evidenceOf(f))
		}
		r.reservedBy(f)
	}
	r.visibleTitle()
	if err := r.visibleAuthors(); err != nil {
		return err
	}
	return r.findRights()
}

func (r *metadataReader) evidence(e Evidence) {
	r.m.Evidence = keep(r.m.Evidence, e, MaxEvidence, &r.omitted.Evidence)
}

// evidenceOf is where f was read. What the address of a page says stands nowhere in it.
func evidenceOf(f text.Fact) Evidence {
	e := Evidence{Field: string(f.Name), Origin: f.Origin, Text: f.Text, Place: Place{Source: f.Source}}
	if e.Text == "" {
		e.Text = f.Value
	}
	return e
}

func (r *metadataReader) author(name string, e Evidence) {
	n := len(r.m.Authors)
	if r.m.Authors = addNew(r.m.Authors, name, MaxAuthors, &r.omitted.Authors); len(r.m.Authors) > n {
		r.evidence(e)
	}
}

// addNew appends v to list if it is not empty, not in it and there is room. Lists are short: most is a few hundred.
func addNew(list []string, v string, most int, omitted *int) []string {
	if v == "" || slices.Contains(list, v) {
		return list
	}
	return keep(list, v, most, omitted)
}

// visibleTitle takes the first heading where markup names no title.
func (r *metadataReader) visibleTitle() {
	if r.m.Title != "" {
		return
	}
	for _, b := range r.d.Blocks {
		if b.Kind == text.Heading {
			r.m.Title = b.Span.Of(r.d.Clean)
			r.evidence(Evidence{string(text.FactTitle), "text", r.m.Title, placeOf(r.d, b.Span)})
			return
		}
	}
}

// visibleAuthors reads bylines and contact lines, where markup names no author.
func (r *metadataReader) visibleAuthors() error {
	if len(r.m.Authors) > 0 {
		return nil
	}
	for _, l := range r.d.Dropped {
		e := Evidence{string(text.FactAuthor), "text", l.Text, Place{Source: l.Source}}
		for _, name := range credited(l.Text) {
			r.author(name, e)
		}
		if err := scanContacts(r.pace, l.Text, func(c Contact, _ text.Span) { r.author(c.Name, e) }); err != nil {
			return err
		}
	}
	return nil
}

// credited returns whom a byline, a credit of reporters or a note on the author names.
func credited(line string) []string {
	if len(line) > 400 {
		return nil
	}
	line = strings.TrimLeft(line, "(•⦁*–— ")
	if name, _, ok := strings.Cut(line, " is a"); ok && fullName(name) {
		return []string{name}
	}
	for _, by := range [...]string{"By ", "Reporting by ", "Writing by "} {
		if list, ok := strings.CutPrefix(line, by); ok {
			return fullNames(list)
		}
	}
	return nil
}

// fullNames returns the full names of an enumeration, up to the end of its clause.
func fullNames(list string) []string {
	if i := strings.IndexAny(list, ";|()\n"); i >= 0 {
		list = list[:i]
	}
	var found []string
	for name := range strings.SplitSeq(strings.ReplaceAll(list, " and ", ", "), ",") {
		if name = strings.TrimRight(strings.TrimSpace(name), "."); fullName(name) {
			found = append(found, name)
		}
	}
	return found
}

// parseTime reads a day or moment as facts write them; zero if v is neither.
func parseTime(v string) time.Time {
	for _, layout := range [...]string{time.RFC3339, "2006-01-02T15:04:05", time.DateOnly} {
		if t, err := time.Parse(layout, v); err == nil {
			return t.UTC()
		}
	}
	return time.Time{}
}
