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
	whole   WordSet
	pace    *text.Pace
}

// join joins line next to line i by a rule, with the given log-odds that this is right; lines between them go.
func (j *joiner) join(e *text.Editor, i, next int, rule text.Rule, odds float64) error {
	a, b := &j.pieces[i], &j.pieces[next]
	gap := text.Span{Start: a.Span.End, End: b.Span.Start}
	why := text.Change{Rule: rule, Confidence: float32(forest.Probability(odds))}
	if rule != Link && j.hyphens && a.Last == breaks.LastHyphen {
		one, hyphen, err := j.isOneWord(a, b)
		if err != nil {
			return err
		}
		if one {
			gap.Start -= hyphen
			why.Rule = Hyphen
			e.Drop(gap, why)
			return nil
		}
	}
	e.Replace(gap, glue(a, b, a.Span.Of(j.in), b.Span.Of(j.in)), why)
	return j.pace.Step(a.Span.Len())
}

// glue returns what to write between two lines that are joined: nothing where the first ends in an open bracket or a
// hyphen or is inside a range of numbers, the second begins with a mark that belongs to the word before, or both are in Chinese characters or kana.
func glue(a, b *breaks.Piece, end, next string) string {
	last, _ := utf8.DecodeLastRuneInString(end)
	first, _ := utf8.DecodeRuneInString(next)
	if breaks.IsSpaceless(last) && breaks.IsSpaceless(first) {
		return ""
	}
	if a.Last == breaks.LastOpen || b.First == breaks.FirstClosing || a.Last == breaks.LastHyphen && !suspends(next) || breaks.InRange(end, next) {
		return ""
	}
	if inAddress(end, next) {
		return ""
	}
	return " "
}

// inAddress reports whether the break between two lines is after a slash inside the path of a web address: what follows has two more slashes, or
// one and a stop inside.
func inAddress(end, next string) bool {
	if !strings.HasSuffix(end, "/") {
		return false
	}
	_, address, found := strings.Cut(end[strings.LastIndexByte(end, ' ')+1:], "://")
	first, _, _ := strings.Cut(next, " ")
	slashes := strings.Count(first, "/")
	return found && strings.Count(address, "/") > 1 && slashes > 0 && !strings.Contains(first, "://") &&
		(slashes > 1 || strings.Contains(strings.TrimRight(first, "."), "."))
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

// isOneWord reports whether the hyphen at the end of a, of so many bytes, only splits a word: it is a soft one; the document has
// the word in one piece and not with the hyphen; or it has neither, and the word is known in one piece.
func (j *joiner) isOneWord(a, b *breaks.Piece) (one bool, hyphen int, err error) {
	if strings.HasSuffix(a.Span.Of(j.in), string(breaks.SoftHyphen)) {
		return true, len(string(breaks.SoftHyphen)), nil
	}
	head, tail := lastLetters(a.Span.Of(j.in)), firstLetters(b.Span.Of(j.in))
	if head == "" || tail == "" {
		return false, 0, nil
	}
	if err := j.words.read(j.in, j.pace); err != nil {
		return false, 0, err
	}
	if j.words.has(head, "-"+tail) {
		return false, 0, nil
	}
	return j.words.has(head, tail) || j.whole.Has(head, tail), len("-"), nil
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
