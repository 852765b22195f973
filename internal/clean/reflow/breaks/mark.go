package breaks

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// JoinsMark reports whether one of the lines at break i is, or ends in, a mark that belongs to the other: a bullet or an arrow before its item, the
// sign of a heading's own link after the heading, a stroke between links, a dash inside a sentence, the date after the name under a post. They
// stand alone where links, or converters of printed pages, put them on lines of their own.
func (d *Document) JoinsMark(i int) bool {
	a, b := &d.Pieces[i], &d.Pieces[i+1]
	if a.plain && b.plain {
		return false
	}
	left, right := a.Span.Of(d.in), b.Span.Of(d.in)
	switch {
	case isStroke(left), isStroke(right):
		return d.inBar(i)
	case d.goesOnAside(i), d.dashes >= minDashes && d.isExplained(i):
		return true
	case a.plain || isBullet(right) || b.Fixed:
		return false
	case isBullet(left):
		return !b.item && b.Last != LastOpen
	case a.Fixed || a.item:
		return false
	case isAnchor(right):
		return a.Last > LastSemicolon && a.words <= maxHeading && !strings.HasSuffix(left, right)
	default:
		return d.endsHeading(i) || isSigned(left) && b.isDate(right)
	}
}

// maxHeading is the greatest number of words of a heading with a sign after it, maxBar of a link in a bar.
const maxHeading, maxBar = 12, 8

// isBullet reports whether line is a bullet or an arrow and nothing else.
func isBullet(line string) bool {
	r, n := utf8.DecodeRuneInString(line)
	return n == len(line) && r >= utf8.RuneSelf && strings.ContainsRune("•●◦▪■‣►➤→", r)
}

// isAnchor reports whether line is the sign of a heading's own link, and nothing else.
func isAnchor(line string) bool { return line == "#" || line == "¶" || line == "🔗" }

// isStroke reports whether line is a stroke between links and nothing else.
func isStroke(line string) bool { return line == "|" || line == "/" }

// inBar reports whether break i is beside a stroke between two short lines.
func (d *Document) inBar(i int) bool {
	at := i
	if !isStroke(d.Pieces[i].Span.Of(d.in)) {
		at = i + 1
	}
	return at > 0 && at < len(d.gaps) && d.Pieces[at-1].isInBar(d.in) && d.Pieces[at+1].isInBar(d.in)
}

// isInBar reports whether p may be a link of a bar: a few words that end nothing.
func (p *Piece) isInBar(in string) bool {
	return !p.Fixed && !p.item && !p.plain && p.words <= maxBar && p.Last >= LastOther && p.Last != LastColon && !isStroke(p.Span.Of(in))
}

// endsHeading reports whether the line after break i is the rest of a heading, with the sign of its link: "Inspecting", "queues¶".
func (d *Document) endsHeading(i int) bool {
	a, b := &d.Pieces[i], &d.Pieces[i+1]
	return b.words <= 2 && a.words <= maxAside && a.Last > LastColon && a.First == FirstUpper && b.First >= FirstUpper &&
		strings.HasSuffix(b.Span.Of(d.in), "¶") && !strings.HasSuffix(a.Span.Of(d.in), "¶") && b.words+a.words > 1
}

// goesOnAside reports whether the line after break i goes on, after hyphens that stand for a dash and in small letters, with one that is inside
// a sentence, and neither it nor one beside it is an item of a list: "a map of", "the channel", "- drawn by the clerk -".
func (d *Document) goesOnAside(i int) bool {
	a, b := &d.Pieces[i], &d.Pieces[i+1]
	if d.gaps[i] == 1 || a.First != FirstLower || a.Last != LastLower && a.Last != LastCapital || !b.item && !b.Fixed {
		return false
	}
	line := b.Span.Of(d.in)
	rest := strings.TrimLeft(strings.TrimLeft(line, "-"), " ")
	r, _ := utf8.DecodeRuneInString(rest)
	if line[0] != '-' || !unicode.IsLower(r) || isOption(line) {
		return false
	}
	return (i == 0 || d.Pieces[i-1].Span.Of(d.in)[0] != '-') && (i+2 == len(d.Pieces) || d.Pieces[i+2].Span.Of(d.in)[0] != '-')
}

// minDashes is how many lines a document has at least that a dash joins to the line before.
const minDashes = 2

// countDashes counts the breaks that isExplained reports on.
func (d *Document) countDashes() {
	d.dashes = 0
	for i := range d.gaps {
		d.dashes += btoi(d.isExplained(i))
	}
}

// isExplained reports whether the line after break i begins with a dash, the one before it is a few words that end nothing, and neither that nor
// the next begins with a dash, as the items of a list do: "Quay Days", "- 4 to 6 May, Crail". Where there are several of them they say something
// about the links before them.
func (d *Document) isExplained(i int) bool {
	a, b := &d.Pieces[i], &d.Pieces[i+1]
	if b.plain || !isDashed(b.Span.Of(d.in)) || d.gaps[i] == 1 || a.Fixed || a.item || a.plain || a.words > maxBar || a.Last < LastClosing || a.Last == LastColon {
		return false
	}
	return !isDashed(a.Span.Of(d.in)) && (i+2 == len(d.Pieces) || !isDashed(d.Pieces[i+2].Span.Of(d.in)))
}

// isDashed reports whether line begins with a dash and a space.
func isDashed(line string) bool {
	return strings.HasPrefix(line, "- ") || strings.HasPrefix(line, "– ")
}

// isSigned reports whether line is the name under a post that was quoted: "— Ida Marsh (@ida)".
func isSigned(line string) bool {
	if len(line) > edge || !strings.HasSuffix(line, ")") {
		return false
	}
	r, _ := utf8.DecodeRuneInString(line)
	at := strings.LastIndex(line, " (@")
	return (r == '—' || r == '–') && at > 0 && strings.IndexByte(line[at+1:], ' ') < 0
}

// isDate reports whether p, the given line, may be a date: two to four words, one of which is a year.
func (p *Piece) isDate(line string) bool {
	if p.words < 2 || p.words > nameWords || p.Chars > maxLabelChars {
		return false
	}
	for word := range strings.FieldsSeq(line) {
		word = strings.TrimFunc(word, unicode.IsPunct)
		if len(word) == 4 && strings.Trim(word, "0123456789") == "" {
			return true
		}
	}
	return false
}

// BesideFigure reports whether break i is beside a line that is a figure and a plus sign, "45K+", and nothing else, as pages boast with: the line
// below it says of what.
func (d *Document) BesideFigure(i int) bool {
	a, b := &d.Pieces[i], &d.Pieces[i+1]
	return isFigure(a.Span.Of(d.in)) || isFigure(b.Span.Of(d.in)) && !a.unfinished()
}

// longestFigure is the length in bytes of the longest of them.
const longestFigure = 12

func isFigure(line string) bool {
	bare, found := strings.CutSuffix(line, "+")
	bare = strings.TrimRight(bare, "kKMB%")
	return found && len(line) <= longestFigure && bare != "" && strings.Trim(bare, "0123456789.,") == "" && isDigit(bare[0])
}
