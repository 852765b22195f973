// Package embedded takes the text of a page whose body has none from the page's structured data, where its scripts would
// have found it.
package embedded

import (
	"context"
	"encoding/json"
	"html"
	"strings"

	"github.com/copydesk/copydesk/internal/clean/html/render"
	"github.com/copydesk/copydesk/internal/text"
)

// rule is the id under which the provenance names what was taken. Released ids keep their names.
const rule text.Rule = "html.state"

// Rules describes the rule.
var Rules = []text.RuleInfo{{
	ID: rule, Default: true, Required: true,
	Description: "takes the text of a page whose body holds none from its structured data, where scripts would have found it",
}}

// minText is the length in bytes from which a text in the data is taken for the page's content: shorter ones are slogans.
const minText = 200

// Content returns the text of page that stands as a JSON string at body, and false if it is too short to be the content.
// The error is ctx.Err() if ctx ended first.
func Content(ctx context.Context, page string, body text.Span) (render.Result, bool, error) {
	clean, err := plain(ctx, body.Of(page))
	if err != nil || len(clean) < minText {
		return render.Result{}, false, err
	}
	why := &text.Change{Rule: rule}
	result := render.Result{Text: clean}
	end := len(clean)
	for _, s := range []text.Segment{
		{Source: text.Span{End: body.Start}, Change: why},
		{Source: body, Clean: text.Span{End: end}, Change: why},
		{Source: text.Span{Start: body.End, End: len(page)}, Clean: text.Span{Start: end, End: end}, Change: why},
	} {
		if !s.Source.Empty() {
			result.Provenance.Change(s.Source.Len(), s.Clean.Len(), s.Change)
		}
	}
	for _, p := range text.Paragraphs(clean) {
		result.Blocks = append(result.Blocks, text.Block{Kind: text.Paragraph, Span: p})
	}
	return result, true, ctx.Err()
}

// plain returns the text of a JSON string as written: escapes and character references decoded, tags removed, and a blank
// line between any two lines with text.
func plain(ctx context.Context, s string) (string, error) {
	var decoded string
	if json.Unmarshal([]byte(`"`+s+`"`), &decoded) != nil {
		decoded = s
	}
	if err := ctx.Err(); err != nil {
		return "", err
	}
	pace := text.NewPace(ctx)
	var b strings.Builder
	for line := range strings.SplitSeq(withoutTags(html.UnescapeString(decoded)), "\n") {
		if err := pace.Step(len(line) + 1); err != nil {
			return "", err
		}
		if line = strings.Join(strings.Fields(line), " "); line == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		b.WriteString(line)
	}
	return strings.ToValidUTF8(b.String(), "\uFFFD"), ctx.Err()
}

// withoutTags returns s without its tags; those of blocks leave a line feed.
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

// longestTag is the length in bytes of the longest name of blockTags, with the slash of an end tag.
const longestTag = len("/blockquote")

var blockTags = []string{"p", "br", "div", "li", "h", "ul", "ol", "table", "tr", "blockquote"}

// isBlockTag reports whether a tag begins or ends a line.
func isBlockTag(tag string) bool {
	name := strings.ToLower(strings.TrimLeft(tag[:min(len(tag), longestTag)], "/"))
	for _, block := range blockTags {
		if strings.HasPrefix(name, block) {
			return true
		}
	}
	return false
}
