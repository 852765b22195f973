package embedded

import (
	"context"
	"strings"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/text"
)

// bodyKeys are the names under which the state of an application holds the text of a page.
var bodyKeys = map[string]bool{
	"articleBody": true, "body": true, "bodyHtml": true, "body_html": true, "bodyHTML": true, "bodyText": true, "content": true, "contentHtml": true,
	"content_html": true, "contentHTML": true, "html": true, "text": true, "markdown": true, "rendered": true, "story": true, "fullText": true,
}

// stateMarks are in scripts that hold the state of an application: those of Next.js, Nuxt, and what is usual beside them.
var stateMarks = [...]string{"__NUXT__", "__INITIAL_STATE__", "__PRELOADED_STATE__", "__APOLLO_STATE__", "__INITIAL_DATA__", "__remixContext", "__STATE__"}

const (
	// longestKey is the length in bytes of the longest of bodyKeys.
	longestKey = 12

	// maxMark is how many bytes of a script are searched for stateMarks.
	maxMark = 4096

	// leastSpaces is how many spaces a text of scripts with spaces has for each 100 bytes at least: addresses and code have fewer.
	leastSpaces = 8
)

// Body returns the range of the longest text in the state that a page holds for its scripts, a string of JSON as written, empty if there is
// none. The error is ctx.Err() if ctx ended first.
func Body(ctx context.Context, t *dom.Tree) (text.Span, error) {
	var best text.Span
	pace := text.NewPace(ctx)
	for _, s := range t.Scripts {
		if !isState(t, s) {
			continue
		}
		found, err := longest(t.Page, s.Span, pace)
		if err != nil {
			return text.Span{}, err
		}
		if found.Len() > best.Len() {
			best = found
		}
	}
	if !isProse(best.Of(t.Page)) {
		return text.Span{}, ctx.Err()
	}
	return best, ctx.Err()
}

// isState reports whether a script holds the state of an application.
func isState(t *dom.Tree, s dom.Script) bool {
	if strings.EqualFold(strings.TrimSpace(t.Raw(s.Node, dom.Type)), "application/json") {
		return true
	}
	head := s.Span.Of(t.Page)
	head = head[:min(len(head), maxMark)]
	for _, mark := range stateMarks {
		if strings.Contains(head, mark) {
			return true
		}
	}
	return false
}

// longest returns the range of the longest string in s that is the value of one of bodyKeys.
func longest(page string, s text.Span, pace *text.Pace) (best text.Span, err error) {
	for at := s.Start; at < s.End; {
		n := strings.IndexByte(page[at:s.End], '"')
		if n < 0 {
			return best, pace.Step(s.End - at)
		}
		one := text.Span{Start: at + n + 1}
		one.End = endOfString(page[:s.End], one.Start)
		if err := pace.Step(one.End - at); err != nil {
			return text.Span{}, err
		}
		if one.Len() > best.Len() && bodyKeys[keyBefore(page[s.Start:one.Start-1])] {
			best = one
		}
		at = one.End + 1
	}
	return best, nil
}

// endOfString returns where the string ends whose content begins at i.
func endOfString(page string, i int) int {
	for i < len(page) && page[i] != '"' {
		if page[i] == '\\' {
			i++
		}
		i++
	}
	return min(i, len(page))
}

// keyBefore returns the name of the member whose value comes after before, "" if a name is none of bodyKeys or there is none.
func keyBefore(before string) string {
	before, ok := strings.CutSuffix(strings.TrimRight(before[max(0, len(before)-longestKey-4):], " \n\t"), ":")
	if !ok {
		return ""
	}
	before = strings.TrimSuffix(strings.TrimRight(before, " "), `"`)
	return before[strings.LastIndexAny(before, "\"{, \n")+1:]
}

// isProse reports whether a string reads like text.
func isProse(s string) bool {
	wide := 0
	for i := range len(s) {
		if s[i] >= 0xE0 {
			wide++
		}
	}
	return len(s) >= minText && (strings.Count(s, " ")*100 >= leastSpaces*len(s) || wide*6 >= len(s) || strings.Contains(s, `\u`))
}
