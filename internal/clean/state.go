package clean

import (
	"encoding/json"
	"html"
	"strings"

	"github.com/copydesk/copydesk/internal/clean/html/meta"
	"github.com/copydesk/copydesk/internal/clean/html/render"
	"github.com/copydesk/copydesk/internal/text"
)

// state is the rule by which the text of a page is taken from its data.
const state text.Rule = "html.state"

var stateRules = []text.RuleInfo{{
	ID: state, Default: true, Required: true,
	Description: "takes the text of a page whose body holds none from its structured data, where scripts would have found it",
}}

// minState is how many bytes a text of the page's data must have to stand for a page whose body holds no content: shorter
// ones are slogans.
const minState = 200

// ofState returns the text that a page without content in its body holds in its structured data, which scripts would have put
// there; empty if there is none.
func ofState(page string, said meta.Claims, empty render.Result) render.Result {
	if len(said.Bodies) == 0 {
		return empty
	}
	at := said.Bodies[0]
	body := plain(at.Of(page))
	if len(body) < minState {
		return empty
	}
	why := &text.Change{Rule: state}
	result := render.Result{Text: body}
	end := len(body)
	for _, s := range []text.Segment{
		{Source: text.Span{End: at.Start}, Change: why},
		{Source: at, Clean: text.Span{End: end}, Change: why},
		{Source: text.Span{Start: at.End, End: len(page)}, Clean: text.Span{Start: end, End: end}, Change: why},
	} {
		if !s.Source.Empty() {
			result.Provenance = append(result.Provenance, s)
		}
	}
	for _, p := range text.Paragraphs(body) {
		result.Blocks = append(result.Blocks, text.Block{Kind: text.Paragraph, Span: p})
	}
	return result
}

// plain is the text of a JSON string as written: its escapes and character references decoded, tags taken out, lines that are not
// blank parted by blank ones.
func plain(s string) string {
	var decoded string
	if json.Unmarshal([]byte(`"`+s+`"`), &decoded) != nil {
		decoded = s
	}
	decoded = html.UnescapeString(decoded)
	var out []string
	for line := range strings.SplitSeq(withoutTags(decoded), "\n") {
		if line = strings.Join(strings.Fields(line), " "); line != "" {
			out = append(out, line)
		}
	}
	return strings.ToValidUTF8(strings.Join(out, "\n\n"), "\uFFFD")
}

// withoutTags returns s with a line feed in place of each tag.
func withoutTags(s string) string {
	if !strings.Contains(s, "</") && !strings.Contains(s, "<br") {
		return s
	}
	var b strings.Builder
	for s != "" {
		before, after, found := strings.Cut(s, "<")
		b.WriteString(before)
		if !found {
			break
		}
		tag, rest, closed := strings.Cut(after, ">")
		if !closed {
			break
		}
		if isBlockTag(tag) {
			b.WriteByte('\n')
		}
		s = rest
	}
	return b.String()
}

// isBlockTag reports whether a tag parts paragraphs.
func isBlockTag(tag string) bool {
	name := strings.ToLower(strings.TrimLeft(tag, "/"))
	for _, block := range []string{"p", "br", "div", "li", "h", "ul", "ol", "table", "tr", "blockquote"} {
		if strings.HasPrefix(name, block) {
			return true
		}
	}
	return false
}
