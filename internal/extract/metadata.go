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

// sources lists, field by field, the markup properties that tell it, best first.
var sources = []struct {
	field string
	names []string
	set   func(*Metadata, string, Options) bool
}{
	{"title", []string{"headline", "og:title", "twitter:title", "title"}, func(m *Metadata, v string, _ Options) bool { m.Title = v; return true }},
	{"publish_time", []string{"datepublished", "article:published_time", "date", "dc.date", "pubdate", "time"}, func(m *Metadata, v string, _ Options) bool { return setTime(&m.PublishTime, v) }},
	{"update_time", []string{"datemodified", "article:modified_time", "og:updated_time"}, func(m *Metadata, v string, _ Options) bool { return setTime(&m.UpdateTime, v) }},
	{"site_name", []string{"og:site_name", "application-name"}, func(m *Metadata, v string, _ Options) bool { m.SiteName = v; return true }},
	{"publisher", []string{"publisher", "publisher.name", "article:publisher", "dc.publisher"}, func(m *Metadata, v string, _ Options) bool { m.Publisher = v; return true }},
	{"canonical_url", []string{"canonical", "og:url"}, func(m *Metadata, v string, o Options) bool { m.CanonicalURL = resolve(o.URL, v); return true }},
	{"language", []string{"inlanguage", "lang", "language", "content-language", "og:locale"}, func(m *Metadata, v string, _ Options) bool {
		m.Language = strings.ReplaceAll(v, "_", "-")
		return true
	}},
	{"license", []string{"license", "dc.rights.license"}, func(m *Metadata, v string, _ Options) bool { m.License = v; return true }},
	{"image_url", []string{"og:image", "image", "twitter:image"}, func(m *Metadata, v string, o Options) bool { m.ImageURL = resolve(o.URL, v); return true }},
	{"description", []string{"og:description", "description", "twitter:description"}, func(m *Metadata, v string, _ Options) bool { m.Description = v; return true }},
}

// ReadMetadata returns what d says of itself, markup before visible text.
func ReadMetadata(d *text.Document, o Options) *Metadata {
	m := &Metadata{}
	for _, s := range sources {
		m.first(d, s.field, s.names, func(v string) bool { return s.set(m, v, o) })
	}
	for _, f := range d.Facts {
		m.list(f)
	}
	m.visibleTitle(d)
	m.visibleAuthors(d)
	m.Title = cutSite(m.Title, m.SiteName)
	m.findRights(d)
	return m
}

// first takes the first fact by the order of names that set accepts.
func (m *Metadata) first(d *text.Document, field string, names []string, set func(string) bool) {
	for _, n := range names {
		for _, f := range d.Facts {
			if strings.EqualFold(f.Name, n) && f.Value != "" && set(f.Value) {
				m.Evidence = append(m.Evidence, Evidence{field, f.Origin, f.Value, Place{Source: f.Source}})
				return
			}
		}
	}
}

// list takes the facts that there may be several of.
func (m *Metadata) list(f text.Fact) {
	switch strings.ToLower(f.Name) {
	case "author", "author.name", "article:author", "byl":
		if !strings.Contains(f.Value, "://") {
			m.author(strings.TrimPrefix(f.Value, "By "), Evidence{"authors", f.Origin, f.Value, Place{Source: f.Source}})
		}
	case "keywords", "article:tag", "articlesection", "article:section":
		for t := range strings.SplitSeq(f.Value, ",") {
			m.Tags = addNew(m.Tags, strings.TrimSpace(t))
		}
		m.Evidence = append(m.Evidence, Evidence{"tags", f.Origin, f.Value, Place{Source: f.Source}})
	}
}

func (m *Metadata) author(name string, e Evidence) {
	if n := len(m.Authors); name != "" {
		if m.Authors = addNew(m.Authors, name); len(m.Authors) > n {
			m.Evidence = append(m.Evidence, e)
		}
	}
}

func addNew(list []string, v string) []string {
	if slices.Contains(list, v) {
		return list
	}
	if v == "" {
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

// cutSite takes the name of the site off the end of a title: "Title | Site".
func cutSite(title, site string) string {
	for _, bar := range [...]string{" | ", " - ", " – ", " — "} {
		i := strings.LastIndex(title, bar)
		if i > 0 && (title[i+len(bar):] == site || bar == " | ") {
			return title[:i]
		}
	}
	return title
}

// setTime reads an ISO 8601 day or moment.
func setTime(t *time.Time, v string) bool {
	for _, layout := range [...]string{time.RFC3339, "2006-01-02T15:04:05", "2006-01-02T15:04:05-0700", "2006-01-02T15:04", time.DateTime, time.DateOnly} {
		if got, err := time.Parse(layout, v); err == nil {
			*t = got.UTC()
			return true
		}
	}
	return false
}
