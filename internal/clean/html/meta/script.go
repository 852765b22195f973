package meta

import (
	"strings"

	"github.com/copydesk/copydesk/internal/clean/html/meta/dates"
	"github.com/copydesk/copydesk/internal/text"
)

// scriptNames are the members for the date of publication in the state of scripts, with what they have in common, so that
// each script is searched once.
var scriptNames = []struct {
	common string
	names  []string
}{
	{"ublish", []string{"datePublished", "publishedAt", "published_at", "publishDate", "publish_date", "publishedDate", "published_date", "published_time", "publishTime", "firstPublish"}},
	{"ublicationDate", []string{"publicationDate"}},
}

// lateNames are members that may mean another date, for pages that have no better one.
var lateNames = []struct {
	common string
	names  []string
}{
	{"datePosted", []string{"datePosted"}},
	{"pubDate", []string{"pubDate"}},
	{"reated", []string{"dateCreated", "createdAt", "created_at"}},
	{"dateModified", []string{"dateModified"}},
	{"updatedAt", []string{"updatedAt"}},
}

// maxScripts is how many bytes of scripts are searched for a date.
const maxScripts = 2 << 20

// scriptDate returns the first date in the state of a script under one of the names: all there is where scripts build the
// page.
func (r *pageReader) scriptDate(late bool) dated {
	list := scriptNames
	if late {
		list = lateNames
	}
	for _, n := range list {
		left := maxScripts
		for _, s := range r.t.Scripts {
			if left -= s.Span.Len(); left < 0 || r.stop(64) {
				break
			}
			if d := r.scriptMember(s.Span, n.common, n.names); d.c != nil {
				return d
			}
		}
	}
	return dated{}
}

// scriptMember returns the date that the first member by one of the names in the script at s holds.
func (r *pageReader) scriptMember(s text.Span, common string, names []string) dated {
	script := s.Of(r.t.Page)
	for from := 0; ; {
		i := strings.Index(script[from:], common)
		if i < 0 {
			return dated{}
		}
		at := from + i
		if r.stop(i + 256) {
			return dated{}
		}
		from = at + len(common)
		for _, name := range names {
			start := at - strings.Index(name, common)
			if start < 0 || !strings.HasPrefix(script[start:], name) {
				continue
			}
			if d := r.scriptValue(script, start+len(name), s.Start); d.c != nil {
				return d
			}
		}
	}
}

// scriptValue returns the date in quotes that follows a member's name, which ends at i of a script.
func (r *pageReader) scriptValue(script string, i, base int) dated {
	rest := script[i:min(len(script), i+60)]
	value := strings.TrimLeft(rest, "\\\"' :")
	gap := len(rest) - len(value)
	if gap < 2 || gap > 8 || !strings.Contains(rest[:gap], ":") {
		return dated{}
	}
	end := strings.IndexAny(value, "\"'\\,}")
	if end < 0 {
		return dated{}
	}
	d, ok := dates.Parse(value[:end], r.style())
	if !ok {
		return dated{}
	}
	span := text.Span{Start: base + i + gap, End: base + i + gap + end}
	return dated{&candidate{field: published, source: fromScript, node: -1, span: span, value: value[:end]}, d}
}
