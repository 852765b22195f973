package repair

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/width"

	"github.com/copydesk/copydesk/internal/text"
)

// characters replaces single characters, whatever stands around them but for a few that belong to a script.
func characters(c *text.Chain, rules text.RuleSet) {
	in := c.Text()
	e := c.Edit()
	defer c.Apply()
	rightToLeft := -1 // unknown; 0 no; 1 yes
	for i := 0; i < len(in); {
		c := in[i]
		if c < utf8.RuneSelf {
			if (c >= ' ' && c != 0x7F) || c == '\n' || c == '\t' {
				i++
				continue
			}
			i = control(e, in, i, rules)
			continue
		}
		r, n := utf8.DecodeRuneInString(in[i:])
		with, rule, found := replacement(r)
		if found && isBidi(r) {
			if rightToLeft < 0 {
				rightToLeft = hasRightToLeft(in)
			}
			found = rightToLeft == 0
		}
		if found && rules.On(rule) {
			e.Replace(text.Span{Start: i, End: i + n}, with, text.Change{Rule: rule})
		}
		i += n
	}
}

// control handles the ASCII control at offset i and returns the offset behind it.
func control(e *text.Editor, in string, i int, rules text.RuleSet) int {
	s := text.Span{Start: i, End: i + 1}
	if in[i] != '\r' {
		if rules.On(Controls) {
			e.Drop(s, text.Change{Rule: Controls})
		}
		return s.End
	}
	if s.End < len(in) && in[s.End] == '\n' {
		s.End++
	}
	e.Replace(s, "\n", text.Change{Rule: LineBreaks})
	return s.End
}

// replacement returns what a character beyond ASCII should be, and by which rule.
func replacement(r rune) (with string, rule text.Rule, found bool) {
	switch {
	case r == 0x85, r == 0x2028, r == 0x2029:
		return "\n", LineBreaks, true
	case r < 0xA0:
		return string(charmap.Windows1252.DecodeByte(byte(r))), C1, isWindows1252(byte(r)) //nolint:gosec // r is 0x80 to 0x9F
	case r == 0xAD:
		return "", SoftHyphens, true
	case r == 0xA0, r == 0x1680, 0x2000 <= r && r <= 0x200A, r == 0x202F, r == 0x205F, r == 0x3000:
		return " ", Spaces, true
	case r == 0x200B, r == 0x2060, r == 0xFEFF, 0x206A <= r && r <= 0x206F, 0xFFF9 <= r && r <= 0xFFFB, isBidi(r):
		return "", Invisible, true
	case 0x2018 <= r && r <= 0x201B:
		return "'", Quotes, true
	case 0x201C <= r && r <= 0x201F:
		return `"`, Quotes, true
	case 0xFB00 <= r && r <= 0xFB06:
		return latinLigatures[r-0xFB00], Ligatures, true
	case 0xFF01 <= r && r <= 0xFFDC:
		folded := width.LookupRune(r).Folded()
		return string(folded), Width, folded != 0
	default:
		return "", "", false
	}
}

// latinLigatures are U+FB00 to U+FB06 spelled out.
var latinLigatures = [...]string{"ff", "fi", "fl", "ffi", "ffl", "st", "st"}

// isWindows1252 reports whether windows-1252 has a character at b, which is 0x80 to 0x9F. Five are not defined;
// they are controls in any reading.
func isWindows1252(b byte) bool {
	switch b {
	case 0x81, 0x8D, 0x8F, 0x90, 0x9D:
		return false
	default:
		return true
	}
}

// isBidi reports whether r steers the direction of text, which only right-to-left scripts need.
func isBidi(r rune) bool {
	return r == 0x200E || r == 0x200F || 0x202A <= r && r <= 0x202E || 0x2066 <= r && r <= 0x2069
}

// hasRightToLeft reports, as 0 or 1, whether in has a letter of a right-to-left script.
func hasRightToLeft(in string) int {
	for _, r := range in {
		if r >= 0x590 && unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko) {
			return 1
		}
	}
	return 0
}
