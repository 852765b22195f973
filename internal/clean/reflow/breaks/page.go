package breaks

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxFurniture is the greatest number of lines between two pages of a printed text: the number, and heads and feet that run on
// every page.
const maxFurniture = 4

// AfterPage returns the index of the line that goes on with the sentence of line i after the end of a page: only a page number
// and running heads are between. It is 0 if there is none. The lines on both sides must be wrapped, and blank lines must separate
// a number without marks from them: a link that is a number leaves a line like that too.
func (d *Document) AfterPage(i int) int {
	a := &d.Pieces[i]
	if a.Fixed || a.item || a.words <= shortWords || a.Last <= LastColon || a.Last == LastDigit || a.heading() {
		return 0
	}
	if i == 0 || d.gaps[i-1] != 1 || d.widths[i] < minWidth {
		return 0
	}
	numbered, bare := false, false
	for k := i + 1; k < len(d.Pieces) && k <= i+maxFurniture+1; k++ {
		p := &d.Pieces[k]
		switch {
		case isPageNumber(p.Span.Of(d.in)):
			numbered, bare = true, bare || p.digits == p.words
		case p.First == FirstLower && p.words > shortWords/2:
			apart := d.gaps[i] > 1 && d.gaps[k-1] > 1
			if numbered && (apart || !bare) && k < len(d.gaps) && d.gaps[k] == 1 {
				return k
			}
			return 0
		case !d.isRunningHead(p):
			return 0
		}
	}
	return 0
}

// isRunningHead reports whether p may run on every page: a short line with a capital that ends no sentence.
func (d *Document) isRunningHead(p *Piece) bool {
	return p.Chars <= maxPairChars && !p.Fixed && !p.item && (p.First == FirstUpper || p.First == FirstDigit) && p.Last >= LastOther && p.Last <= LastLower &&
		(p.longCapital || strings.ContainsFunc(p.Span.Of(d.in), unicode.IsDigit))
}

// pageWords are what a page number may follow, in lower case.
var pageWords = set(`page p. p seite s. s página pág. pag. pagina страница стр. strona str. sayfa sida side blz. of von de di из z /`)

// isPageNumber reports whether line is the number of a page: "12", "- 12 -", "Page 12 of 40".
func isPageNumber(line string) bool {
	if len(line) > maxPageNumber {
		return false
	}
	numbers := 0
	for w := range strings.FieldsSeq(line) {
		w = strings.Trim(w, "-–—|[]()")
		switch {
		case w == "" || pageWords[strings.ToLower(w)]:
		case strings.Trim(w, "0123456789") == "" && len(w) <= 4:
			numbers++
		default:
			return false
		}
	}
	return numbers == 1 || numbers == 2 && strings.IndexFunc(line, func(r rune) bool { return r == '/' || unicode.IsLetter(r) }) >= 0
}

// maxPageNumber is the length in bytes of the longest of such lines.
const maxPageNumber = 32

// minHangul is the least length in characters of a wrapped line of Korean, which no line of a poem has.
const minHangul = 24

// JoinsHangul reports whether break i, without a blank line, was made by a width in a Korean text: a line that is full and ends no
// sentence is followed by another.
func (d *Document) JoinsHangul(i int) bool {
	a, b := &d.Pieces[i], &d.Pieces[i+1]
	if apart(a, b) || a.item || a.Last == LastStop || a.Last == LastColon || a.Chars < minHangul || !d.full(i) || d.widths[i] > maxWidth/2 {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(a.Span.Of(d.in), ",·"))
	first, _ := utf8.DecodeRuneInString(b.Span.Of(d.in))
	return unicode.Is(unicode.Hangul, last) && unicode.Is(unicode.Hangul, first)
}
