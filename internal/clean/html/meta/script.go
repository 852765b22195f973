package meta

import (
	"strings"

	"github.com/copydesk/copydesk/internal/clean/html/meta/dates"
	"github.com/copydesk/copydesk/internal/text"
)

// scriptNames are the members by which the state of scripts tells the date of publication, the most certain first.
var scriptNames = [...]string{
	"datePublished", "publishedAt", "published_at", "publishDate", "publish_date", "publishedDate", "published_date", "publicationDate", "published_time", "publishTime",
	"datePosted", "pubDate", "dateCreated", "createdAt", "created_at", "dateModified", "updatedAt",
}

// maxScripts is how many bytes of scripts are searched for a date.
const maxScripts = 2 << 20

// scriptDate returns the first date that the state of a script names: all that is left where scripts build the page.
func (r *reader) scriptDate() dated {
	for _, name := range scriptNames {
		left := maxScripts
		for _, s := range r.t.Scripts {
			if left -= s.Span.Len(); left < 0 {
				break
			}
			if d := r.scriptMember(s.Span, name); d.c != nil {
				return d
			}
		}
	}
	return dated{}
}

// scriptMember returns the date that the first member of this name in the script at s holds.
func (r *reader) scriptMember(s text.Span, name string) dated {
	script := s.Of(r.t.Page)
	for from := 0; ; {
		i := strings.Index(script[from:], name)
		if i < 0 {
			return dated{}
		}
		from += i + len(name)
		rest := strings.TrimLeft(script[from:min(len(script), from+60)], "\\\"' :")
		at := min(len(script), from+60) - len(rest)
		if !strings.HasPrefix(script[from:], "\"") && !strings.HasPrefix(script[from:], "\\\"") && !strings.HasPrefix(script[from:], ":") || rest == "" || at-from > 8 {
			continue
		}
		end := strings.IndexAny(rest, "\"'\\,}")
		if end < 0 {
			continue
		}
		if d, ok := dates.Parse(rest[:end], r.order()); ok {
			span := text.Span{Start: at, End: at + end}.Shift(s.Start)
			return dated{&candidate{field: published, source: fromScript, node: -1, span: span, value: rest[:end]}, d}
		}
	}
}
