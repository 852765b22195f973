package render

import (
	"bytes"
	"html"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
)

// maxMathDepth is the depth down to which the structure of a formula is written: what nests deeper is written as plain text.
const maxMathDepth = 40

// linear writes MathML in a line of plain characters: fractions with a slash, exponents with a circumflex.
func (w *writer) linear(m int32) string {
	return folded(w.appendLinear(nil, m, 0))
}

// folded returns b with every run of white space made one space, and none at its ends. It uses the memory of b.
func folded(b []byte) string {
	n, gap := 0, false
	for i := 0; i < len(b); {
		r, size := utf8.DecodeRune(b[i:])
		if unicode.IsSpace(r) {
			gap = n > 0
			i += size
			continue
		}
		if gap {
			b[n], gap = ' ', false
			n++
		}
		n += copy(b[n:], b[i:i+size])
		i += size
	}
	return string(b[:n])
}

func (w *writer) appendLinear(dst []byte, i int32, depth int) []byte {
	t := w.t
	n := &t.Nodes[i]
	name := w.nameOf(n)
	if strings.HasPrefix(name, "annotation") || w.stop(64) {
		return dst
	}
	marks := marksOf[name]
	next, part := n.FirstText, 0
	for c := i + 1; c < n.End && depth < maxMathDepth; c = t.Nodes[c].End {
		dst = w.appendPlain(dst, next, t.Nodes[c].FirstText)
		next = t.Nodes[c].EndText
		if part < len(marks) {
			dst = append(dst, marks[part]...)
		}
		part++
		before := len(dst)
		dst = w.appendLinear(dst, c, depth+1)
		if len(marks) > 0 {
			dst = bracket(dst, before)
		}
	}
	return w.appendPlain(dst, next, n.EndText)
}

// marksOf are the marks before the children of an element.
var marksOf = map[string][]string{
	"msup": {"", "^"}, "msub": {"", "_"}, "msubsup": {"", "_", "^"}, "mfrac": {"", "/"}, "msqrt": {"√"}, "mroot": {"√", "^1/"},
	"munder": {"", "_"}, "mover": {"", "^"}, "munderover": {"", "_", "^"},
}

// bracket puts brackets around dst[since:] if it is more than one character or number.
func bracket(dst []byte, since int) []byte {
	part := dst[since:]
	if len(part) == 0 || part[0] == '(' || !bytes.ContainsAny(part, " +-−=/^_,·×*") {
		return dst
	}
	return append(slices.Insert(dst, since, '('), ')')
}

// appendPlain writes texts as they are.
func (w *writer) appendPlain(dst []byte, from, to int32) []byte {
	for k := from; k < to && !w.stop(16); k++ {
		if w.t.Nodes[w.t.Texts[k].Parent].In&dom.Math != 0 {
			dst = append(dst, html.UnescapeString(w.t.Span(k).Of(w.t.Page))...)
		}
	}
	return dst
}

// nameOf returns the name of an element of MathML, which HTML may not know.
func (w *writer) nameOf(n *dom.Node) string {
	name := w.t.Page[n.Open+1 : n.Close]
	for i := range len(name) {
		if c := name[i]; !isAlnum(c) && c != '-' {
			return strings.ToLower(name[:i])
		}
	}
	return name
}
