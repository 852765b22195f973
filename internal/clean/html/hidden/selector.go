package hidden

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
)

// selector is what elements a rule is for: the last of them first, then those around it.
type selector struct {
	parts  []compound
	weight int // specificity
}

// compound is what a selector says of one element.
type compound struct {
	tag     dom.Tag // 0 for any
	id      string
	classes []string
	having  []attribute
	any     [][]compound // of each list one (:is, :where)
	none    []compound   // none of these (:not)
	places  []place
	name    string // of an element that HTML does not have, in lower case
	never   bool   // it looks at a state in which no element is until a reader does something
	join    byte   // what the next one is: ' ' around this, '>' its parent, '+' the element before it, '~' one before it
}

// attribute is what a selector says of an attribute: its value is, or has in the way that op names.
type attribute struct{ name, op, value string }

// maxParts is how many elements a selector names at most, maxInside how many selectors are in brackets.
const maxParts, maxInside = 8, 8

// cutSelector cuts the first selector off a list.
func cutSelector(s string) (first, rest string) {
	depth := 0
	for i := range len(s) {
		switch s[i] {
		case '(', '[':
			depth++
		case ')', ']':
			depth--
		case ',':
			if depth <= 0 {
				return s[:i], s[i+1:]
			}
		}
	}
	return s, ""
}

// parseSelector reads a selector. The second result is false if it looks at what is not known here.
func parseSelector(s string) (selector, bool) {
	var sel selector
	if s == "" || len(s) > maxSelector {
		return sel, false
	}
	r := selectorReader{s: s}
	var parts []compound
	for len(parts) < maxParts {
		c, ok := r.compound()
		if !ok {
			return sel, false
		}
		parts = append(parts, c)
		join, ok := r.combinator()
		if !ok {
			return sel, false
		}
		if join == 0 {
			break
		}
		r.join = join
	}
	if r.at < len(s) {
		return sel, false
	}
	for _, part := range slices.Backward(parts) {
		sel.parts = append(sel.parts, part)
	}
	sel.weight = r.weight
	return sel, true
}

// selectorReader reads a selector from left to right.
type selectorReader struct {
	s      string
	at     int
	join   byte // of the next element to the one before
	weight int
}

// combinator reads what is between two elements, 0 at the end of the selector.
func (r *selectorReader) combinator() (join byte, ok bool) {
	from := r.at
	for r.at < len(r.s) && strings.IndexByte(" \t\n\r\f>+~", r.s[r.at]) >= 0 {
		r.at++
	}
	between := strings.TrimSpace(r.s[from:r.at])
	switch {
	case r.at == len(r.s):
		return 0, between == ""
	case between == "" && r.at > from:
		return ' ', true
	case len(between) == 1:
		return between[0], true
	default:
		return 0, false
	}
}

// compound reads what is said of one element.
func (r *selectorReader) compound() (compound, bool) {
	c := compound{join: r.join}
	from := r.at
	if r.at < len(r.s) && r.s[r.at] == '*' {
		r.at++
	} else if name := r.name(); name != "" {
		name = strings.ToLower(name)
		if c.tag = atom.Lookup([]byte(name)); c.tag == 0 {
			c.name = name
		}
		r.weight++
	}
	for r.at < len(r.s) {
		var ok bool
		switch r.s[r.at] {
		case '#':
			r.at++
			c.id = r.name()
			r.weight += 10_000
			ok = c.id != ""
		case '.':
			r.at++
			class := r.name()
			c.classes = append(c.classes, class)
			r.weight += 100
			ok = class != ""
		case '[':
			ok = r.attribute(&c)
		case ':':
			ok = r.pseudo(&c)
		default:
			return c, r.at > from
		}
		if !ok {
			return c, false
		}
	}
	return c, r.at > from
}

// name reads a name, escapes decoded.
func (r *selectorReader) name() string {
	var b strings.Builder
	for r.at < len(r.s) {
		switch c := r.s[r.at]; {
		case c == '\\' && r.at+1 < len(r.s):
			r.at++
			r.escape(&b)
		case c >= 0x80 || c == '-' || c == '_' || c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z':
			b.WriteByte(c)
			r.at++
		default:
			return b.String()
		}
	}
	return b.String()
}

// escape reads what follows a backslash: the number of a character, or one that stands for itself.
func (r *selectorReader) escape(b *strings.Builder) {
	end := r.at
	for end < len(r.s) && end < r.at+6 && strings.IndexByte("0123456789abcdefABCDEF", r.s[end]) >= 0 {
		end++
	}
	if end == r.at {
		b.WriteByte(r.s[r.at])
		r.at++
		return
	}
	n, _ := strconv.ParseUint(r.s[r.at:end], 16, 32)
	b.WriteRune(rune(n)) //nolint:gosec // at most six digits
	if r.at = end; end < len(r.s) && r.s[end] == ' ' {
		r.at++
	}
}

// attribute reads a test of an attribute.
func (r *selectorReader) attribute(c *compound) bool {
	end := strings.IndexByte(r.s[r.at:], ']')
	if end < 0 {
		return false
	}
	inside := r.s[r.at+1 : r.at+end]
	r.at += end + 1
	r.weight += 100
	name, value, ok := strings.Cut(inside, "=")
	a := attribute{name: strings.ToLower(strings.TrimSpace(name))}
	if ok {
		a.op = "="
		if n := len(a.name); n > 0 && strings.IndexByte("~|^$*", a.name[n-1]) >= 0 {
			a.op, a.name = a.name[n-1:], strings.TrimSpace(a.name[:n-1])
		}
		value = strings.TrimSpace(value)
		value = strings.TrimSpace(strings.TrimSuffix(strings.TrimSuffix(value, " i"), " s"))
		a.value = strings.Trim(value, `"'`)
	}
	c.having = append(c.having, a)
	return a.name != ""
}
