package breaks

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// IsCertain reports whether the two lines at break i show that it is false, whatever surrounds them: no line that stands for itself
// begins or ends in this way.
func (d *Document) IsCertain(i int) bool {
	a, b := &d.Pieces[i], &d.Pieces[i+1]
	if apart(a, b) {
		return false
	}
	switch {
	case closesStrictly(b.Span.Of(d.in)):
		return true
	case a.words > shortWords && (a.Last == LastLower || a.Last == LastCapital) && !a.heading() && d.opensBracket(i+1):
		return true
	case a.Last == LastSemicolon && (a.opens > 0 || b.closes > 0): // references between brackets
		return true
	case b.First == FirstLower && (a.Last == LastComma || a.Last == LastAbbreviation && endsInFirm(a.Span.Of(d.in))):
		return true
	case a.Last > LastColon && b.First == FirstLower && b.firstFunctionOnly(), d.goesOnAfterDash(i):
		return true
	case d.isOwner(i), d.introducesQuote(i), a.Last > LastAbbreviation && a.Last != LastColon && d.goesOnAfterNote(i+1):
		return true
	default:
		return a.Last == LastColon && isAddress(b.Span.Of(d.in))
	}
}

// goesOnAfterDash reports whether the line after break i begins with a dash and goes on in small letters, and neither it nor one beside it
// is an item of a list.
func (d *Document) goesOnAfterDash(i int) bool {
	a, b := &d.Pieces[i], &d.Pieces[i+1]
	mark, rest, found := strings.Cut(b.Span.Of(d.in)[:min(b.Span.Len(), edge)], " ")
	if !found || mark != "–" && mark != "—" || a.Last < LastDigit && a.Last != LastClosing || a.Last > LastLower {
		return false
	}
	r, _ := utf8.DecodeRuneInString(rest)
	return unicode.IsLower(r) && !strings.HasPrefix(a.Span.Of(d.in), mark) && (i+2 == len(d.Pieces) || !strings.HasPrefix(d.Pieces[i+2].Span.Of(d.in), mark))
}

// closesStrictly reports whether line begins with a mark that ends a phrase and nothing else: ", said", ")".
func closesStrictly(line string) bool {
	switch line[0] {
	case ',', ';', ')':
		return true
	case '.', ':':
		return len(line) == 1 || line[1] == ' '
	}
	return false
}

// goesOnAfterNote reports whether line i begins with a note in brackets and goes on in small letters: "(page 8) of the report".
func (d *Document) goesOnAfterNote(i int) bool {
	line := d.Pieces[i].Span.Of(d.in)
	rest, found := strings.CutPrefix(line[:min(len(line), edge)], "(")
	_, rest, closed := strings.Cut(rest, ")")
	rest, spaced := strings.CutPrefix(strings.TrimLeft(rest, ",;"), " ")
	r, _ := utf8.DecodeRuneInString(rest)
	return found && closed && spaced && unicode.IsLower(r)
}

// AfterColon reports whether the line before break i ends in a colon: a link that is a label leaves such a break, but so does a heading.
func (d *Document) AfterColon(i int) bool { return d.Pieces[i].Last == LastColon }

// minOpenWords is the least number of words of a line that ends no sentence and is no heading.
const minOpenWords = 6

// isOwner reports whether the line after break i is a possessive name inside a sentence: what comes before it ends none, what comes
// after begins none.
func (d *Document) isOwner(i int) bool {
	a, b := &d.Pieces[i], &d.Pieces[i+1]
	if i+2 >= len(d.Pieces) || a.words < minOpenWords || a.heading() || a.Last != LastCapital && a.Last != LastLower {
		return false
	}
	next := &d.Pieces[i+2]
	if b.First != FirstUpper || b.words > nameWords || next.Fixed || next.item || next.First != FirstLower && !closesStrictly(next.Span.Of(d.in)) {
		return false
	}
	name := b.Span.Of(d.in)
	return strings.HasSuffix(name, "’s") || strings.HasSuffix(name, "'s")
}

// firms are the abbreviations that names of firms and of people end with.
var firms = set("Inc. Ltd. Corp. Co. Bros. Jr. Sr. Plc. LLC. Pty.")

// endsInFirm reports whether line ends in one of them.
func endsInFirm(line string) bool { return firms[line[strings.LastIndexByte(line, ' ')+1:]] }

// IsOpen reports whether the line before break i is no heading and ends in a word that needs another.
func (d *Document) IsOpen(i int) bool {
	a := &d.Pieces[i]
	return a.Last == LastFunction && a.words >= minTitle && !apart(a, &d.Pieces[i+1])
}

// introducesQuote reports whether the line before break i is the end of a broken phrase and introduces a short quotation: "an",
// "op-ed:", "“Nobody asked.”". A longer one may be a paragraph.
func (d *Document) introducesQuote(i int) bool {
	a, b := &d.Pieces[i], &d.Pieces[i+1]
	return i > 0 && d.Pieces[i-1].unfinished() && a.Last == LastColon && a.First == FirstLower && a.words <= nameWords &&
		b.First == FirstQuote && b.words <= shortWords && b.Last == LastStop
}

func (d *Document) opensBracket(i int) bool { return d.Pieces[i].Span.Of(d.in)[0] == '(' }

// isAddress reports whether line is a web address and nothing else.
func isAddress(line string) bool {
	return (strings.HasPrefix(line, "https://") || strings.HasPrefix(line, "http://")) && len(line) < edge && strings.IndexByte(line, ' ') < 0
}
