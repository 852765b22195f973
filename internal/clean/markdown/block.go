package markdown

import (
	"strconv"
	"strings"

	"github.com/copydesk/copydesk/internal/text"
)

// block writes a block after the marks of the quotations that hold it.
func (w *writer) block(b *text.Block) {
	marks := quoteMarks(b.Quotes) + w.indentOf(b)
	w.newline = "\n" + marks
	w.put(marks)
	body := b.Span.Of(w.d.Clean)
	switch b.Kind {
	case text.Heading:
		w.heading(b)
	case text.ListItem:
		w.item(b, body, marks)
	case text.Quote:
		w.quote(b, body)
	case text.Math:
		w.displayMath(body)
	case text.Code:
		w.codeBlock(body, b.Language)
	case text.Table:
		w.table(b.Span)
	case text.Verse:
		w.newline = "\\" + w.newline
		w.flow(b.Span)
	case text.Caption:
		w.newline = " "
		w.put("*")
		w.flow(b.Span)
		w.put("*")
	default:
		w.breakHard()
		w.flow(b.Span)
	}
}

// breakHard makes a line feed in what is written next a break of the line. In a page's text it is one that its author wanted.
func (w *writer) breakHard() {
	if w.page {
		w.newline = "  " + w.newline
	}
}

// indentOf returns the indentation of a block that is no item itself but inside one: that of the item's text.
func (w *writer) indentOf(b *text.Block) string {
	if b.Lists == 0 || b.Kind == text.ListItem {
		return ""
	}
	level := min(b.Lists, maxLists) - 1
	return strings.Repeat(listIndent, level) + strings.Repeat(" ", w.hangs[level])
}

// listIndent is the indentation of a list in an item: enough below any marker.
const listIndent = "    "

func (w *writer) heading(b *text.Block) {
	w.newline = " "
	w.put("######"[:min(max(b.Level, 1), 6)] + " ")
	w.flow(w.withoutNumberSigns(b.Span))
}

// withoutNumberSigns cuts the number signs around a heading of plain text that is written as Markdown already.
func (w *writer) withoutNumberSigns(s text.Span) text.Span {
	clean := w.d.Clean
	if w.page || clean[s.Start] != '#' {
		return s
	}
	body := strings.TrimLeft(s.Of(clean), "#")
	s.Start = s.End - len(body)
	s.End = s.Start + len(strings.TrimRight(body, "#"))
	return text.Trim(clean, s)
}

// item writes an item of a list, indented for each list around it.
func (w *writer) item(b *text.Block, body, marks string) {
	level := min(max(b.Level-1, 0), maxLists-1)
	indent := strings.Repeat(listIndent, level)
	marker, rest := "- ", body
	switch {
	case b.Number > 0:
		marker = strconv.Itoa(b.Number) + ". "
		if typed, after := itemMarker(body); strings.TrimRight(typed, ".) ") == strconv.Itoa(b.Number) {
			rest = after // its author has numbered it too
		}
	case !w.page:
		marker, rest = itemMarker(body)
	}
	w.hangs[level] = len(marker)
	hang := indent + strings.Repeat(" ", len(marker))
	w.newline = "\n" + marks + hang
	w.breakHard()
	if b.Continued {
		w.put(hang)
	} else {
		w.put(indent + marker)
	}
	w.flow(text.Span{Start: b.Span.End - len(rest), End: b.Span.End})
}

// bullets are the marks of list items that a plain text may have.
var bullets = []string{"- ", "* ", "+ ", "• ", "◦ ", "▪ ", "‣ ", "· ", "– ", "— ", "● ", "○ ", "■ ", "□ ", "➤ ", "➢ ", "► ", "✓ ", "✔ "}

// maxNumber is how many digits CommonMark allows in the number of a list item.
const maxNumber = 9

// itemMarker returns the marker to write for an item of plain text, and the item without its own marker: numbers are
// kept, and every bullet becomes a hyphen.
func itemMarker(item string) (marker, rest string) {
	for _, bullet := range bullets {
		if rest, ok := strings.CutPrefix(item, bullet); ok {
			return "- ", rest
		}
	}
	digits := leadingDigits(item)
	if digits > 0 && digits <= maxNumber && (strings.HasPrefix(item[digits:], ". ") || strings.HasPrefix(item[digits:], ") ")) {
		return item[:digits+2], item[digits+2:]
	}
	return "- ", item
}

func leadingDigits(s string) int {
	n := 0
	for n < len(s) && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	return n
}

// quote writes a quotation. The marks of one from a page are those of its block; a plain text may bring its own, as mail
// does.
func (w *writer) quote(b *text.Block, body string) {
	switch {
	case b.Quotes > 0:
		w.breakHard()
		w.flow(b.Span)
	case strings.HasPrefix(body, ">"):
		w.mail(body)
	default:
		w.newline = "\n> "
		w.put("> ")
		w.flow(b.Span)
	}
}

// mail writes lines that begin with the marks of quoted mail, which stay as they are.
func (w *writer) mail(body string) {
	for at := 0; at <= len(body) && w.err == nil; {
		end := lineEnd(body, at, len(body))
		rest := strings.TrimLeft(body[at:end], "> ")
		if at > 0 {
			w.put("\n")
		}
		w.put(strings.TrimRight(body[at:end-len(rest)], " ") + " ")
		w.escape(rest, true)
		at = end + 1
	}
}

// codeBlock writes code: that of a page verbatim between fences. In plain text, code between fences is written as it is,
// and the indentation that marked other code is cut.
func (w *writer) codeBlock(body, language string) {
	cut := false
	if !w.page {
		if strings.HasPrefix(body, "```") || strings.HasPrefix(body, "~~~") {
			w.lines(body, false)
			return
		}
		cut = isIndented(body)
	}
	fence := strings.Repeat("`", max(3, longestRun(body, '`')+1))
	w.put(fence + language + w.newline)
	w.lines(body, cut)
	w.put(w.newline + fence)
}

// displayMath writes a formula between the marks that TeX and most dialects of Markdown know.
func (w *writer) displayMath(body string) {
	if inner, ok := strings.CutPrefix(body, "$$"); ok && strings.HasSuffix(inner, "$$") {
		w.lines(body, false)
		return
	}
	if inner, ok := strings.CutPrefix(body, `\[`); ok {
		body = strings.TrimSpace(strings.TrimSuffix(inner, `\]`))
	}
	w.put("$$" + w.newline)
	w.lines(body, false)
	w.put(w.newline + "$$")
}

// lines writes body verbatim, line by line; outdent cuts a tab or four spaces from the start of each.
func (w *writer) lines(body string, outdent bool) {
	for at := 0; at <= len(body) && w.err == nil; {
		end := lineEnd(body, at, len(body))
		line := body[at:end]
		if at > 0 {
			w.put(w.newline)
		}
		if rest, ok := strings.CutPrefix(line, "\t"); outdent && ok {
			line = rest
		} else if outdent {
			line = strings.TrimPrefix(line, codeIndent)
		}
		w.put(line)
		at = end + 1
	}
}

// codeIndent is what marks a line of code, unless a tab does.
const codeIndent = "    "

// isIndented reports whether every line of body is marked as code by its indentation, or empty.
func isIndented(body string) bool {
	for at := 0; at <= len(body); {
		end := lineEnd(body, at, len(body))
		if line := body[at:end]; line != "" && line[0] != '\t' && !strings.HasPrefix(line, codeIndent) {
			return false
		}
		at = end + 1
	}
	return true
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
