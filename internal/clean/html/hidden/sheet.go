package hidden

import (
	"slices"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
)

const (
	// maxSheets is how many bytes of style sheets are read of one page.
	maxSheets = 1 << 20

	// maxRules is how many rules that can hide text are kept of one page, maxAlike how many for one class, id or tag.
	maxRules = 4096
	maxAlike = 16

	// maxSelector is the greatest length in bytes of a selector that is read, maxSelectors the number of those of one rule.
	maxSelector  = 200
	maxSelectors = 64
)

// rule is a selector and its declarations. The selector is a compound of one element: all of tag, id and classes.
type rule struct {
	tag     dom.Tag // 0 for any
	id      string
	classes []string
	weight  int // specificity
	declared
}

// sheet is what the style elements of a page say, by the first class, else the id, else the tag of the selector.
type sheet struct {
	byClass, byID map[string][]int32
	byTag         map[dom.Tag][]int32
	rules         []rule
	unread        bool // a rule with another selector sets a background
}

// find adds the rules of a style sheet. Those for other media than screens do not count, and neither do those whose
// selectors look at more than one element or at its state.
func (s *sheet) read(css string, stop func(int) bool) {
	for css != "" && !stop(64) {
		css = strings.TrimLeft(css, " \t\r\n\f}")
		switch {
		case strings.HasPrefix(css, "/*"):
			_, css, _ = strings.Cut(css[2:], "*/")
		case strings.HasPrefix(css, "<!--") || strings.HasPrefix(css, "-->"):
			css = css[3:]
		case strings.HasPrefix(css, "@"):
			css = s.atRule(css)
		default:
			selectors, rest, ok := strings.Cut(css, "{")
			if !ok {
				return
			}
			body, rest, _ := strings.Cut(rest, "}")
			css = rest
			stop(len(selectors) + len(body))
			s.add(selectors, body)
		}
	}
}

// atRule returns what follows an at-rule. Those inside a rule for screens of any size are read as if they stood outside.
func (s *sheet) atRule(css string) string {
	open, end := strings.IndexByte(css, '{'), strings.IndexByte(css, ';')
	if open < 0 || end >= 0 && end < open {
		if end < 0 {
			return ""
		}
		return css[end+1:]
	}
	switch query := strings.Join(strings.Fields(strings.ToLower(css[:open])), " "); query {
	case "@media screen", "@media all", "@media all, screen", "@media screen, all", "@media only screen":
		return css[open+1:]
	}
	depth := 0
	for i := open; i < len(css); i++ {
		switch css[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return css[i+1:]
			}
		}
	}
	return ""
}

// add keeps a rule for each of its selectors that can be read.
func (s *sheet) add(selectors, body string) {
	d := declarations(body)
	set := d.normal.set | d.important.set
	if set == 0 {
		return
	}
	for n := 0; n < maxSelectors && selectors != ""; n++ {
		var one string
		one, selectors, _ = strings.Cut(selectors, ",")
		r, ok := selector(strings.TrimSpace(one))
		if !ok {
			s.unread = s.unread || set&painted != 0
			continue
		}
		if len(s.rules) == maxRules {
			return
		}
		r.declared = d
		s.rules = append(s.rules, r)
		s.index(int32(len(s.rules)-1), &r) //nolint:gosec // at most maxRules
	}
}

func (s *sheet) index(i int32, r *rule) {
	switch {
	case len(r.classes) > 0:
		put(&s.byClass, r.classes[0], i)
	case r.id != "":
		put(&s.byID, r.id, i)
	default:
		put(&s.byTag, r.tag, i)
	}
}

// put appends i to the list under a key. Where a list is full, its last rule makes room: later rules win over earlier ones.
func put[K comparable](m *map[K][]int32, key K, i int32) {
	if *m == nil {
		*m = map[K][]int32{}
	}
	list := (*m)[key]
	if len(list) == maxAlike {
		list = slices.Delete(list, 0, 1)
	}
	(*m)[key] = append(list, i)
}

// selector reads a compound selector, such as "p.note#first". Ancestors that every page has may precede it.
func selector(s string) (rule, bool) {
	for _, root := range [...]string{"html ", "body ", ":root "} {
		s = strings.TrimLeft(strings.TrimPrefix(s, root), " ")
	}
	var r rule
	if s == "" || len(s) > maxSelector || strings.ContainsAny(s, " >+~[:*\\") {
		return r, false
	}
	i := strings.IndexAny(s, ".#")
	if i < 0 {
		i = len(s)
	}
	if i > 0 {
		if r.tag = atom.Lookup([]byte(strings.ToLower(s[:i]))); r.tag == 0 {
			return r, false
		}
		r.weight = 1
	}
	for i < len(s) {
		n := strings.IndexAny(s[i+1:], ".#")
		if n < 0 {
			n = len(s) - i - 1
		}
		name := s[i+1 : i+1+n]
		if name == "" {
			return r, false
		}
		if s[i] == '#' {
			r.id = name
			r.weight += 10_000
		} else {
			r.classes = append(r.classes, name)
			r.weight += 100
		}
		i += 1 + n
	}
	return r, true
}

// matches reports whether an element that has the first class, the id or the tag of a rule has the rest too.
func (r *rule) matches(tag dom.Tag, id string, classes []string) bool {
	if r.tag != 0 && r.tag != tag || r.id != "" && r.id != id {
		return false
	}
	for _, c := range r.classes {
		if !slices.Contains(classes, c) {
			return false
		}
	}
	return true
}

// appendMatching appends the rules that match an element, the one that wins last.
func (s *sheet) appendMatching(list []*rule, tag dom.Tag, id string, classes []string) []*rule {
	take := func(candidates []int32) {
		for _, i := range candidates {
			if r := &s.rules[i]; r.matches(tag, id, classes) {
				list = append(list, r)
			}
		}
	}
	take(s.byTag[tag])
	for _, c := range classes {
		take(s.byClass[c])
	}
	if id != "" {
		take(s.byID[id])
	}
	slices.SortStableFunc(list, func(a, b *rule) int { return a.weight - b.weight })
	return list
}
