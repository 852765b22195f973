// Package loose reads JSON as pages hold it: with trailing or missing commas, line ends inside strings, unescaped quotes,
// comments and CDATA marks around it. What cannot be read is passed over; nothing is an error.
//
// Values lie in one slice in document order, each with the range of values inside it and its place in the source. Time and
// memory are linear in the source, and nesting costs no stack.
package loose

import (
	"strings"

	"github.com/copydesk/copydesk/internal/text"
)

// Kind is what a value is.
type Kind uint8

// The kinds of values.
const (
	String  Kind = iota + 1
	Literal      // a number, true, false, null, or a word without quotes
	Object
	List
)

// Value is one value.
type Value struct {
	Kind Kind

	// Key is where the name of the member stands that it is the value of, quotes not included; empty in lists.
	Key text.Span

	// Text is where the value stands, the quotes of strings not included.
	Text text.Span

	// Parent is the object or list it stands in, -1 at the top.
	Parent int32

	// End is the value after the last one inside it: values[i+1:End] are those in value i.
	End int32
}

// Limit is how many values of one source are read; the rest is passed over. Honest structured data has fewer.
const Limit = 1 << 16

// reader reads one source.
type reader struct {
	src    string
	values []Value
	base   int
	open   []int32
	key    text.Span
}

// Append reads the part s of src and appends its values. Their indices count from the start of the slice returned.
func Append(values []Value, src string, s text.Span) []Value {
	r := reader{src: src[:s.End], values: values, base: len(values)}
	for i := s.Start; i < s.End && len(r.values)-r.base < Limit; {
		i = r.step(i)
	}
	for len(r.open) > 0 {
		r.close(s.End)
	}
	return r.values
}

// cdata is written before scripts in XHTML.
const cdata = "<![CDATA["

// step reads what begins at i and returns where to go on.
func (r *reader) step(i int) int {
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

func (r *reader) begin(kind Kind, i int) {
	r.add(kind, text.Span{Start: i, End: i})
	r.open = append(r.open, int32(len(r.values)-1)) //nolint:gosec // fewer than bytes
}

// close ends the object or list that was opened last; at is where it ends.
func (r *reader) close(at int) {
	v := &r.values[r.open[len(r.open)-1]]
	v.Text.End, v.End = at, int32(len(r.values)) //nolint:gosec // fewer than bytes
	r.open = r.open[:len(r.open)-1]
	r.key = text.Span{}
}

// add appends a value. In an object only what has a name is one, so that a stray word does no harm.
func (r *reader) add(kind Kind, s text.Span) {
	parent := int32(-1)
	if n := len(r.open); n > 0 {
		parent = r.open[n-1]
	}
	id := int32(len(r.values)) //nolint:gosec // fewer than bytes
	r.values = append(r.values, Value{Kind: kind, Key: r.key, Text: s, Parent: parent, End: id + 1})
	r.key = text.Span{}
}

// inObject reports whether a name is due.
func (r *reader) inObject() bool {
	n := len(r.open)
	return n > 0 && r.values[r.open[n-1]].Kind == Object
}

// quoted reads the string whose content begins at i.
func (r *reader) quoted(i int) int {
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

// endOfString returns where the string ends whose content begins at i, and what follows it but white space. A quotation
// mark ends it only if something follows that can stand behind a string: writers forget to escape.
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

// word reads what stands without quotes.
func (r *reader) word(i int) int {
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

// afterComment returns where the comment that begins at i ends; without one, what follows i.
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
