package dclm

import (
	"strings"

	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

// findLines adds the lines with text, stripped, that are like that.
func findLines(t *pytext.Text, p *profile.Places, like func(string) bool) {
	for line := range t.Lines().All() {
		if line = pytext.Strip(t.S, line); line.Len() > 0 && like(line.Of(t.S)) {
			p.Add(line)
		}
	}
}

// findWords adds the words that are like that.
func findWords(t *pytext.Text, p *profile.Places, like func(string) bool) {
	w := t.Words()
	for i, id := range w.IDs {
		word := w.Type(id)
		t.Tick(len(word) + 4)
		if like(word) {
			p.Add(w.Span(i))
		}
	}
}

// findMarks adds the places of any of the marks. Those that overlap are one place.
func findMarks(t *pytext.Text, p *profile.Places, marks []string) {
	last := text.Span{End: -1}
	for i := range len(t.S) {
		t.Tick(1)
		n := longestMark(t.S[i:], marks)
		if n == 0 {
			continue
		}
		if i < last.End {
			last.End = max(last.End, i+n)
			continue
		}
		if last.End >= 0 {
			p.Add(last)
		}
		last = text.Span{Start: i, End: i + n}
	}
	if last.End >= 0 {
		p.Add(last)
	}
}

// longestMark returns the length of the longest mark that s begins with, 0 if there is none.
func longestMark(s string, marks []string) (n int) {
	for _, mark := range marks {
		if strings.HasPrefix(s, mark) {
			n = max(n, len(mark))
		}
	}
	return n
}
