package breaks

import (
	"strings"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/text"
)

// isFixed reports whether the breaks of the line s of in must stay: code, a row of a table, a rule.
func isFixed(in string, s text.Span) bool {
	line := s.Of(in)
	return line[0] == '|' || isRule(line) || isIndented(in, s.Start) || strings.IndexByte(line[:min(len(line), edge)], '\t') >= 0 || isRow(line) || hasLeader(line)
}

// isRow reports whether line has a gap that layout made: those that did not were folded before.
func isRow(line string) bool { return len(line) <= edge && strings.Contains(line, "   ") }

// isRule reports whether line begins like a rule that separates parts of a text: "***", "---".
func isRule(line string) bool {
	return len(line) > 2 && line[0] == line[1] && line[1] == line[2] && strings.IndexByte("*#-_=~", line[0]) >= 0
}

// isItem reports whether line begins with the mark of a list item, a heading or a quotation.
func isItem(line string) bool {
	if strings.IndexByte("-*#>", line[0]) >= 0 {
		return len(line) == 1 || line[1] == ' ' || line[0] == '>' || strings.HasPrefix(line, "##")
	}
	if line[0] < utf8.RuneSelf {
		return isNumbered(line)
	}
	r, _ := utf8.DecodeRuneInString(line)
	return strings.ContainsRune("•◦▪‣●○■□➤➢►✓✔", r)
}

// apart reports whether the break between a and b is certainly true. An item ends before the next one, and before anything
// else unless its sentence clearly continues, as when it was wrapped at a width.
func apart(a, b *Piece) bool {
	return a.Fixed || b.Fixed || b.item || a.item && b.First < FirstLower && !a.unfinished() || areCells(a, b)
}

// isIndented reports whether the line whose text begins at offset at is indented by four spaces or a tab, as code is.
func isIndented(in string, at int) bool {
	const indent = "    "
	return at >= len(indent) && in[at-len(indent):at] == indent || at > 0 && in[at-1] == '\t'
}

// minFirst is the least length in characters of the first line of a wrapped paragraph.
const minFirst = 50

// freeFirstLines makes lines free again that are fixed because they are indented, but are the first of a wrapped paragraph: long, and
// followed by a line that is not indented and goes on in small letters.
func (d *Document) freeFirstLines() {
	for i := 0; i+1 < len(d.Pieces); i++ {
		a, b := &d.Pieces[i], &d.Pieces[i+1]
		if !a.Fixed || b.Fixed || d.gaps[i] != 1 || a.Chars < minFirst || b.First != FirstLower || a.First != FirstUpper && a.First != FirstQuote {
			continue
		}
		line := a.Span.Of(d.in)
		if isIndented(d.in, a.Span.Start) && !isRow(line) && strings.IndexByte(line, '\t') < 0 && !isCode(line) {
			a.Fixed, a.item = false, true // nothing before it belongs to it
		}
	}
}

// minHanging is the least length in characters of a wrapped line that an indented one goes on with.
const minHanging = 40

// freeHanging makes lines free again that are fixed because they are indented, but only hang from the item of a list before them: that is
// long and ends no sentence, and they go on in small letters.
func (d *Document) freeHanging() {
	for i := 0; i+1 < len(d.Pieces); i++ {
		a, b := &d.Pieces[i], &d.Pieces[i+1]
		if a.Fixed || !a.item || !b.Fixed || d.gaps[i] != 1 || a.Chars < minHanging || b.First != FirstLower || a.Last < LastCapital {
			continue
		}
		line := b.Span.Of(d.in)
		b.Fixed = !isIndented(d.in, b.Span.Start) || isRow(line) || strings.IndexByte(line, '\t') >= 0 || isCode(line) || isCode(a.Span.Of(d.in))
	}
}

// isNumbered reports whether s begins like an item of a numbered list: "3.", "12)", "a)", "(a)".
func isNumbered(s string) bool {
	i := 0
	for i < len(s) && i < 3 && '0' <= s[i] && s[i] <= '9' {
		i++
	}
	if i == 0 && len(s) > 2 && 'a' <= s[0]|0x20 && s[0]|0x20 <= 'z' {
		return s[1] == ')'
	}
	if len(s) > len("(a) ") && s[0] == '(' && s[2:4] == ") " {
		return true
	}
	return i > 0 && i+1 < len(s) && (s[i] == '.' || s[i] == ')') && s[i+1] == ' '
}

// isFence reports whether line opens or closes a block of code, as in CommonMark.
func isFence(line string) bool {
	return strings.HasPrefix(line, "```") || strings.HasPrefix(line, "~~~")
}
