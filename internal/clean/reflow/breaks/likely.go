package breaks

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// IsLikely reports whether the two lines at break i make it likely that it is false, if the text was broken at links: what ends no sentence is
// followed by a note in brackets, by a word of grammar in small letters, or by a single word that ends a sentence; or it ends in a word that
// sends the reader to a link.
func (d *Document) IsLikely(i int) bool {
	a, b := &d.Pieces[i], &d.Pieces[i+1]
	if apart(a, b) || d.gaps[i] == 1 || a.Last <= LastSemicolon || a.Last == LastColon || a.digits == a.words {
		return false
	}
	left, right := a.Span.Of(d.in), b.Span.Of(d.in)
	switch {
	case b.First == FirstLower:
		return b.firstFunction && !b.article && !isAddress(left)
	case a.Last == LastLower || a.Last == LastCapital || a.Last == LastFunction:
		if sendsAway(left) || a.words >= minOpenWords && !a.heading() && isLastWord(right) {
			return true
		}
	}
	r, _ := utf8.DecodeRuneInString(right[1:])
	return d.opensBracket(i+1) && b.Last != LastStop && unicode.IsLetter(r)
}

// senders are words that, after a comma, send the reader to a link.
var senders = set("see read visit check siehe vgl voir consultez lire véase consulte vedi leggi veja leia zie bekijk se läs zobacz см смотрите")

// sendsAway reports whether line ends in one of them: "For more information, see".
func sendsAway(line string) bool {
	at := strings.LastIndexByte(line, ' ')
	return at > 0 && line[at-1] == ',' && senders[line[at+1:]]
}

// isLastWord reports whether line is a single word, of letters, and a full stop: the link that ends a sentence.
func isLastWord(line string) bool {
	word, found := strings.CutSuffix(line, ".")
	return found && utf8.RuneCountInString(word) > 2 && !strings.ContainsFunc(word, isMark) && !strings.ContainsAny(word, "0123456789")
}
