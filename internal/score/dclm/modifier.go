package dclm

import (
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

// modifier is one of DCLM's modifiers of lines.
type modifier struct {
	name, description string

	// drops reports whether line i, of which s is left, goes; nil where no line goes.
	drops func(p *page, i int, s string) bool

	// cuts returns the parts of a line that go, in order and not overlapping; nil where no part goes.
	cuts func(s string) []text.Span

	// short restricts it to lines of at most maxShort words, and makes it take out those that are blank then.
	short bool

	// strips says that white space at the page's ends goes too.
	strips bool

	// separator is what separates lines; empty means a line feed.
	separator string
}

// maxShort is the length in words of the longest line that substrings are cut out of.
const maxShort = 10

// modifiers are DCLM's modifiers of lines, those of the configuration first and in its order.
var modifiers = []modifier{
	{name: "newline_removal", description: "of three line feeds or more in a row, two stay", drops: isSpareLine},
	{name: "uppercase_ratio_line", description: "lines of which more than half the characters are capitals go", drops: only(isUpperLine), strips: true},
	{name: "numeric_ratio_line", description: "lines of which more than .999999 of the characters are digits go", drops: only(isDigitLine), strips: true},
	{name: "counter_line", description: "lines that are a number and likes, shares, views or the like go", drops: only(isCounter), strips: true},
	{name: "line_length_min2", description: "lines of one word or of white space go", drops: shorterThan(2)},
	{name: "substring_items_in_cart", description: `"items in cart" goes from lines of at most 10 words, and blank lines go`, cuts: itemsInCart, short: true, strips: true},
	{name: "substring_read_more", description: `"Read more" and three more characters at the end go from lines of at most 10 words, and blank lines go`, cuts: readMore, short: true, strips: true},
	{name: "substring_sign_in", description: `"Sign-in" at the beginning goes from lines of at most 10 words, and blank lines go`, cuts: signIn, short: true, strips: true},

	{name: "line_length_min5", description: "lines with text, or white space, of fewer than 5 words go", drops: shorterThan(5)},
	{name: "punctuation_line", description: `lines that do not end in ".", "!", "?", a quotation mark or "…" go`, drops: only(isUnended)},
	{name: "punctuation_line_c4", description: `the same, and lines that end in "..." or "…" go`, drops: only(isUnendedOrCut)},
	{name: "word_length_1000", description: "lines with a word of more than 1000 characters go", drops: only(hasLongWord)},
	{name: "citation_removal", description: `"[12]", "[]", "[edit]" and "[citation needed]" go`, cuts: citations},
	{name: "within_page_dedup_line", description: "lines that are equal to an earlier one, except for case and white space at the ends, go", drops: isRepeated},
	{name: "within_page_dedup_paragraph", description: "the same for pieces between two line feeds", drops: isRepeated, separator: "\n\n"},
}

// The modifiers of the configuration by their place in the table, counted from 1.
const (
	newlineStep = 1
	firstStep   = 2 // of those that follow
	lastStep    = 8
)

// apply modifies the page; step is recorded as what did it.
func (m *modifier) apply(p *page, step int) {
	for i := p.first; i <= p.last; i++ {
		if p.gone(i) != 0 {
			continue
		}
		s := p.text(i)
		p.t.Tick(len(s) + 4)
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

// cut cuts the modifier's parts out of line i, of which s is left.
func (m *modifier) cut(p *page, i int, s string, step int) {
	spans := m.cuts(s)
	if m.short && s != "" && isBlankWithout(s, spans) {
		p.drop(i, step)
	} else if len(spans) > 0 {
		p.cut(i, spans, step)
	}
}

// isBlankWithout reports whether s has nothing but white space outside the spans.
func isBlankWithout(s string, spans []text.Span) bool {
	at := 0
	for _, span := range spans {
		if !isBlank(s[at:span.Start]) {
			return false
		}
		at = span.End
	}
	return isBlank(s[at:])
}

func only(is func(*pytext.Text, string) bool) func(*page, int, string) bool {
	return func(p *page, _ int, s string) bool { return is(p.t, s) }
}

func shorterThan(words int) func(*page, int, string) bool {
	return func(p *page, _ int, s string) bool { return s != "" && atMostWords(p.t, s, words-1) }
}

// isSpareLine reports whether line i is empty, with two line feeds before it and one after it.
func isSpareLine(p *page, i int, s string) bool {
	start := p.whole(i).Start
	return s == "" && i < len(p.lines)-1 && start >= 2 && p.t.S[start-2:start] == "\n\n"
}

func isRepeated(p *page, _ int, s string) bool { return p.isRepeated(s) }
