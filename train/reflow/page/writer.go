package page

import (
	"html"
	"strings"

	"golang.org/x/net/html/atom"
)

// writer writes the pieces of the chosen container, line by line.
type writer struct {
	*tree

	lines []string
	line  strings.Builder
}

// write writes the pieces of element main, after the page's first heading if that comes before it.
func (w *writer) write(main int32) {
	title := w.title(main)
	for i := range w.pieces {
		p := &w.pieces[i]
		if w.holds(main, p.element) || title != 0 && w.holds(title, p.element) {
			w.piece(p)
		} else {
			w.endLine()
		}
	}
	w.endLine()
}

// holds reports whether element inner is outer or inside it.
func (t *tree) holds(outer, inner int32) bool {
	return inner >= outer && inner <= t.elements[outer].last
}

// title returns the page's h1 if it comes before element main, or 0.
func (t *tree) title(main int32) int32 {
	for i := range t.elements[:main] {
		if e := &t.elements[i]; e.tag == atom.H1 && !e.skip && e.chars > 0 {
			return int32(i) //nolint:gosec // fewer elements than bytes
		}
	}
	return 0
}

func (w *writer) piece(p *piece) {
	switch p.kind {
	case lineEdge:
		w.endLine()
	case cellEdge:
		w.line.WriteByte(' ')
	case mailPiece:
		w.line.WriteString(p.text)
	case textPiece:
		s := p.text
		if !w.elements[p.element].pre {
			s = asciiSpaces.Replace(s)
		}
		for i, line := range strings.Split(html.UnescapeString(s), "\n") {
			if i > 0 {
				w.endLine()
			}
			w.line.WriteString(line)
		}
	}
}

// asciiSpaces makes the line ends of a page's source spaces, which is what they mean in it.
var asciiSpaces = strings.NewReplacer("\n", " ", "\r", " ", "\t", " ", "\f", " ")

func (w *writer) endLine() {
	if line := strings.Join(strings.Fields(w.line.String()), " "); line != "" {
		w.lines = append(w.lines, line)
	}
	w.line.Reset()
}
