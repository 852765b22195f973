package hidden

import (
	"strconv"
	"strings"

	"golang.org/x/net/html/atom"
)

// place is what a selector says of the place of an element among those of its parent: it is one of the numbers a·n+b, n from 0 on, counted from
// 1, from the last or among those of its tag.
type place struct {
	a, b         int
	last, ofType bool
}

// has reports whether a place is one of the numbers.
func (p *place) has(n int) bool {
	if p.a == 0 {
		return n == p.b
	}
	return (n-p.b)%p.a == 0 && (n-p.b)/p.a >= 0
}

// places are the pseudo-classes of places without an argument.
var places = map[string][]place{
	"first-child":   {{b: 1}},
	"last-child":    {{b: 1, last: true}},
	"only-child":    {{b: 1}, {b: 1, last: true}},
	"first-of-type": {{b: 1, ofType: true}},
	"last-of-type":  {{b: 1, last: true, ofType: true}},
	"only-of-type":  {{b: 1, ofType: true}, {b: 1, last: true, ofType: true}},
}

// placesOf are those with a number as their argument.
var placesOf = map[string]place{
	"nth-child": {}, "nth-last-child": {last: true}, "nth-of-type": {ofType: true}, "nth-last-of-type": {last: true, ofType: true},
}

// attributesOf are the pseudo-classes that attributes decide while readers do nothing.
var attributesOf = map[string]string{"link": "href", "any-link": "href", "checked": "checked", "disabled": "disabled", "required": "required", "open": "open"}

// pseudo reads a pseudo-class: places, states, :is, :where and :not of compounds, and the root.
func (r *selectorReader) pseudo(c *compound) bool {
	r.at++
	name := strings.ToLower(r.name())
	argument, bracketed := r.brackets()
	if !bracketed {
		r.weight += 100
		return c.addPseudo(name)
	}
	if p, ok := placesOf[name]; ok {
		r.weight += 100
		if p.a, p.b, ok = numbersOf(strings.ToLower(argument)); ok {
			c.places = append(c.places, p)
		}
		return ok
	}
	list, ok := r.inside(argument, name == "where")
	switch name {
	case "is", "where", "matches", "-webkit-any":
		c.any = append(c.any, list)
	case "not":
		c.none = append(c.none, list...)
	default:
		return false
	}
	return ok
}

// addPseudo adds a pseudo-class without an argument.
func (c *compound) addPseudo(name string) bool {
	switch name {
	case "root":
		c.tag = atom.Html
	case "hover", "active", "focus", "focus-within", "focus-visible", "target", "target-within", "visited", "fullscreen", "popover-open", "empty":
		c.never = true
	default:
		if a, ok := attributesOf[name]; ok {
			c.having = append(c.having, attribute{name: a})
			return true
		}
		list, ok := places[name]
		c.places = append(c.places, list...)
		return ok
	}
	return true
}

// brackets reads what is in the brackets that begin here.
func (r *selectorReader) brackets() (inside string, ok bool) {
	if r.at >= len(r.s) || r.s[r.at] != '(' {
		return "", false
	}
	depth := 0
	for end := r.at; end < len(r.s); end++ {
		switch r.s[end] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				inside, r.at = r.s[r.at+1:end], end+1
				return inside, true
			}
		}
	}
	return "", false
}

// numbersOf reads an argument of :nth-child, such as 2n+1 or odd.
func numbersOf(s string) (a, b int, ok bool) {
	s = strings.ReplaceAll(s, " ", "")
	switch s {
	case "odd":
		return 2, 1, true
	case "even":
		return 2, 0, true
	}
	before, after, found := strings.Cut(s, "n")
	if !found {
		b, err := strconv.Atoi(s)
		return 0, b, err == nil
	}
	switch before {
	case "", "+":
		a = 1
	case "-":
		a = -1
	default:
		n, err := strconv.Atoi(before)
		if err != nil {
			return 0, 0, false
		}
		a = n
	}
	if after == "" {
		return a, 0, true
	}
	b, err := strconv.Atoi(after)
	return a, b, err == nil
}

// inside reads a list of compounds in brackets.
func (r *selectorReader) inside(s string, weightless bool) (list []compound, ok bool) {
	most := 0
	for n := 0; s != ""; n++ {
		var one string
		one, s = cutSelector(s)
		inner := selectorReader{s: strings.TrimSpace(one)}
		c, ok := inner.compound()
		if !ok || inner.at < len(inner.s) || n == maxInside {
			return nil, false
		}
		list = append(list, c)
		most = max(most, inner.weight)
	}
	if !weightless {
		r.weight += most
	}
	return list, len(list) > 0
}
