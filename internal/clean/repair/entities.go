package repair

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/text"
)

// maxEntity is the length of the longest entity worth looking at, "&CounterClockwiseContourIntegral;".
const maxEntity = 33

// entities decodes HTML entities. Only those that end in a semicolon count: "AT&T" and "?a=1&copy=2" must stay.
// A line that holds a tag is markup, and what is escaped in it is so on purpose; other lines are not affected.
// Wrong in a text about HTML that shows entities without tags.
func entities(pace *text.Pace, c *text.Chain, _ text.RuleSet) error {
	in := c.Text()
	d := decoder{in: in, e: c.Edit(), pace: pace}
	markup := lineMarkup{in: in}
	done := progress{pace: pace}
	for at := 0; ; {
		i := strings.IndexByte(in[at:], '&')
		if i < 0 {
			d.flush()
			_, err := c.Apply(pace)
			return err
		}
		at += i
		if err := done.at(at); err != nil {
			return err
		}
		if markup.at(at) {
			at = markup.end
			continue
		}
		n, decoded, err := d.unescape(in[at:])
		if err != nil {
			return err
		}
		if decoded != "" && !(opens(decoded) && endsOpen(in[max(0, at-maxEntity):at])) {
			d.replace(text.Span{Start: at, End: at + n}, decoded)
		}
		at += n
	}
}

// decoder replaces entities. Up to maxStretch adjacent ones are one change: the account of a text of nothing else would
// otherwise be longer than the text.
type decoder struct {
	in    string
	e     *text.Editor
	pace  *text.Pace
	run   text.Span // of the entities that are still to be replaced
	with  []byte    // the characters that they encode
	count int       // how many they are
	known map[string]string
}

// maxKnown is how many entities are remembered: texts have few, but nothing bounds them.
const maxKnown = 256

func (d *decoder) replace(s text.Span, with string) {
	if d.run.End != s.Start || d.count == maxStretch {
		d.flush()
		d.run = s
	}
	d.run.End = s.End
	d.with = append(d.with, with...)
	d.count++
}

func (d *decoder) flush() {
	d.e.Replace(d.run, string(d.with), text.Change{Rule: Entities})
	d.run, d.with, d.count = text.Span{}, d.with[:0], 0
}

// decode returns what the entity "&" + name encodes, "" if there is no such entity.
func (d *decoder) decode(name string) string {
	decoded, ok := d.known[name]
	if ok {
		return decoded
	}
	if d.known == nil || len(d.known) == maxKnown {
		d.known = make(map[string]string)
	}
	entity := "&" + name
	if decoded = html.UnescapeString(entity); decoded == entity || !utf8.ValidString(decoded) {
		decoded = decodeCapital(name)
	}
	d.known[name] = decoded
	return decoded
}

// decodeCapital returns the capital of the letter that name encodes in small letters, as a program that made capitals of a whole text
// leaves it: "EACUTE;". It returns "" for anything else.
func decodeCapital(name string) string {
	if len(name) <= len("uml;") || name != strings.ToUpper(name) {
		return ""
	}
	r, n := utf8.DecodeRuneInString(html.UnescapeString("&" + strings.ToLower(name)))
	if r == '&' || n == 0 || !unicode.IsLower(r) {
		return ""
	}
	return string(unicode.ToUpper(r))
}

// unescape decodes the entity that s begins with, if any, and what it was escaped in again ("&amp;amp;lt;"), however
// often, in one go: layer by layer it would take a round each. It returns how much of s that was. The error is that of the
// pace.
func (d *decoder) unescape(s string) (n int, decoded string, err error) {
	done := progress{pace: d.pace}
	for n = 1; ; {
		name := entityName(s[n:])
		if name == "" {
			return n, decoded, nil
		}
		next := d.decode(name)
		if next == "" {
			return n, decoded, nil
		}
		n += len(name)
		if decoded = next; decoded != "&" {
			return n, decoded, nil
		}
		if err := done.at(n); err != nil {
			return 0, "", err
		}
	}
}

// entityName returns what s begins with if an "&" before it may make an entity of that, or "".
func entityName(s string) string {
	for i := 0; i < len(s) && i < maxEntity-1; i++ {
		switch c := s[i]; {
		case c == ';' && i > 1:
			return s[:i+1]
		case c == '#' && i == 0, '0' <= c && c <= '9', 'a' <= c|0x20 && c|0x20 <= 'z':
		default:
			return ""
		}
	}
	return ""
}

// lineMarkup is the line of in that was looked at last.
type lineMarkup struct {
	in     string
	end    int
	tagged bool
}

// at reports whether the line of offset i, which must not be before that of the last call, holds a tag.
func (l *lineMarkup) at(i int) bool {
	if i < l.end {
		return l.tagged
	}
	start := strings.LastIndexByte(l.in[l.end:i], '\n') + 1 + l.end
	l.end = len(l.in)
	if n := strings.IndexByte(l.in[i:], '\n'); n >= 0 {
		l.end = i + n
	}
	l.tagged = hasTag(l.in[start:l.end])
	return l.tagged
}

// hasTag reports whether s holds a tag: "<", a name, and a ">" somewhere after it.
func hasTag(s string) bool {
	last := strings.LastIndexByte(s, '>')
	first := strings.IndexByte(s, '<')
	for i := first; 0 <= i && i < last; i++ {
		if c := s[i+1]; s[i] == '<' && (c == '/' || c == '!' || 'a' <= c|0x20 && c|0x20 <= 'z') {
			return true
		}
	}
	return false
}

// opens reports whether decoded could complete an entity that an "&" before it opens, or is a control that a later rule
// drops, so that what follows could complete it.
func opens(decoded string) bool {
	c := decoded[0]
	return len(decoded) == 1 && (c < ' ' || c == 0x7F || c == ';' || c == '#' || '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z') || c >= utf8.RuneSelf
}

// endsOpen reports whether s ends in the beginning of an entity. What is decoded after it must not complete it: each round
// would uncover one more entity, and the time for nested ones would have no bound.
func endsOpen(s string) bool {
	for i := len(s) - 1; i >= 0; i-- {
		switch c := s[i]; {
		case c == '&':
			return true
		case c == '#', '0' <= c && c <= '9', 'a' <= c|0x20 && c|0x20 <= 'z':
		default:
			return false
		}
	}
	return false
}
