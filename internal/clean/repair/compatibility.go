package repair

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/copydesk/copydesk/internal/text"
)

// compatibility replaces characters that Unicode has for compatibility by those that they stand for, as the normal form NFKC does: "ﬁ",
// "²", "½", "①", "㎏", "𝐛𝐨𝐥𝐝". Off by default: in "m²" and "½" that changes what the text says.
func compatibility(pace *text.Pace, c *text.Chain, _ text.RuleSet) error {
	in := c.Text()
	e := c.Edit()
	done := progress{pace: pace}
	for i := 0; i < len(in); {
		if err := done.at(i); err != nil {
			return err
		}
		if n := asciiPrefix(in[i:]); n > 0 {
			i += n
			continue
		}
		_, n := utf8.DecodeRuneInString(in[i:])
		if isCompatibility(in[i : i+n]) {
			e.Replace(text.Span{Start: i, End: i + n}, norm.NFKC.String(in[i:i+n]), text.Change{Rule: NFKC})
		}
		i += n
	}
	_, err := c.Apply(pace)
	return err
}

// isCompatibility reports whether NFKC makes something of the character r that NFC does not.
func isCompatibility(r string) bool {
	d := norm.NFKC.PropertiesString(r).Decomposition()
	return d != nil && string(d) != string(norm.NFC.PropertiesString(r).Decomposition())
}
