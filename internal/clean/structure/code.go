package structure

import (
	"slices"
	"strings"

	"github.com/copydesk/copydesk/internal/text"
)

// fenced takes a code block between fences, which may hold blank lines, and reports whether one begins here. A fence that
// is never closed is no fence: it would swallow the rest of the text.
func (f *finder) fenced() bool {
	s := f.current
	body := s.Of(f.clean)
	fence := fenceOf(body)
	if fence == "" || slices.Contains(f.unclosed, fence) {
		return false
	}
	info, _, _ := strings.Cut(body[len(fence):], "\n")
	closing := "\n" + fence
	tail := body[len(fence)+len(info):]
	last := s
	for !strings.HasSuffix(tail, closing) && tail != fence {
		if last = f.paragraph(last.End); last.Empty() {
			f.unclosed = append(f.unclosed, fence)
			return false
		}
		tail = last.Of(f.clean)
	}
	f.blocks = append(f.blocks, text.Block{
		Kind: text.Code, Span: text.Span{Start: s.Start, End: last.End}, Language: strings.TrimSpace(info),
	})
	if last != s {
		f.current, f.next = last, f.paragraph(last.End)
	}
	return true
}

// maxFence is the longest run of marks that counts as a fence. It bounds how many kinds of fences there are, and so how
// often the rest of a text is searched for one.
const maxFence = 8

// fenceOf returns the run of three to eight backticks or tildes that body begins with, or "".
func fenceOf(body string) string {
	for _, mark := range []string{"`", "~"} {
		n := len(body) - len(strings.TrimLeft(body, mark))
		if n < 3 || n > maxFence {
			continue
		}
		if line, _, _ := strings.Cut(body[n:], "\n"); !strings.Contains(line, mark) && len(strings.Fields(line)) <= 1 {
			return body[:n]
		}
	}
	return ""
}

// isIndented reports whether every line of a paragraph is indented by four columns, as code is in Markdown and mail.
func (f *finder) isIndented(s text.Span) bool {
	return f.everyLine(f.clean[f.lineStart(s):s.End], func(l string) bool {
		return strings.HasPrefix(l, "    ") || strings.HasPrefix(l, "\t")
	})
}

// indented adds the current paragraph as code, with its indentation. Neighbouring ones are one block with blank lines in
// it.
func (f *finder) indented() {
	s := text.Span{Start: f.lineStart(f.current), End: f.current.End}
	if n := len(f.blocks); n > 0 && f.blocks[n-1].Kind == text.Code && f.isIndented(f.previous) {
		f.blocks[n-1].Span.End = s.End
		return
	}
	f.add(text.Code, s)
}

// isDisplayMath reports whether body is a TeX formula in a paragraph of its own.
func isDisplayMath(body string) bool {
	return len(body) > 4 && (strings.HasPrefix(body, "$$") && strings.HasSuffix(body, "$$") ||
		strings.HasPrefix(body, `\[`) && strings.HasSuffix(body, `\]`))
}
