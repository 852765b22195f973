package extract

import (
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

// fields are what facts tell, by their names.
var fields = map[string]func(*Metadata, string){
	"title":         func(m *Metadata, v string) { m.Title = v },
	"authors":       func(m *Metadata, v string) { m.Authors = addNew(m.Authors, v) },
	"publish_time":  func(m *Metadata, v string) { m.PublishTime = parseTime(v) },
	"publish_date":  func(m *Metadata, v string) { m.PublishDate = v },
	"update_time":   func(m *Metadata, v string) { m.UpdateTime = parseTime(v) },
	"update_date":   func(m *Metadata, v string) { m.UpdateDate = v },
	"site_name":     func(m *Metadata, v string) { m.SiteName = v },
	"publisher":     func(m *Metadata, v string) { m.Publisher = v },
	"canonical_url": func(m *Metadata, v string) { m.CanonicalURL = v },
	"language":      func(m *Metadata, v string) { m.Language = v },
	"license":       func(m *Metadata, v string) { m.License = v },
	"tags":          func(m *Metadata, v string) { m.Tags = addNew(m.Tags, v) },
	"image_url":     func(m *Metadata, v string) { m.ImageURL = v },
	"description":   func(m *Metadata, v string) { m.Description = v },
}

// ReadMetadata returns what d says of itself: the facts of a page as they were decided, and for what they leave open its
// text and the lines dropped from it.
func ReadMetadata(d *text.Document) *Metadata {
	m := &Metadata{}
	for _, f := range d.Facts {
		if set := fields[f.Name]; set != nil {
			set(m, f.Value)
			m.Evidence = append(m.Evidence, evidence(f))
		}
	}
	m.visibleTitle(d)
	m.visibleAuthors(d)
	m.findRights(d)
	return m
}

// evidence is where f was read. What the address of a page says stands nowhere in it.
func evidence(f text.Fact) Evidence {
	e := Evidence{Field: f.Name, Origin: f.Origin, Text: f.Text, Place: Place{Source: f.Source}}
	if e.Text == "" {
		e.Text = f.Value
	}
	return e
}

func (m *Metadata) author(name string, e Evidence) {
	if n := len(m.Authors); name != "" {
		if m.Authors = addNew(m.Authors, name); len(m.Authors) > n {
			m.Evidence = append(m.Evidence, e)
		}
	}
}

func addNew(list []string, v string) []string {
	if v == "" || slices.Contains(list, v) {
		return list
	}
	return append(list, v)
}

// visibleTitle takes the first heading where markup names no title.
func (m *Metadata) visibleTitle(d *text.Document) {
	for _, b := range d.Blocks {
		if b.Kind == text.Heading && m.Title == "" {
			m.Title = b.Span.Of(d.Clean)
			m.Evidence = append(m.Evidence, Evidence{"title", "text", m.Title, placeOf(d, b.Span)})
		}
	}
}

// visibleAuthors reads bylines and contact lines, where markup names no author.
func (m *Metadata) visibleAuthors(d *text.Document) {
	if len(m.Authors) > 0 {
		return
	}
	for _, l := range d.Dropped {
		e := Evidence{"authors", "text", l.Text, Place{Source: l.Source}}
		for _, name := range credited(l.Text) {
			m.author(name, e)
		}
		scanContacts(l.Text, func(c Contact, _ text.Span) { m.author(c.Name, e) })
	}
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
