package repair

import (
	"html"
	"strings"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/text"
)

// maxEntity is the length of the longest entity worth looking at, "&CounterClockwiseContourIntegral;".
const maxEntity = 33

// entities decodes HTML entities. Only those that end in a semicolon count: "AT&T" and "?a=1&copy=2" must stay.
// One "<" in the text does not switch it off, as it does in ftfy: what follows it is often plain text.
func entities(c *text.Chain, rules text.RuleSet) {
	in := c.Text()
	if !rules.On(Entities) || strings.IndexByte(in, '&') < 0 {
		return
	}
	e := c.Edit()
	defer c.Apply()
	for at := 0; ; {
		i := strings.IndexByte(in[at:], '&')
		if i < 0 {
			return
		}
		at += i
		name := entityAt(in[at:])
		if name == "" {
			at++
			continue
		}
		n, decoded := unescape(in[at:], name)
		if decoded != name && utf8.ValidString(decoded) {
			e.Replace(text.Span{Start: at, End: at + n}, decoded, text.Change{Rule: Entities})
		}
		at += n
	}
}

// unescape decodes the entity name that s begins with, and what it was escaped in again ("&amp;amp;lt;"), however often,
// in one go: layer by layer it would take a round each. It returns how much of s that was.
func unescape(s, name string) (n int, decoded string) {
	n, decoded = len(name), html.UnescapeString(name)
	for decoded == "&" {
		inner := entityAt("&" + s[n:min(len(s), n+maxEntity)])
		if inner == "" {
			break
		}
		n += len(inner) - 1
		decoded = html.UnescapeString(inner)
	}
	return n, decoded
}

// entityAt returns the entity that s begins with, or "".
func entityAt(s string) string {
	for i := 1; i < len(s) && i < maxEntity; i++ {
		switch c := s[i]; {
		case c == ';' && i > 2:
			return s[:i+1]
		case c == '#' && i == 1, '0' <= c && c <= '9', 'a' <= c|0x20 && c|0x20 <= 'z':
		default:
			return ""
		}
	}
	return ""
}
