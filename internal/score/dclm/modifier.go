package dclm

import (
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

// modifier is one of DCLM's modifiers of lines.
type modifier struct {
	name, description string

	// drops reports whether line i, of which s is left, goes; nil where none does.
	drops func(p *page, i int, s string) bool

	// cuts returns the parts of a line that go, in order and apart; nil where none does.
	cuts func(s string) []text.Span

	// short keeps to lines of at most maxShort words, and takes out those that are blank then.
	short bool

	// strips says that white space at the page's ends goes too.
	strips bool

	// separator is what stands between lines; empty means a line feed.
	separator string
}

// maxShort is the longest line, in words, that substrings are cut out of.
const maxShort = 10

// apply modifies the page; step is put down as what did it.
func (m *modifier) apply(p *page, step int8) {
	for i := p.first; i <= p.last; i++ {
		if p.lines[i].gone != 0 {
			continue
		}
		s := p.text(i)
		switch {
		case m.drops != nil:
			if m.drops(p, i, s) {
				p.drop(i, step)
			}
		case !m.short || p.isShort(i, s):
			m.cut(p, i, s, step)
		}
	}
	if m.strips {
		p.strip(step)
	}
}

// cut cuts what the modifier names out of line i, of which s is left.
func (m *modifier) cut(p *page, i int, s string, step int8) {
	if spans := m.cuts(s); len(spans) > 0 {
		p.cut(i, spans, step)
	}
	if m.short && s != "" && isBlank(p.text(i)) {
		p.drop(i, step)
	}
}

// atMostWords reports whether at most n words between white space are in s.
func atMostWords(s string, n int) bool {
	between := space
	for i := 0; i < len(s); {
		size, c := 1, s[i]
		kind := kinds[c&0x7F]
		if c >= utf8.RuneSelf {
			kind, size = kindBeyond(s[i:])
		}
		if between&^kind != 0 {
			if n--; n < 0 {
				return false
			}
		}
		between = kind & space
		i += size
	}
	return true
}

// isBlank reports whether nothing but white space is in s.
func isBlank(s string) bool {
	for _, r := range s {
		if !pytext.IsSpace(r) {
			return false
		}
	}
	return true
}
