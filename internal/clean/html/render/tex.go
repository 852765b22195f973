package render

import (
	"bytes"
	"strings"
	"unicode"

	"github.com/copydesk/copydesk/internal/text"
)

// texMarks are the marks between which TeX is written in running text. Dollars are marks only where a script sets them: elsewhere they are
// prices.
var texMarks = [...]struct {
	open, close string
	dollars     bool
}{
	{`\(`, `\)`, false},
	{`\[`, `\]`, false},
	{`\begin{`, `\end{`, false},
	{`$$`, `$$`, true},
	{`$`, `$`, true},
}

// setsTeX reports whether the address of a script is that of a program that sets TeX.
func setsTeX(src string) bool {
	src = strings.ToLower(src[:min(len(src), maxAddress)])
	return strings.Contains(src, "mathjax") || strings.Contains(src, "katex")
}

// longestTeX is the length in bytes of the longest formula that is looked for in running text.
const longestTeX = 4096

// markTeX records the formulas in the text just written, so that nothing in them is escaped or taken for something else.
func (w *writer) markTeX(p *ancestry) {
	if p.code != 0 || w.block.Kind == text.Code || w.from < 0 || !bytes.ContainsAny(w.out[w.from:], `\$`) {
		return
	}
	f := texFinder{s: w.out, dollars: w.setsTeX}
	for at := w.from; at < len(w.out) && !w.stop(1); {
		n := f.lengthAt(at)
		if n > 0 {
			w.made.Inlines = append(w.made.Inlines, text.Inline{Kind: text.InlineMath, Span: text.Span{Start: at, End: at + n}})
		}
		at += max(n, 1)
	}
}

// texFinder finds formulas from left to right. It remembers where the next closing mark of each kind is, so that a text is searched once for
// each.
type texFinder struct {
	s       []byte
	dollars bool
	next    [len(texMarks)]int
}

// lengthAt returns the length of the formula that begins at offset at, 0 if none does.
func (f *texFinder) lengthAt(at int) int {
	if c := f.s[at]; c != '\\' && c != '$' {
		return 0
	}
	for k, m := range texMarks {
		if m.dollars && !f.dollars || !bytes.HasPrefix(f.s[at:], []byte(m.open)) {
			continue
		}
		from := at + len(m.open)
		inner := f.until(k, from)
		if inner < 0 || inner > longestTeX {
			continue
		}
		end := from + inner + len(m.close)
		if m.open == `\begin{` {
			name := bytes.IndexByte(f.s[end:min(len(f.s), end+longestName)], '}')
			if name < 0 {
				continue
			}
			return end + name + 1 - at
		}
		if body := string(f.s[from : from+inner]); isTeXBody(body) && (m.open != "$" || isBetweenDollars(body, f.s[end:])) {
			return end - at
		}
	}
	return 0
}

// longestName is the length in bytes of the longest name of an environment of TeX.
const longestName = 32

// until returns how many bytes there are from offset from to the next closing mark of kind k, -1 if there is none.
func (f *texFinder) until(k, from int) int {
	if f.next[k] < from {
		n := bytes.Index(f.s[from:], []byte(texMarks[k].close))
		if n < 0 {
			n = len(f.s)
		}
		f.next[k] = from + n
	}
	if f.next[k] >= len(f.s) {
		return -1
	}
	return f.next[k] - from
}

// isTeXBody reports whether what is between two marks looks like a formula: it has a sign that prose has not, or is no longer than a variable.
func isTeXBody(s string) bool {
	if s = strings.TrimSpace(s); s == "" {
		return false
	}
	return len(s) <= 3 || strings.ContainsAny(s, `\^_=+<>{}`)
}

// isBetweenDollars reports whether two dollars are around a formula: no space is inside them and no digit follows, as with prices.
func isBetweenDollars(inner string, after []byte) bool {
	if unicode.IsSpace(rune(inner[0])) || unicode.IsSpace(rune(inner[len(inner)-1])) {
		return false
	}
	return len(after) == 0 || after[0] < '0' || after[0] > '9'
}

// asMath makes the open block one of a formula if it is nothing but one that stands by itself.
func (w *writer) asMath() {
	n := len(w.made.Inlines) - 1
	if w.block.Kind != text.Paragraph || n < 0 || w.made.Inlines[n].Span != w.block.Span || w.made.Inlines[n].Kind != text.InlineMath {
		return
	}
	if body := string(w.out[w.block.Span.Start:]); strings.HasPrefix(body, `\[`) || strings.HasPrefix(body, `\begin{`) || strings.HasPrefix(body, "$$") {
		w.block.Kind, w.made.Inlines = text.Math, w.made.Inlines[:n]
	}
}
