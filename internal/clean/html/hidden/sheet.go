package hidden

import (
	"slices"
	"strings"

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

	// maxNested is how deep rules in rules are read.
	maxNested = 4
)

// rule is a selector and its declarations.
type rule struct {
	selector
	declared
}

// sheet is what the style elements of a page say, by the first class, else the id, else the tag of the last element of the selector; those
// that have none of these are by tag 0.
type sheet struct {
	byClass, byID map[string][]int32
	byTag         map[dom.Tag][]int32
	rules         []rule
	variables     variables
	frames        frames
	unread        bool // a rule with another selector sets a background
}

// read adds the rules of a style sheet. Those for other media than screens do not count, and neither do those whose selectors look at the
// state of an element.
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
			css = s.rule(selectors, rest, 0, stop)
		}
	}
}

// rule reads the rule of some selectors, whose body css begins with, and those inside it. It returns what follows.
func (s *sheet) rule(selectors, css string, depth int, stop func(int) bool) (rest string) {
	for {
		end := strings.IndexAny(css, "{}")
		if end < 0 {
			return ""
		}
		body := css[:end]
		stop(len(selectors) + len(body))
		if css[end] == '}' {
			s.add(selectors, body)
			return css[end+1:]
		}
		inner := body[strings.LastIndexByte(body, ';')+1:]
		s.add(selectors, body[:len(body)-len(inner)])
		if depth == maxNested || stop(0) {
			return css[end+1:]
		}
		css = css[end+1:]
		switch at := strings.TrimSpace(inner); {
		case !strings.HasPrefix(at, "@"):
			css = s.rule(nested(selectors, inner), css, depth+1, stop)
		case isForAllScreens(at):
			css = s.rule(selectors, css, depth+1, stop)
		default:
			css = afterBlock(css)
		}
	}
}

// nested returns the selectors of a rule inside another.
func nested(outer, inner string) string {
	outer, _, _ = strings.Cut(outer, ",")
	outer = outer[:min(len(outer), maxSelector)]
	var b strings.Builder
	for one := range strings.SplitSeq(inner[:min(len(inner), maxSelector)], ",") {
		if one = strings.TrimSpace(one); strings.Contains(one, "&") {
			one = strings.Replace(one, "&", outer, 1)
		} else {
			one = outer + " " + one
		}
		b.WriteString(one + ",")
	}
	return b.String()
}

// atRule returns what follows an at-rule. Those inside a rule for screens of any size are read as if they stood outside.
func (s *sheet) atRule(css string) (rest string) {
	open, end := strings.IndexByte(css, '{'), strings.IndexByte(css, ';')
	if open < 0 || end >= 0 && end < open {
		if end < 0 {
			return ""
		}
		return css[end+1:]
	}
	if isForAllScreens(css[:open]) {
		return css[open+1:]
	}
	rest = afterBlock(css[open+1:])
	s.frames.read(css[:open], css[open+1:len(css)-len(rest)], s.variables)
	return rest
}

// afterBlock returns what follows the block that css is in.
func afterBlock(css string) string {
	depth := 1
	for i := range len(css) {
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
	if strings.Contains(body, "--") && isOfRoot(selectors) {
		s.variables.read(body)
	}
	d := s.variables.declarations(body)
	set := d.normal.set | d.important.set
	if set == 0 {
		return
	}
	for n := 0; n < maxSelectors && selectors != ""; n++ {
		var one string
		one, selectors = cutSelector(selectors)
		parsed, ok := parseSelector(strings.TrimSpace(one))
		if !ok {
			s.unread = s.unread || set&painted != 0
			continue
		}
		if len(s.rules) == maxRules {
			return
		}
		s.rules = append(s.rules, rule{parsed, d})
		s.index(int32(len(s.rules)-1), &parsed.parts[0]) //nolint:gosec // at most maxRules
	}
}

func (s *sheet) index(i int32, c *compound) {
	switch {
	case len(c.classes) > 0:
		put(&s.byClass, c.classes[0], i)
	case c.id != "":
		put(&s.byID, c.id, i)
	default:
		put(&s.byTag, c.tag, i)
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
