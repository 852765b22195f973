package render

import (
	"strings"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/text"
)

const newlines = "\n\n\n"

// codeText writes a text of the open block of code. Edges of elements inside end lines, unless the line has ended.
func (w *writer) codeText(i int32, x *dom.Text, s text.Span) {
	page := w.t.Page
	verbatim := w.t.Nodes[x.Parent].In&dom.Pre != 0
	if w.block.Span.Start < 0 {
		if s = withoutBlankLines(page, s); s.Empty() {
			return
		}
		w.edge = x.Edge
	}
	switch {
	case w.block.Span.Start < 0:
	case x.Breaks > 0:
		w.sep = newlines[:min(int(x.Breaks), len(newlines))]
	case x.Edge != w.edge:
		if text.Trim(page, s).Empty() {
			return
		}
		if w.out[len(w.out)-1] != '\n' {
			w.sep = newlines[:1]
		}
	case x.Space && !verbatim:
		w.owe(spaceGap)
	}
	if w.block.Span.Start >= 0 && (verbatim || w.sep != "") {
		w.gap = noGap
	}
	w.edge, w.last = x.Edge, i
	if verbatim {
		w.verbatim(s)
		return
	}
	w.words(s)
}

// withoutBlankLines cuts blank lines at the start of s; the indentation of the first line with text stays.
func withoutBlankLines(page string, s text.Span) text.Span {
	start := s.Start
	for i := s.Start; i < s.End && isSpace(page[i]); i++ {
		if page[i] == '\n' || page[i] == '\r' {
			start = i + 1
		}
		if i+1 == s.End {
			return text.Span{Start: s.End, End: s.End}
		}
	}
	return text.Span{Start: start, End: s.End}
}

// languageMarks are how classes begin that name a programming language.
var languageMarks = [...]string{"language-", "lang-", "highlight-source-", "brush:", "highlight-"}

// languageReach is how many elements around a block of code are looked at for its language.
const languageReach = 4

// language returns the language that a class names, or "": that of a block of code, of an element inside it or around it.
func (w *writer) language(pre int32) string {
	t := w.t
	last := min(pre+languageReach, t.Nodes[pre].End)
	for i := pre; i < last; i++ {
		if l := languageOf(t.Raw(i, dom.Class)); l != "" {
			return l
		}
	}
	for i, n := t.Nodes[pre].Parent, 1; i > 0 && n < languageReach && w.ancestry(i).item == w.ancestry(pre).item; i, n = t.Nodes[i].Parent, n+1 {
		if l := languageOf(t.Raw(i, dom.Class)); l != "" {
			return l
		}
	}
	return ""
}

// longestLanguage is the length of the longest name of a language that is believed.
const longestLanguage = 24

// longestClass is how much of a class is read: one class may be that of any number of blocks of code.
const longestClass = 512

// languageOf returns the language that a class names, or "".
func languageOf(class string) string {
	class = class[:min(len(class), longestClass)]
	for i := range len(class) {
		for _, mark := range languageMarks {
			if i > 0 && class[i-1] > ' ' || !strings.HasPrefix(class[i:], mark) {
				continue
			}
			name := strings.TrimLeft(class[i+len(mark):], " ")
			end := strings.IndexFunc(name, func(r rune) bool { return r <= ' ' || r == ';' || r == ',' || r == '`' || r > '~' })
			if end >= 0 {
				name = name[:end]
			}
			if isLanguage(name) {
				return strings.ToLower(name)
			}
		}
	}
	return ""
}

func isLanguage(name string) bool {
	switch name {
	case "", "none", "plaintext", "text", "default", "block", "wrapper", "toolbar", "undefined":
		return false
	default:
		return len(name) <= longestLanguage
	}
}
