package render

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
)

// abut owes a space between two texts, in elements a and b, that have neither white space nor a line break between them,
// if readers would see one. The second begins at offset at.
//
// Elements that do more than change how letters look are apart on the screen. For all others only a layout engine would
// know. In the texts known for the pages of WCXB's development part, two such runs are one word where the second begins with
// a small letter (157 of 177 places); a capital after a small letter begins another (269 of 270), and so does a capital or a
// number where one element ends and another begins (117 of 119). Raised numbers are words of their own in 15 of 26.
func (w *writer) abut(a, b int32, at int) {
	j := w.joint(a, b)
	if j.apart {
		w.owe(spaceGap)
		return
	}
	if !j.opened && !j.closed || len(w.out) == 0 {
		return
	}
	before, _ := utf8.DecodeLastRune(w.out)
	next, size := utf8.DecodeRuneInString(w.t.Page[at:])
	switch {
	case j.raised && unicode.IsDigit(next):
		w.raised(before)
	case j.raised && isNegative(w.t.Page[at:]):
		w.sep = "^"
	case unicode.IsUpper(next) && unicode.IsLower(before):
		w.owe(spaceGap)
	case !j.opened || !j.closed:
	case unicode.IsUpper(next) && unicode.IsUpper(before):
		if second, _ := utf8.DecodeRuneInString(w.t.Page[at+size:]); unicode.IsLower(second) {
			w.owe(spaceGap)
		}
	case unicode.IsUpper(next) && (unicode.IsLetter(before) || unicode.IsDigit(before) || isStop(before)):
		w.owe(spaceGap)
	case unicode.IsDigit(next) && (unicode.IsLetter(before) || unicode.IsDigit(before)):
		w.owe(spaceGap)
	}
}

// joint is what ends and begins between two runs of characters.
type joint struct {
	closed, opened bool // an element
	apart          bool // one that does more than change how letters look
	raised         bool // a superscript begins
}

// maxClimb is how many elements that begin or end in one place are looked at.
const maxClimb = 24

// joint returns what is between texts in elements a and b.
func (w *writer) joint(a, b int32) joint {
	var j joint
	nodes := w.t.Nodes
	for range maxClimb {
		switch {
		case a == b:
			return j
		case a > b:
			j.closed = true
			j.apart = j.apart || !isFormat(nodes[a].Tag)
			a = nodes[a].Parent
		default:
			j.opened = true
			j.apart = j.apart || !isFormat(nodes[b].Tag)
			j.raised = j.raised || nodes[b].Tag == atom.Sup
			b = nodes[b].Parent
		}
	}
	j.apart = true
	return j
}

// raised owes what separates a superscript number from the text before: 10 to the power of 15 is not 1015, and the mark of
// a footnote is no part of a word, but square metres are written together.
func (w *writer) raised(before rune) {
	switch {
	case unicode.IsDigit(before) || before == ')':
		w.sep = "^"
	case !w.shortWord():
		w.owe(spaceGap)
	}
}

// isNegative reports whether s begins with a minus and a digit, as an exponent may.
func isNegative(s string) bool {
	sign, size := utf8.DecodeRuneInString(s)
	next, _ := utf8.DecodeRuneInString(s[size:])
	return strings.ContainsRune("-\u2212\u2013", sign) && unicode.IsDigit(next)
}

// longestUnit is how many letters the symbol of a unit or a variable has at most.
const longestUnit = 2

// shortWord reports whether what is written ends in a word that may be the symbol of a unit.
func (w *writer) shortWord() bool {
	n := 0
	for at := len(w.out); at > 0 && n <= longestUnit; n++ {
		r, size := utf8.DecodeLastRune(w.out[:at])
		if !unicode.IsLetter(r) {
			break
		}
		at -= size
	}
	return 0 < n && n <= longestUnit
}

// isStop reports whether r ends a sentence or a clause.
func isStop(r rune) bool {
	return r == '.' || r == ',' || r == ':' || r == ';' || r == '!' || r == '?' || r == ')'
}

// isFormat reports whether an element only changes how letters look.
func isFormat(tag dom.Tag) bool {
	switch tag {
	case atom.A, atom.Abbr, atom.Acronym, atom.B, atom.Bdi, atom.Bdo, atom.Big, atom.Cite, atom.Code, atom.Data, atom.Del, atom.Dfn, atom.Em,
		atom.Font, atom.I, atom.Ins, atom.Kbd, atom.Mark, atom.Nobr, atom.Q, atom.Rb, atom.Rp, atom.Rt, atom.Ruby, atom.S, atom.Samp,
		atom.Small, atom.Span, atom.Strike, atom.Strong, atom.Sub, atom.Sup, atom.Time, atom.Tt, atom.U, atom.Var:
		return true
	default:
		return false
	}
}
