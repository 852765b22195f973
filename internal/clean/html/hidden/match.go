package hidden

import (
	"slices"
	"strings"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
)

const (
	// maxAround is how many elements around one are looked at for those that a selector names, and maxStarts how many bytes of a start tag for an
	// attribute.
	maxAround = 48
	maxStart  = 2048
)

// maxSteps is how many elements around one are looked at for all rules.
const maxSteps = 512

// appendMatching appends the rules that match element i, which has some classes, the one that wins last.
func (f *finder) appendMatching(list []*rule, i int32, id string, classes []string) []*rule {
	s := &f.sheet
	f.steps = maxSteps
	take := func(candidates []int32) {
		for _, k := range candidates {
			if r := &s.rules[k]; f.matches(i, r.parts) {
				list = append(list, r)
			}
		}
	}
	take(s.byTag[0])
	if tag := f.t.Nodes[i].Tag; tag != 0 {
		take(s.byTag[tag])
	}
	for _, c := range classes {
		take(s.byClass[c])
	}
	if id != "" {
		take(s.byID[id])
	}
	slices.SortStableFunc(list, func(a, b *rule) int { return a.weight - b.weight })
	return list
}

// matches reports whether an element and those around it are as a selector says.
func (f *finder) matches(i int32, parts []compound) bool {
	if !f.is(i, &parts[0]) {
		return false
	}
	for k := 1; k < len(parts); k++ {
		switch parts[k-1].join {
		case '>':
			i = f.t.Nodes[i].Parent
		case '+':
			i = f.panels.siblings[i]
		case '~':
			if i = f.before(i, &parts[k]); i == 0 {
				return false
			}
			continue
		default:
			if i = f.around(i, &parts[k]); i == 0 {
				return false
			}
			continue
		}
		if i == 0 || !f.is(i, &parts[k]) {
			return false
		}
	}
	return true
}

// around returns the nearest element around i that is as c says, 0 if there is none.
func (f *finder) around(i int32, c *compound) int32 {
	for range maxAround {
		if f.steps--; f.steps < 0 || f.stop(16) {
			return 0
		}
		if i = f.t.Nodes[i].Parent; i == 0 {
			return 0
		}
		if f.is(i, c) {
			return i
		}
	}
	return 0
}

// before returns the nearest element before i in its parent that is as c says, 0 if there is none.
func (f *finder) before(i int32, c *compound) int32 {
	for {
		if f.steps--; f.steps < 0 || f.stop(16) {
			return 0
		}
		if i = f.panels.siblings[i]; i == 0 || f.is(i, c) {
			return i
		}
	}
}

// is reports whether element i is as c says.
func (f *finder) is(i int32, c *compound) bool {
	if c.never || c.tag != 0 && c.tag != f.t.Nodes[i].Tag || c.id != "" && c.id != f.t.Raw(i, dom.ID) {
		return false
	}
	if c.name != "" && !f.isCalled(i, c.name) || !f.isAtAll(i, c.places) {
		return false
	}
	for _, one := range c.classes {
		if !hasClass(f.t.Raw(i, dom.Class), one) {
			return false
		}
	}
	for k := range c.having {
		if !f.has(i, &c.having[k]) {
			return false
		}
	}
	isOne := func(one compound) bool { return f.is(i, &one) }
	for _, list := range c.any {
		if !slices.ContainsFunc(list, isOne) {
			return false
		}
	}
	return !slices.ContainsFunc(c.none, isOne)
}

// hasClass reports whether a name is one of the words of a class.
func hasClass(class, name string) bool {
	class = class[:min(len(class), maxClass)]
	for at := 0; ; {
		n := strings.Index(class[at:], name)
		if n < 0 {
			return false
		}
		end := at + n + len(name)
		if (at+n == 0 || class[at+n-1] <= ' ') && (end == len(class) || class[end] <= ' ') {
			return true
		}
		at = end
	}
}

// has reports whether element i has an attribute as a says.
func (f *finder) has(i int32, a *attribute) bool {
	tag := f.t.Tag(i).Of(f.t.Page)
	tag = tag[:min(len(tag), maxStart)]
	if f.stop(len(tag)) {
		return false
	}
	value, ok := valueIn(tag, a.name)
	switch {
	case !ok || a.op == "":
		return ok
	case a.value == "":
		return a.op == "=" && value == ""
	}
	switch a.op {
	case "~":
		return hasClass(value, a.value)
	case "|":
		return value == a.value || strings.HasPrefix(value, a.value+"-")
	case "^":
		return strings.HasPrefix(value, a.value)
	case "$":
		return strings.HasSuffix(value, a.value)
	case "*":
		return strings.Contains(value, a.value)
	default:
		return value == a.value
	}
}

// valueIn returns the value of an attribute in a start tag.
func valueIn(tag, name string) (string, bool) {
	_, rest, _ := strings.Cut(tag, " ")
	for rest != "" {
		rest = strings.TrimLeft(rest, " \t\r\n\f/>")
		end := strings.IndexAny(rest, " \t\r\n\f=/>")
		if end < 0 {
			end = len(rest)
		}
		key, value := rest[:end], ""
		if rest = strings.TrimLeft(rest[end:], " \t\r\n\f"); strings.HasPrefix(rest, "=") {
			value, rest = cutValue(strings.TrimLeft(rest[1:], " \t\r\n\f"))
		}
		if strings.EqualFold(key, name) {
			return value, true
		}
	}
	return "", false
}

// cutValue cuts the value of an attribute off the front of s.
func cutValue(s string) (value, rest string) {
	if s != "" && (s[0] == '"' || s[0] == '\'') {
		value, rest, _ = strings.Cut(s[1:], s[:1])
		return value, rest
	}
	end := strings.IndexAny(s, " \t\r\n\f>")
	if end < 0 {
		return s, ""
	}
	return s[:end], s[end:]
}
