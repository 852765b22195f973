package repair

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"

	"github.com/copydesk/copydesk/internal/text"
)

// substitute is a replacement for a character, and the rule that makes it.
type substitute struct {
	with string
	rule text.Rule
}

// characters replaces or drops single characters. The first rule of substitutions that applies to one decides; each says at
// its function when it would be wrong.
func characters(pace *text.Pace, c *text.Chain, rules text.RuleSet) error {
	x := character{in: c.Text(), pace: pace}
	for _, s := range &substitutions {
		if rules.On(s.rule) {
			x.rules = append(x.rules, s)
		}
	}
	e := c.Edit()
	done := progress{pace: pace}
	for i := 0; i < len(x.in); {
		if err := done.at(i); err != nil {
			return err
		}
		b := x.in[i]
		if b >= ' ' && b < 0x7F || b == '\n' || b == '\t' {
			i++
			continue
		}
		x.at, x.r = i, rune(b)
		n := 1
		if b >= utf8.RuneSelf {
			if x.r, n = runeAt(x.in, i); characterNeeds(x.r)|quoteNeeds(x.r) == 0 {
				i += n
				continue
			}
		} else if b == '\r' && i+1 < len(x.in) && x.in[i+1] == '\n' {
			n = 2
		}
		x.end = i + n
		if s, ok := x.substitute(); ok {
			e.Replace(text.Span{Start: i, End: x.end}, s.with, text.Change{Rule: s.rule, Detail: x.detail(s.rule)})
		}
		i = x.end
	}
	if err := x.facts.err; err != nil {
		return err
	}
	_, err := c.Apply(pace)
	return err
}

// character is a character in its text.
type character struct {
	in      string
	at, end int
	r       rune
	rules   []substitution // those in use

	pace  *text.Pace
	facts facts
}

// substitution is a rule for single characters: what find replaces one by, if the rule applies.
type substitution struct {
	rule text.Rule
	find func(*character) (with string, ok bool)
}

// substitutions are the rules for single characters, in the order in which they are tried.
var substitutions = [...]substitution{
	{C1, readC1},
	{LineBreaks, breakLine},
	{Controls, dropControl},
	{SoftHyphens, dropSoftHyphen},
	{TagCharacters, dropTag},
	{VariationSelectors, dropVariationSelector},
	{ZeroWidth, dropZeroWidth},
	{Invisible, dropInvisible},
	{Bidi, dropBidi},
	{DirectionMarks, dropDirectionMark},
	{Quotes, straightenQuote},
	{Ligatures, spellLigature},
	{Digraphs, spellDigraph},
	{Width, foldWidth},
	{StrayWidth, foldStrayWidth},
}

// characterRules are the rules of substitutions.
var characterRules = func() (rules []text.Rule) {
	for _, s := range &substitutions {
		rules = append(rules, s.rule)
	}
	return rules
}()

// substitute returns the replacement by the first rule in use that applies to the character.
func (x *character) substitute() (substitute, bool) {
	for _, s := range x.rules {
		if with, ok := s.find(x); ok {
			return substitute{with, s.rule}, true
		}
	}
	return substitute{}, false
}

// detail returns the encoding by which a C1 control was read, for the provenance.
func (x *character) detail(rule text.Rule) string {
	if rule != C1 {
		return ""
	}
	return x.controlCodec().name
}

// before and after return the neighbours of the character, a line feed at the text's ends.
func (x *character) before() rune { return lastRune(x.in[:x.at]) }

func (x *character) after() rune {
	if x.end == len(x.in) {
		return '\n'
	}
	r, _ := utf8.DecodeRuneInString(x.in[x.end:])
	return r
}

// facts are what rules need to know about the whole text, found when first needed.
type facts struct {
	known       bool
	rightToLeft bool // it has a letter of a script that is written so
	eastAsian   bool // it has Han, kana or Hangul
	c1          *codec
	nextLine    answer // whether U+0085 breaks lines
	err         error  // that of the pace: the facts are incomplete, and the pass gives up
}

// answer is what is known of a question.
type answer uint8

const (
	unknown answer = iota
	no
	yes
)

// whole returns the facts on the text.
func (x *character) whole() facts {
	if x.facts.known {
		return x.facts
	}
	x.facts.known = true
	done := progress{pace: x.pace}
	for i := 0; i < len(x.in) && x.facts.err == nil; {
		if i += asciiPrefix(x.in[i:]); i == len(x.in) {
			break
		}
		x.facts.err = done.at(i)
		r, n := utf8.DecodeRuneInString(x.in[i:])
		i += n
		switch {
		case r < 0x590:
		case isRightToLeft(r):
			x.facts.rightToLeft = true
		case 0x2E80 <= r && r < 0xA000, 0xAC00 <= r && r < 0xD7B0, 0x20000 <= r, 0xFF65 <= r && r < 0xFFE0, 0x1100 <= r && r < 0x1200:
			x.facts.eastAsian = x.facts.eastAsian || unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
		}
	}
	return x.facts
}

// straightenQuote makes straight quotation marks of curly ones. Off by default: they are nearly always right.
func straightenQuote(x *character) (string, bool) {
	switch {
	case 0x2018 <= x.r && x.r <= 0x201B, x.r == 0x02BC:
		return "'", true
	case 0x201C <= x.r && x.r <= 0x201F:
		return `"`, true
	default:
		return "", false
	}
}

// foldWidth makes fullwidth ASCII and halfwidth kana ordinary. Off by default: fullwidth punctuation is the ordinary
// one in Chinese and Japanese.
func foldWidth(x *character) (string, bool) {
	if x.r < 0xFF01 || x.r > 0xFFEF {
		return " ", x.r == 0x3000
	}
	folded := width.LookupRune(x.r).Folded()
	return string(folded), folded != 0
}

// foldStrayWidth makes fullwidth letters and digits ordinary in a text without East Asian letters, where they come
// from an input method left on, and the fullwidth marks and spaces among them. Wrong where width is meant as a style.
func foldStrayWidth(x *character) (string, bool) {
	switch {
	case x.r != wideSpace && !isWideASCII(x.r), x.whole().eastAsian:
		return "", false
	case !isWideWord(x.r) && !reachesWideWord(lastRune, x.in[:x.at], dropLast) && !reachesWideWord(firstRune, x.in[x.end:], dropFirst):
		return "", false
	case x.r == wideSpace:
		return " ", true
	default:
		return string(x.r - wideShift), true
	}
}

// wideShift is how far the fullwidth forms of ASCII are from ASCII itself; wideSpace, the fullwidth space, is elsewhere.
const wideShift, wideSpace = 0xFEE0, '\u3000'

func isWideASCII(r rune) bool { return 0xFF01 <= r && r <= 0xFF5E }

func isWideWord(r rune) bool {
	r -= wideShift
	return r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z'
}

// wideReach is how many fullwidth marks and spaces may stand between one and the letter or digit that shows what it is.
const wideReach = 4

// reachesWideWord reports whether a fullwidth letter or digit is next in s, or only a few fullwidth marks and spaces are before it.
func reachesWideWord(next func(string) rune, s string, rest func(string) string) bool {
	for range wideReach {
		r := next(s)
		if isWideWord(r) || !isWideASCII(r) && r != wideSpace {
			return isWideWord(r)
		}
		s = rest(s)
	}
	return false
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func dropFirst(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return s[n:]
}

func dropLast(s string) string {
	_, n := utf8.DecodeLastRuneInString(s)
	return s[:len(s)-n]
}
