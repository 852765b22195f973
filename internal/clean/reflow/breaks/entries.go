package breaks

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Entries are what pages list: names, keys with their values, terms with what is said of them. Each is a line whatever
// surrounds it, and nothing at its ends shows that.

// SeparatesEntries reports whether break i is one between entries or between one and what stands beside it.
func (d *Document) SeparatesEntries(i int) bool {
	a, b := &d.Pieces[i], &d.Pieces[i+1]
	if a.unfinished() || b.First == FirstClosing {
		return false
	}
	switch {
	case d.beginsEntry(i + 1), d.besidePair(i), d.isKey(i), d.endsValue(i), isOption(a.Span.Of(d.in)), isOption(b.Span.Of(d.in)):
		return true
	case d.isSymbol(i + 1), d.isSymbol(i) && a.words <= 1, isPointer(a.Span.Of(d.in)):
		return true
	case d.isNameList(i), a.words <= shortWords && d.namesFrom(i+1) >= nameRun, d.isReference(i+1) && a.isName():
		return true
	case d.lowTerms >= minLowTerms && d.isLowTerm(i):
		return true
	case d.isTerm(i+1) && (a.Last != LastLower || strings.HasPrefix(a.Span.Of(d.in), ": ")):
		return true
	default:
		return d.repeatsHead(i) || d.isNamed(i) || d.isAside(i)
	}
}

// besidePair reports whether break i separates two lines that are pairs of key and value, or such a line from what follows a list of
// them: "Released: May 2019".
func (d *Document) besidePair(i int) bool {
	if !d.isPair(i) || d.Pieces[i+1].First == FirstLower {
		return false
	}
	return d.isPair(i+1) || i > 0 && d.isPair(i-1)
}

// maxPairChars and maxKey are the lengths of the longest pair, in characters, and of the longest key, in bytes.
const maxPairChars, maxKey = 60, 32

// isPair reports whether line i is a key, a colon and a value, and no more.
func (d *Document) isPair(i int) bool {
	p := &d.Pieces[i]
	if p.plain || p.Chars > maxPairChars || p.First != FirstUpper || p.Last > LastLower || p.Last == LastColon || p.Last == LastSemicolon {
		return false
	}
	line := p.Span.Of(d.in)
	colon := strings.IndexByte(line[:min(len(line), maxKey)], ':')
	return colon > 1 && colon+1 < len(line) && !strings.ContainsAny(line[:colon], ".,;?!()") && !strings.HasPrefix(line[colon:], "://")
}

// isAside reports whether a note of several words in brackets follows a heading before break i, which is a line of its own then.
func (d *Document) isAside(i int) bool {
	a := &d.Pieces[i]
	return a.First == FirstUpper && a.words <= maxAside && i > 0 && d.Pieces[i-1].Last == LastStop && d.Pieces[i+1].words > 1 && d.isWholeAside(i+1)
}

// maxAside is the greatest number of words in such a heading.
const maxAside = 6

const (
	// nameWords is the greatest number of words of a name in a list, nameRun how many lines in a row make one.
	nameWords = 4
	nameRun   = 4
)

// isName reports whether p may be a name in a list: a few words that end nothing and need nothing.
func (p *Piece) isName() bool {
	return p.words <= nameWords && p.Chars <= maxLabelChars && !p.plain && p.Last >= LastDigit && p.Last <= LastLower &&
		p.First != FirstOther && p.First != FirstQuote && p.First != FirstClosing && (!p.firstFunction || p.words > 1 && (p.article || p.First == FirstUpper)) && p.opens == 0 && p.closes == 0
}

// isNameList reports whether break i is inside a list of names.
func (d *Document) isNameList(i int) bool {
	if !d.Pieces[i].isName() || !d.Pieces[i+1].isName() {
		return false
	}
	n := 1 + d.namesFrom(i+1)
	k := i - 1
	for ; k >= 0 && n < nameRun && d.Pieces[k].isName(); k-- {
		n++
	}
	return n >= nameRun || k >= 0 && d.hasKey(k)
}

// isOption reports whether line begins with an option of a command: "-v", "--speed".
func isOption(line string) bool {
	name := strings.TrimLeft(line, "-")
	dashes := len(line) - len(name)
	return (dashes == 1 || dashes == 2) && name != "" && name[0]|0x20 >= 'a' && name[0]|0x20 <= 'z' && len(line) < maxPairChars
}

// namesFrom counts the names from line i on, as far as it matters.
func (d *Document) namesFrom(i int) int {
	n := 0
	for i+n < len(d.Pieces) && n < nameRun && d.Pieces[i+n].isName() {
		n++
	}
	return n
}

// isTerm reports whether line i is a term that the next line, which begins with a colon, says something about.
func (d *Document) isTerm(i int) bool {
	return i+1 < len(d.Pieces) && d.Pieces[i].isName() && d.Pieces[i].First == FirstUpper && strings.HasPrefix(d.Pieces[i+1].Span.Of(d.in), ": ")
}

// minLowTerms is how many terms in small letters make a list of them.
const minLowTerms = 3

// isLowTerm reports whether line i is a term in small letters, as the value of a setting, that the next line says something about: no
// sentence begins so after the end of another.
func (d *Document) isLowTerm(i int) bool {
	a := &d.Pieces[i]
	if i == 0 || i+1 == len(d.Pieces) || a.First != FirstLower || a.words != 1 || a.firstFunction || a.Last != LastLower {
		return false
	}
	last := d.Pieces[i-1].Last
	return d.Pieces[i+1].First == FirstLower && (last == LastStop || last == LastSemicolon || last == LastColon)
}

// isKey reports whether the line before break i is a key that occurs more than once, the line after it is its value, and the
// next key follows, or nothing.
func (d *Document) isKey(i int) bool {
	if !d.hasKey(i) || !d.Pieces[i+1].isName() || d.repeatsOf(i).count < 2 {
		return false
	}
	return i+2 == len(d.Pieces) || d.hasKey(i+2) || i > 1 && d.hasKey(i-2)
}

// hasKey reports whether line i is a key: a word or two and a colon.
func (d *Document) hasKey(i int) bool {
	p := &d.Pieces[i]
	return p.Last == LastColon && p.First == FirstUpper && p.words < nameWords
}

// minKeys is how often a label occurs that is a key of entries.
const minKeys = 3

// endsValue reports whether the line before break i is the value of a key that occurs several times, or between two keys.
func (d *Document) endsValue(i int) bool {
	if i == 0 || d.Pieces[i-1].Last != LastColon || !d.Pieces[i].isName() {
		return false
	}
	return d.hasKey(i-1) && d.hasKey(i+1) || d.Pieces[i+1].First < FirstLower && int(d.repeatsOf(i-1).count) >= minKeys
}

// isNamed reports whether the line before break i is a heading that the line after it names again: "Lists", "Redis lists are".
func (d *Document) isNamed(i int) bool {
	a, b := &d.Pieces[i], &d.Pieces[i+1]
	if i > 0 && d.Pieces[i-1].Last > LastAbbreviation && !d.Pieces[i-1].isName() || !a.isName() || a.First != FirstUpper || a.words > 2 || b.First != FirstUpper {
		return false
	}
	word := lastWordOf(a.Span.Of(d.in))
	if utf8.RuneCountInString(word) < minNamed {
		return false
	}
	words := 0
	for w := range strings.FieldsSeq(b.Span.Of(d.in)[:min(b.Span.Len(), maxNamed)]) {
		if words++; words > nameWords {
			break
		}
		if strings.EqualFold(strings.TrimFunc(w, isMark), word) {
			return true
		}
	}
	return false
}

// repeatsHead reports whether the line after break i is what the line before it, a heading, begins with: "Larch Books: best for
// firms", "Larch Books".
func (d *Document) repeatsHead(i int) bool {
	a, b := &d.Pieces[i], &d.Pieces[i+1]
	if !b.isName() || b.First != FirstUpper || a.Last == LastComma || a.Last == LastFunction || a.plain {
		return false
	}
	head, name := a.Span.Of(d.in), b.Span.Of(d.in)
	return len(head) >= len(name) && strings.EqualFold(head[:len(name)], name) && (i == 0 || d.Pieces[i-1].Last <= LastAbbreviation)
}

const minNamed, maxNamed = 3, 80

// isSymbol reports whether line i begins with a symbol, as "★": a mark of its own kind for an item.
func (d *Document) isSymbol(i int) bool {
	r, _ := utf8.DecodeRuneInString(d.Pieces[i].Span.Of(d.in))
	return r >= utf8.RuneSelf && (unicode.Is(unicode.So, r) || '←' <= r && r <= '⇿') && r != '©' && r != '®' && r != '™' && r != '°'
}

// isReference reports whether line i is the number of an entry in a list of references, as "[26]", and nothing else.
func (d *Document) isReference(i int) bool {
	line := d.Pieces[i].Span.Of(d.in)
	return len(line) > 2 && len(line) <= longestNote && cutNote("x"+line) == "x"
}

// isPointer reports whether line ends in the arrow of a link to more.
func isPointer(line string) bool {
	r, _ := utf8.DecodeLastRuneInString(line)
	return r == '→' || r == '›' || r == '▸' || r == '►'
}
