package clean

import "strings"

// withoutMarks cuts the number signs around a heading that is marked up already.
func withoutMarks(heading string) string {
	if !strings.HasPrefix(heading, "#") {
		return heading
	}
	return strings.TrimSpace(strings.Trim(heading, "#"))
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

// writeQuote writes a quotation. One whose lines begin with the marks of mail is marked up already; written is the body
// with its links.
func writeQuote(b *strings.Builder, body, written string) {
	if strings.HasPrefix(body, ">") {
		for i, l := range strings.Split(body, "\n") {
			if i > 0 {
				b.WriteByte('\n')
			}
			marks := len(l) - len(strings.TrimLeft(l, "> "))
			b.WriteString(strings.TrimRight(l[:marks], " ") + " " + escape(l[marks:]))
		}
		return
	}
	b.WriteString("> " + strings.ReplaceAll(written, "\n", "\n> "))
}

// writeCode writes code verbatim. Code that stands between fences already is written as it is; the indentation that
// marked it is cut.
func writeCode(b *strings.Builder, body, language string) {
	if strings.HasPrefix(body, "```") || strings.HasPrefix(body, "~~~") {
		b.WriteString(body)
		return
	}
	fence := codeFence(body)
	b.WriteString(fence + language + "\n" + dedent(body) + "\n" + fence)
}

// displayMath returns a formula between the marks that TeX and most dialects of Markdown know.
func displayMath(body string) string {
	if strings.HasPrefix(body, "$$") || strings.HasPrefix(body, `\[`) {
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

// codeFence returns a fence longer than any run of backticks in body.
func codeFence(body string) string {
	longest, run := 0, 0
	for i := range len(body) {
		if body[i] != '`' {
			run = 0
			continue
		}
		run++
		longest = max(longest, run)
	}
	return strings.Repeat("`", max(3, longest+1))
}

// writeTable writes rows of cells, parted by tabs, as a pipe table whose first row is its head. Rows between bars are
// marked up already.
func writeTable(b *strings.Builder, body string) {
	if strings.HasPrefix(body, "|") {
		b.WriteString(body)
		return
	}
	for i, row := range strings.Split(body, "\n") {
		cells := strings.Split(strings.ReplaceAll(escape(row), "|", "\\|"), "\t")
		if i > 0 {
			b.WriteString("\n")
		}
		b.WriteString("| " + strings.Join(cells, " | ") + " |")
		if i == 0 {
			b.WriteString("\n|" + strings.Repeat(" --- |", len(cells)))
		}
	}
}
