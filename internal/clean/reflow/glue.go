package reflow

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/clean/reflow/breaks"
	"github.com/copydesk/copydesk/internal/model/forest"
	"github.com/copydesk/copydesk/internal/text"
)

// joiner joins lines of in.
type joiner struct {
	in      string
	pieces  []breaks.Piece
	hyphens bool
	words   wordForms
}

// join joins the lines at break i, as rule says and with the given log-odds that this is right.
func (j *joiner) join(e *text.Editor, i int, rule text.Rule, odds float64) {
	a, b := &j.pieces[i], &j.pieces[i+1]
	gap := text.Span{Start: a.Span.End, End: b.Span.Start}
	why := text.Change{Rule: rule, Confidence: float32(forest.Probability(odds))}
	if rule == Wrap && j.hyphens && a.Last == breaks.LastHyphen && j.isOneWord(a, b) {
		gap.Start--
		why.Rule = Hyphen
		e.Drop(gap, why)
		return
	}
	e.Replace(gap, glue(a, b, b.Span.Of(j.in)), why)
}

// glue is what stands between two lines that are joined: nothing where the first ends in an open bracket or a hyphen,
// or the second begins with what belongs to the word before.
func glue(a, b *breaks.Piece, next string) string {
	if a.Last == breaks.LastOpen || b.First == breaks.FirstClosing || a.Last == breaks.LastHyphen && !suspends(next) {
		return ""
	}
	return " "
}

// suspends reports whether next begins with a word that a suspended hyphen stands before, as in "pre- and post-war".
func suspends(next string) bool {
	word, _, _ := strings.Cut(next, " ")
	switch word {
	case "and", "or", "to", "und", "oder", "bis", "sowie", "et", "ou", "y", "o", "e":
		return true
	}
	return false
}

// isOneWord reports whether the document shows that the hyphen that ends a was put in to part a word: it has the word
// in one, and not with the hyphen.
func (j *joiner) isOneWord(a, b *breaks.Piece) bool {
	head, tail := lastLetters(a.Span.Of(j.in)), firstLetters(b.Span.Of(j.in))
	if head == "" || tail == "" {
		return false
	}
	return j.words.has(j.in, head, tail) && !j.words.has(j.in, head, "-"+tail)
}

// lastLetters returns the letters before the hyphen that ends line.
func lastLetters(line string) string {
	line = line[:len(line)-1]
	return line[strings.LastIndexFunc(line, isNoLetter)+1+lenAt(line, strings.LastIndexFunc(line, isNoLetter)):]
}

func lenAt(s string, i int) int {
	if i < 0 {
		return 0
	}
	_, n := utf8.DecodeRuneInString(s[i:])
	return n - 1
}

// firstLetters returns the letters that line begins with if they are in lower case.
func firstLetters(line string) string {
	if r, _ := utf8.DecodeRuneInString(line); !unicode.IsLower(r) {
		return ""
	}
	if end := strings.IndexFunc(line, isNoLetter); end >= 0 {
		return line[:end]
	}
	return line
}

func isNoLetter(r rune) bool { return !unicode.IsLetter(r) }
