package linked

import (
	"strings"

	"github.com/copydesk/copydesk/internal/text"
)

// Type is the type of a value.
type Type uint8

// The types of values.
const (
	String  Type = iota + 1
	Literal      // a number, true, false, null, or a word without quotes
	Object
	List
)

// Value is one value. Values lie in one slice in document order.
type Value struct {
	Type Type

	// Parent is the index of the object or list around it, -1 at the top.
	Parent int32

	// End is one more than the index of the last value inside it: values[i+1:End] are inside value i.
	End int32

	// Key is the range in the source of the name of the member it is the value of, without quotes; empty in lists.
	Key text.Span

	// Text is its range in the source, for strings without the quotes.
	Text text.Span
}

// parser reads one source. It accepts JSON as pages hold it: with trailing or missing commas, line ends inside strings,
// unescaped quotes, comments and CDATA marks around it. What it cannot read it passes over; nothing is an error. Time and
// memory are linear in the source, and nesting costs no stack.
type parser struct {
	src    string
	values []Value
	limit  int // of len(values)
	pace   *text.Pace
	open   []int32 // objects and lists that have not ended, outermost first
	key    text.Span
}

// appendValues reads the range s of src and appends its values to values, up to limit of them in all. It stops early when
// the context of pace ends, whose error it returns.
func appendValues(values []Value, src string, s text.Span, limit int, pace *text.Pace) ([]Value, error) {
	r := parser{src: src[:s.End], values: values, limit: limit, pace: pace}
	for i := s.Start; i < s.End && len(r.values) < r.limit; {
		next := r.step(i)
		if err := pace.Step(next - i); err != nil {
			return nil, err
		}
		i = next
	}
	for len(r.open) > 0 {
		r.close(s.End)
	}
	return r.values, nil
}

// cdata is written before scripts in XHTML.
const cdata = "<![CDATA["

// step reads what begins at i and returns the offset after it.
func (r *parser) step(i int) int {
	switch c := r.src[i]; {
	case c == '{':
		r.begin(Object, i)
	case c == '[':
		r.begin(List, i)
	case c == '}' || c == ']':
		if len(r.open) > 0 {
			r.close(i + 1)
		}
	case c == '"':
		return r.quoted(i + 1)
	case c == ',' || c == ':' || c <= ' ':
	case c == '/':
		return afterComment(r.src, i)
	case c == '<' && strings.HasPrefix(r.src[i:], cdata):
		return i + len(cdata)
	case isWord(c):
		return r.word(i)
	}
	return i + 1
}

func (r *parser) begin(t Type, i int) {
	r.add(t, text.Span{Start: i, End: i})
	r.open = append(r.open, int32(len(r.values)-1)) //nolint:gosec // fewer than the page has bytes
}

// close ends the innermost open object or list, at offset at.
func (r *parser) close(at int) {
	v := &r.values[r.open[len(r.open)-1]]
	v.Text.End, v.End = at, int32(len(r.values)) //nolint:gosec // fewer than the page has bytes
	r.open = r.open[:len(r.open)-1]
	r.key = text.Span{}
}

// add appends a value. In an object only what has a name is one, so that a stray word does no harm.
func (r *parser) add(t Type, s text.Span) {
	parent := int32(-1)
	if n := len(r.open); n > 0 {
		parent = r.open[n-1]
	}
	id := int32(len(r.values)) //nolint:gosec // fewer than the page has bytes
	r.values = append(r.values, Value{Type: t, Key: r.key, Text: s, Parent: parent, End: id + 1})
	r.key = text.Span{}
}

// inObject reports whether the innermost open value is an object.
func (r *parser) inObject() bool {
	n := len(r.open)
	return n > 0 && r.values[r.open[n-1]].Type == Object
}

// quoted reads the string whose content begins at i.
func (r *parser) quoted(i int) int {
	end, next := endOfString(r.src, i)
	s := text.Span{Start: i, End: end}
	colon := next < len(r.src) && r.src[next] == ':'
	switch {
	case r.inObject() && r.key.Empty() && colon:
		r.key = s
		return next + 1
	case r.inObject() && r.key.Empty():
		return next // no name before it, and none itself
	}
	r.add(String, s)
	return next
}

// endOfString returns the end of the string whose content begins at i, and the offset of what follows its quotation mark
// and white space. A quotation
// mark ends it only if what follows it can follow a string: writers forget to escape.
func endOfString(src string, i int) (end, next int) {
	for i < len(src) {
		switch src[i] {
		case '\\':
			i += 2
			continue
		case '"':
			for next = i + 1; next < len(src) && isBlank(src[next]); {
				next++
			}
			if next == len(src) || endsString(src[next]) {
				return i, next
			}
			if end = i; next > i+1 && src[next] == '"' { // a comma was forgotten
				return end, next
			}
			i = next
			continue
		}
		i++
	}
	return len(src), len(src)
}

func endsString(c byte) bool { return c == ',' || c == ':' || c == '}' || c == ']' || c == '/' }

// word reads a word without quotes.
func (r *parser) word(i int) int {
	from := i
	for i < len(r.src) && isWord(r.src[i]) {
		i++
	}
	s := text.Span{Start: from, End: i}
	switch {
	case !r.inObject() && len(r.open) == 0: // the code around it
	case r.inObject() && r.key.Empty():
		if i < len(r.src) && r.src[i] == ':' {
			r.key = s
		}
	default:
		r.add(Literal, s)
	}
	return i
}

// afterComment returns the end of the comment that begins at i, or i+1 if none does.
func afterComment(src string, i int) int {
	if i+1 >= len(src) {
		return i + 1
	}
	switch src[i+1] {
	case '*':
		for i += 2; i+1 < len(src); i++ {
			if src[i] == '*' && src[i+1] == '/' {
				return i + 2
			}
		}
		return len(src)
	case '/':
		for i += 2; i < len(src) && src[i] != '\n' && src[i] != '<' && src[i] != '{'; {
			i++
		}
		return i
	}
	return i + 1
}

func isBlank(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

func isWord(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == '-' || c == '+' || c == '.' || c == '_' || c == '@' || c == '$'
}
