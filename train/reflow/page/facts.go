package page

import (
	"encoding/json"
	"slices"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/text"
)

// fact notes what the markup says, unless it says nothing.
func (t *tree) fact(name, value, origin string, s text.Span) {
	if value = strings.Join(strings.Fields(value), " "); name != "" && value != "" {
		t.facts = append(t.facts, text.Fact{Name: text.FactName(name), Value: value, Origin: origin, Source: s})
	}
}

// metaFact notes what a meta, link or time element says.
func (t *tree) metaFact(tag atom.Atom, a attrs, s text.Span) {
	switch {
	case tag == atom.Meta && a.name != "":
		t.fact(a.name, a.content, "meta", s)
	case tag == atom.Meta:
		t.fact(a.itemprop, a.content, "microdata", s)
	case tag == atom.Time && a.itemprop != "":
		t.fact(a.itemprop, a.content, "microdata", s)
	case tag == atom.Time:
		t.fact("time", a.content, "html", s)
	case a.rel == "canonical", a.rel == "license":
		t.fact(a.rel, a.href, "link", s)
	}
}

// maxScript is the largest script that is read for structured data.
const maxScript = 1 << 20

// script reads structured data (schema.org in JSON-LD). A script that is not valid JSON is left alone.
func (t *tree) script(s text.Span) {
	body := strings.TrimSpace(s.Of(t.page))
	if s.Len() > maxScript || !strings.HasPrefix(body, "{") && !strings.HasPrefix(body, "[") ||
		!strings.Contains(body, "schema.org") {
		return
	}
	var data any
	if json.Unmarshal([]byte(body), &data) == nil {
		t.linkedData(data, s, 0)
	}
}

// maxDataDepth bounds how deep structured data is followed.
const maxDataDepth = 4

func (t *tree) linkedData(data any, s text.Span, depth int) {
	if depth > maxDataDepth {
		return
	}
	switch v := data.(type) {
	case []any:
		for _, one := range v {
			t.linkedData(one, s, depth+1)
		}
	case map[string]any:
		t.linkedData(v["@graph"], s, depth+1)
		if !isWork(v["@type"]) {
			return
		}
		for _, p := range []string{"headline", "datePublished", "dateModified", "description", "inLanguage", "license", "articleSection"} {
			t.linkedValue(strings.ToLower(p), v[p], s)
		}
		for _, p := range []string{"author", "publisher"} {
			t.linkedName(p, v[p], s)
		}
	}
}

// isWork reports whether a type is a text that the page holds, not its site, trail or organisation.
func isWork(kind any) bool {
	switch k := kind.(type) {
	case string:
		return strings.HasSuffix(k, "Article") || strings.HasSuffix(k, "Posting") || k == "WebPage" || k == "Report"
	case []any:
		if slices.ContainsFunc(k, isWork) {
			return true
		}
	}
	return false
}

func (t *tree) linkedValue(name string, v any, s text.Span) {
	switch x := v.(type) {
	case string:
		t.fact(name, x, "json-ld", s)
	case []any:
		for _, one := range x {
			t.linkedValue(name, one, s)
		}
	}
}

// linkedName notes the names of persons and organisations, which stand as text or as objects.
func (t *tree) linkedName(name string, v any, s text.Span) {
	switch x := v.(type) {
	case string:
		t.fact(name, x, "json-ld", s)
	case []any:
		for _, one := range x {
			t.linkedName(name, one, s)
		}
	case map[string]any:
		t.linkedValue(name+".name", x["name"], s)
	}
}
