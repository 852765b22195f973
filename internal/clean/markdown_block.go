package clean

import (
	"strconv"
	"strings"

	"github.com/copydesk/copydesk/internal/text"
)

// withoutMarks cuts the number signs around a heading that is marked up already.
func (m *markdown) withoutMarks(s text.Span) text.Span {
	clean := m.d.Clean
	if m.page || clean[s.Start] != '#' {
		return s
	}
	body := strings.TrimLeft(s.Of(clean), "#")
	s.Start = s.End - len(body)
	s.End = s.Start + len(strings.TrimRight(body, "#"))
	return text.Trim(clean, s)
}

// bullets are the marks of list items that the text may have brought along.
var bullets = []string{"- ", "* ", "+ ", "• ", "◦ ", "▪ ", "‣ ", "· ", "– ", "— ", "● ", "○ ", "■ ", "□ ", "➤ ", "➢ ", "► ", "✓ ", "✔ "}

// itemMarker returns the marker that a list item is written with and the item without the one that it brought: a number
// stays, every bullet becomes a hyphen.
func itemMarker(item string) (marker, rest string) {
	for _, bullet := range bullets {
		if rest, ok := strings.CutPrefix(item, bullet); ok {
			return "- ", rest
		}
	}
	digits := len(item) - len(strings.TrimLeft(item, "0123456789"))
	if digits > 0 && digits < 10 && (strings.HasPrefix(item[digits:], ". ") || strings.HasPrefix(item[digits:], ") ")) {
		return item[:digits+2], item[digits+2:]
	}
	return "- ", item
}

// numberMarker returns the marker of an item in a list that is numbered.
func numberMarker(n int) string { return strconv.Itoa(n) + ". " }

// quote writes a quotation. One whose lines begin with the marks of mail is marked up already; the marks of one of a page
// are its block's.
func (m *markdown) quote(block text.Block, body string) string {
	switch {
	case block.Quotes > 0:
		return m.flow(block.Span)
	case !strings.HasPrefix(body, ">"):
		return "> " + strings.ReplaceAll(m.flow(block.Span), "\n", "\n> ")
	}
	var b strings.Builder
	for i, l := range strings.Split(body, "\n") {
		if i > 0 {
			b.WriteByte('\n')
		}
		marks := len(l) - len(strings.TrimLeft(l, "> "))
		b.WriteString(strings.TrimRight(l[:marks], " ") + " " + escape(l[marks:]))
	}
	return b.String()
}

// codeBlock writes code. That of a page is written verbatim. In plain text, code that stands between fences already is
// written as it is, and the indentation that marked it is cut.
func codeBlock(body, language string, verbatim bool) string {
	if !verbatim {
		if strings.HasPrefix(body, "```") || strings.HasPrefix(body, "~~~") {
			return body
		}
		body = dedent(body)
	}
	fence := strings.Repeat("`", max(3, longestRun(body, '`')+1))
	return fence + language + "\n" + body + "\n" + fence
}

// displayMath returns a formula between the marks that TeX and most dialects of Markdown know.
func displayMath(body string) string {
	if inner, ok := strings.CutPrefix(body, "$$"); ok && strings.HasSuffix(inner, "$$") || strings.HasPrefix(body, `\[`) {
		return body
	}
	return "$$\n" + body + "\n$$"
}

// dedent cuts a tab or up to four spaces from the lines of body, if all begin so.
func dedent(body string) string {
	lines := strings.Split(body, "\n")
	for i, l := range lines {
		if rest, ok := strings.CutPrefix(l, "\t"); ok {
			lines[i] = rest
		} else if rest, ok := strings.CutPrefix(l, "    "); ok {
			lines[i] = rest
		} else if l != "" {
			return body
		}
	}
	return strings.Join(lines, "\n")
}

// longestRun returns the length of the longest run of c in s.
func longestRun(s string, c byte) int {
	longest, run := 0, 0
	for i := range len(s) {
		if s[i] != c {
			run = 0
			continue
		}
		run++
		longest = max(longest, run)
	}
	return longest
}
