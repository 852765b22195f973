package render

import (
	"html"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/text"
)

// hasTeX reports whether a page has scripts of TeX.
func hasTeX(t *dom.Tree) bool {
	for i := range t.Scripts {
		if isTeX(t.Raw(t.Scripts[i].Node, dom.Type)) {
			return true
		}
	}
	return false
}

func isTeX(mediaType string) bool { return strings.HasPrefix(strings.TrimSpace(mediaType), "math/tex") }

// formula writes the formula that element m holds in several forms. One form counts: the TeX of an annotation, that of an attribute, or else the characters of MathML in a line.
func (w *writer) formula(m int32) {
	if w.holds[m]&begun != 0 {
		return
	}
	w.holds[m] |= begun
	n := &w.t.Nodes[m]
	whole := text.Span{Start: max(int(n.Open), w.done), End: max(w.endOf(n), w.done)}
	if tex := w.texOf(m); tex != "" {
		w.putTeX(whole, tex, w.block.Kind == text.Math)
		return
	}
	for i := m; i < n.End; i++ {
		if w.t.Nodes[i].Tag == atom.Math {
			if line := w.linear(i); line != "" {
				w.put(whole, line, byMath)
			}
			return
		}
	}
}

// endOf returns the offset after the last text of an element: its end tag, if no text precedes that.
func (w *writer) endOf(n *dom.Node) int {
	end := int(n.EndTag)
	if int(n.EndText) < len(w.t.Texts) {
		end = min(end, int(w.t.Texts[n.EndText].Start))
	}
	return max(end, int(n.Close))
}

// texOf returns the TeX of the formula that element m holds, or "".
func (w *writer) texOf(m int32) string {
	t := w.t
	alt := ""
	for i := m; i < t.Nodes[m].End && !w.stop(16); i++ {
		n := &t.Nodes[i]
		switch {
		case n.Tag == dom.Unknown && w.isNamed(n, texElement):
			s := text.Span{Start: int(n.Close), End: w.endOf(n)}
			return cleanTeX(html.UnescapeString(s.Of(t.Page)))
		case n.Tag == atom.Math && alt == "":
			alt = cleanTeX(t.Value(i, dom.AltText))
		case n.EndText > n.FirstText && w.isNamed(n, "annotation") && strings.EqualFold(t.Raw(i, dom.Encoding), "application/x-tex"):
			s := text.Span{Start: int(n.Close), End: w.endOf(n)}
			if tex := s.Of(t.Page); !strings.Contains(tex, "<") {
				return cleanTeX(html.UnescapeString(tex))
			}
		}
	}
	return alt
}

// texElement is the name of an element that holds nothing but TeX, of the template of the journal Distill.
const texElement = "d-math"

// cleanTeX cuts what a page's software has put around a formula, and blank lines, which TeX does not allow there.
func cleanTeX(tex string) string {
	tex = strings.TrimSpace(tex)
	if inner, ok := strings.CutPrefix(tex, `{\displaystyle`); ok && strings.HasSuffix(inner, "}") {
		tex = strings.TrimSpace(inner[:len(inner)-1])
	}
	return strings.TrimSpace(strings.Trim(tex, "$"))
}

// putTeX writes a formula between the marks of TeX.
func (w *writer) putTeX(s text.Span, tex string, display bool) {
	mark := "$"
	if display {
		mark = "$$"
	}
	w.from = -1
	w.put(s, mark+tex+mark, byMath)
	if w.block.Kind != text.Math {
		w.made.Inlines = append(w.made.Inlines, text.Inline{Kind: text.InlineMath, Span: text.Span{Start: w.from, End: len(w.out)}})
	}
	w.span = 0
}
