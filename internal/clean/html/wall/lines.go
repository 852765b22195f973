package wall

import (
	"html"
	"strings"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/text"
)

// line is the texts between two edges of blocks.
type line struct {
	from, to int32 // its texts
	words    int
	linked   int // words in links
	in       dom.Context
	level    int // of a heading
	kept     bool
	phrased  bool // it says what walls say
}

const (
	// maxLines is how many lines are searched for phrases, maxSaid how many bytes of one.
	maxLines = 1500
	maxSaid  = 400

	// proseWords is how many words make a line of prose.
	proseWords = 8

	// around are the parts of a page that say nothing of what it is for.
	around = dom.Nav | dom.Footer | dom.Aside
)

// readLines cuts the visible text of the page into lines.
func (d *detector) readLines() {
	t := d.t
	for i := 0; i < len(t.Texts) && !d.stop(64); {
		l := line{from: int32(i)}
		edge := t.Texts[i].Edge
		for ; i < len(t.Texts) && t.Texts[i].Edge == edge; i++ {
			d.take(&l, int32(i))
		}
		l.to = int32(i)
		if l.words > 0 {
			d.lines = append(d.lines, l)
		}
	}
}

// take adds a text to a line.
func (d *detector) take(l *line, i int32) {
	x := &d.t.Texts[i]
	n := &d.t.Nodes[x.Parent]
	if n.In&(dom.Skip|dom.Unseen) != 0 || n.In&dom.Hidden != 0 && n.In&dom.Fallback == 0 && !d.parts[i].Written() {
		return
	}
	words := countWords(d.t.Span(i).Of(d.t.Page))
	l.words += words
	if n.In&(dom.Link|dom.Control) != 0 {
		l.linked += words
	}
	l.in |= n.In
	l.kept = l.kept || d.parts[i].Written()
	if l.level == 0 && n.In&dom.Heading != 0 {
		l.level = headingLevel(d.t, x.Parent)
	}
}

// headingLevel returns the level of the heading that an element is in.
func headingLevel(t *dom.Tree, node int32) int {
	for range 8 {
		if level := dom.Level(t.Nodes[node].Tag); level > 0 || node == 0 {
			return level
		}
		node = t.Nodes[node].Parent
	}
	return 0
}

// countWords returns the number of words of s. Scripts without spaces count a word for two characters.
func countWords(s string) int {
	n, wide, inWord := 0, 0, false
	for i := range len(s) {
		switch c := s[i]; {
		case c <= ' ':
			inWord = false
		case c >= 0xE3 && c <= 0xED: // the first byte of Han, Kana and Hangul
			wide++
			inWord = false
		case c < 0x80 || c >= 0xC0:
			if !inWord {
				n++
			}
			inWord = true
		}
	}
	return n + wide/2
}

// said returns what a line says, up to a bound: in lower case, with plain apostrophes and single spaces.
func (d *detector) said(l *line) string {
	var b strings.Builder
	for i := l.from; i < l.to && b.Len() < maxSaid; i++ {
		x := &d.t.Texts[i]
		if d.t.Nodes[x.Parent].In&(dom.Skip|dom.Unseen) != 0 {
			continue
		}
		if x.Space || x.Breaks > 0 {
			b.WriteByte(' ')
		}
		s := d.t.Span(i).Of(d.t.Page)
		b.WriteString(s[:min(len(s), maxSaid)])
	}
	return plain(b.String())
}

// plain returns s in lower case, with plain apostrophes and single spaces.
func plain(s string) string {
	if strings.IndexByte(s, '&') >= 0 {
		s = html.UnescapeString(s)
	}
	s = strings.ToLower(strings.ToValidUTF8(s, ""))
	if strings.IndexByte(s, 0xE2) >= 0 || strings.IndexByte(s, 0xC2) >= 0 {
		s = apostrophes.Replace(s)
	}
	return strings.Join(strings.Fields(s), " ")
}

var apostrophes = strings.NewReplacer("’", "'", "‘", "'", "\u00a0", " ", "\u00ad", "")

// spanOf returns the range of a line in the page.
func (d *detector) spanOf(l *line) text.Span {
	return d.t.Span(l.from).Cover(d.t.Span(l.to - 1))
}

// firstRunes returns the beginning of s, at most n bytes, without a character cut in two.
func firstRunes(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// isTitleLevel reports whether a line is a heading of the whole page.
func isTitleLevel(l *line) bool { return l.level == 1 || l.level == 2 }

// isNumbered reports whether a line in lower case has a number that is none of those that servers give to errors: a day, a price, a code. Such a
// line tells of something else than what the page is.
func isNumbered(said string) bool {
	for i := 0; i < len(said); i++ {
		from := i
		for i < len(said) && said[i] >= '0' && said[i] <= '9' {
			i++
		}
		if n := i - from; n > 0 && (n != len("404") || said[from] != '4' && said[from] != '5') {
			return true
		}
	}
	return false
}
