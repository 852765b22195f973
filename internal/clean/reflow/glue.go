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
	pace    *text.Pace
}

// join joins the lines at break i by a rule, with the given log-odds that this is right.
func (j *joiner) join(e *text.Editor, i int, rule text.Rule, odds float64) error {
	a, b := &j.pieces[i], &j.pieces[i+1]
	gap := text.Span{Start: a.Span.End, End: b.Span.Start}
	why := text.Change{Rule: rule, Confidence: float32(forest.Probability(odds))}
	if rule == Wrap && j.hyphens && a.Last == breaks.LastHyphen {
		one, err := j.isOneWord(a, b)
		if err != nil {
			return err
		}
		if one {
			gap.Start--
			why.Rule = Hyphen
			e.Drop(gap, why)
			return nil
		}
	}
	e.Replace(gap, glue(a, b, b.Span.Of(j.in)), why)
	return j.pace.Step(a.Span.Len())
}

// glue returns what to write between two lines that are joined: nothing where the first ends in an open bracket or a
// hyphen, or the second begins with a mark that belongs to the word before.
func glue(a, b *breaks.Piece, next string) string {
	if a.Last == breaks.LastOpen || b.First == breaks.FirstClosing || a.Last == breaks.LastHyphen && !suspends(next) {
		return ""
	}
	return " "
}

// suspends reports whether next begins with a word that follows a suspended hyphen, as in "pre- and post-war".
func suspends(next string) bool {
	word, _, _ := strings.Cut(next, " ")
	switch word {
	case "and", "or", "to", "und", "oder", "bis", "sowie", "et", "ou", "y", "o", "e":
		return true
	}
	return false
}

// isOneWord reports whether the document shows that the hyphen at the end of a only splits a word: the word stands
// elsewhere in one piece, and nowhere with the hyphen.
func (j *joiner) isOneWord(a, b *breaks.Piece) (bool, error) {
	head, tail := lastLetters(a.Span.Of(j.in)), firstLetters(b.Span.Of(j.in))
	if head == "" || tail == "" {
		return false, nil
	}
	if err := j.words.read(j.in, j.pace); err != nil {
		return false, err
	}
	return j.words.has(head, tail) && !j.words.has(head, "-"+tail), nil
}

// lastLetters returns the letters before the hyphen that ends line.
func lastLetters(line string) string {
	line = line[:len(line)-1]
	return line[len(strings.TrimRightFunc(line, unicode.IsLetter)):]
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
