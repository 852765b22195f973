package structure

import (
	"slices"
	"strings"

	"github.com/copydesk/copydesk/internal/text"
)

// fenced takes a code block between fences, which may hold blank lines, and returns the paragraph behind it; i if there
// is none. A fence that is never closed is no fence: it would swallow the rest of the text.
func (f *finder) fenced(i int) int {
	s := f.paragraphs[i]
	body := s.Of(f.clean)
	fence := fenceOf(body)
	if fence == "" || slices.Contains(f.unclosed, fence) {
		return i
	}
	info, _, _ := strings.Cut(body[len(fence):], "\n")
	for last := i; last < len(f.paragraphs); last++ {
		tail := f.paragraphs[last].Of(f.clean)
		if last == i {
			tail = tail[len(fence)+len(info):]
		}
		if !strings.HasSuffix(tail, "\n"+fence) && tail != fence {
			continue
		}
		f.blocks = append(f.blocks, text.Block{
			Kind: text.Code, Span: text.Span{Start: s.Start, End: f.paragraphs[last].End}, Language: strings.TrimSpace(info),
		})
		return last + 1
	}
	f.unclosed = append(f.unclosed, fence)
	return i
}

// maxFence is the longest run of marks that is taken for a fence: it bounds how many kinds of fences there are.
const maxFence = 8

// fenceOf returns the run of three to eight backticks or tildes that body begins with, or nothing.
func fenceOf(body string) string {
	for _, mark := range []string{"`", "~"} {
		n := len(body) - len(strings.TrimLeft(body, mark))
		line, _, _ := strings.Cut(body[n:], "\n")
		if n >= 3 && n <= maxFence && !strings.Contains(line, mark) && len(strings.Fields(line)) <= 1 {
			return body[:n]
		}
	}
	return ""
}

// isIndented reports whether every line of a block is indented by four columns, as code is in Markdown and mail.
func (f *finder) isIndented(s text.Span) bool {
	return everyLine(f.clean[f.lineStart(s):s.End], func(l string) bool {
		return strings.HasPrefix(l, "    ") || strings.HasPrefix(l, "\t")
	})
}

// indented adds paragraph i as code, with its indentation. Neighbouring ones are one block with blank lines in it.
func (f *finder) indented(i int) {
	s := text.Span{Start: f.lineStart(f.paragraphs[i]), End: f.paragraphs[i].End}
	if n := len(f.blocks); n > 0 && f.blocks[n-1].Kind == text.Code && f.isIndented(f.paragraphs[i-1]) {
		f.blocks[n-1].Span.End = s.End
		return
	}
	f.add(text.Code, s)
}

// isDisplayMath reports whether body is a TeX formula that stands by itself.
func isDisplayMath(body string) bool {
	return len(body) > 4 && (strings.HasPrefix(body, "$$") && strings.HasSuffix(body, "$$") ||
		strings.HasPrefix(body, `\[`) && strings.HasSuffix(body, `\]`))
}
