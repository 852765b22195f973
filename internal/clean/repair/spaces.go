package repair

import (
	"strings"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/text"
)

// isExoticSpace reports whether r is a space other than the plain one: no-break, of a fixed width, ideographic.
func isExoticSpace(r rune) bool {
	return r == 0xA0 || r == 0x1680 || 0x2000 <= r && r <= 0x200A || r == 0x202F || r == 0x205F || r == 0x3000
}

// systematic is how many no-break spaces between letters prove, if plain spaces are no more numerous, that an editor wrote
// them in place of plain ones.
const systematic = 3

// spaces makes plain spaces of others: of all of them with the rule Spaces, which is off by default because French,
// digit grouping and units need them; with the rule SpaceDebris where they are left over from layout: beside other
// white space (a single space is as often meant), at the ends of a line, and throughout a text that has them instead of plain ones.
func spaces(pace *text.Pace, c *text.Chain, rules text.RuleSet) error {
	why := text.Change{Rule: Spaces}
	all := rules.On(Spaces)
	if !all {
		if !rules.On(SpaceDebris) {
			return nil
		}
		why.Rule = SpaceDebris
	}
	habit, err := noBreakIsHabit(pace, c.Text())
	if err != nil {
		return err
	}
	x := character{in: c.Text()}
	e := c.Edit()
	done := progress{pace: pace}
	for i := 0; i < len(x.in); i = x.end {
		x.at = i + asciiPrefix(x.in[i:])
		if err := done.at(x.at); err != nil {
			return err
		}
		if x.at == len(x.in) {
			break
		}
		var size int
		if x.r, size = runeAt(x.in, x.at); !isExoticSpace(x.r) {
			x.end = x.at + size
			continue
		}
		n := x.takeSpaces()
		if all || habit && x.r == 0xA0 || n > 2 || x.isDebris() {
			replaceByPlain(e, text.Span{Start: x.at, End: x.end}, n, why)
		}
	}
	_, err = c.Apply(pace)
	return err
}

// takeSpaces sets x.end to the end of the exotic spaces that begin at x.at, and returns how many there are.
func (x *character) takeSpaces() int {
	n := 0
	for x.end = x.at; x.end < len(x.in); n++ {
		r, size := runeAt(x.in, x.end)
		if !isExoticSpace(r) {
			break
		}
		x.end += size
	}
	return n
}

// replaceByPlain puts n plain spaces in place of s.
func replaceByPlain(e *text.Editor, s text.Span, n int, why text.Change) {
	const most = "                                                                "
	if n <= len(most) {
		e.Replace(s, most[:n], why)
		return
	}
	e.Replace(s, strings.Repeat(" ", n), why)
}

// isDebris reports whether the space is at the beginning or end of a line, or beside two other white spaces.
func (x *character) isDebris() bool {
	before, after := x.before(), x.after()
	if before == '\n' || after == '\n' || isWhite(before) && isWhite(after) {
		return true
	}
	y := *x
	switch {
	case isWhite(before):
		y.at -= utf8.RuneLen(before)
		return isWhite(y.before())
	case isWhite(after):
		y.end += utf8.RuneLen(after)
		return isWhite(y.after())
	default:
		return false
	}
}

func isWhite(r rune) bool { return r == ' ' || r == '\n' || r == '\t' || isExoticSpace(r) }

// noBreakIsHabit reports whether the no-break spaces of in stand for plain ones.
func noBreakIsHabit(pace *text.Pace, in string) (bool, error) {
	x := character{in: in}
	noBreak, plain := 0, 0
	done := progress{pace: pace}
	for i, r := range in {
		if err := done.at(i); err != nil {
			return false, err
		}
		switch r {
		case ' ':
			plain++
		case 0xA0:
			x.at, x.end = i, i+2
			if kindOf(x.before()).isLetter() && kindOf(x.after()).isLetter() {
				noBreak++
			}
		}
	}
	return noBreak >= systematic && noBreak >= plain, nil
}
