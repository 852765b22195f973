package hidden

import (
	"context"
	"html"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/text"
)

// finder looks at one page.
type finder struct {
	t      *dom.Tree
	rules  text.RuleSet
	sheet  sheet
	states []state // by element
	panels panels
	loads  bool  // nearly all of the page is invisible until scripts have run
	chosen []int // by number of texts: how many bytes of those before are content by the choice of content

	fallback bool // what is for readers without scripts is the page's content

	classes  []string // scratch
	matching []*rule  // scratch
	steps    int      // that matching may still go from the element that is looked at
	numbers  numbers  // empty until a selector asks for them

	pace *text.Pace
	err  error // that of the context, once it ended
}

// state is what an element passes on to those inside.
type state struct {
	hidden     dom.Part // how its box is hidden, 0 if it is not
	unseen     bool     // visibility: hidden
	tiny       bool     // letters without size
	away       bool     // text-indent leads off the screen
	clear      bool     // letters without colour
	colour     rgba     // of letters
	filled     rgba     // of letters, if it is known: it wins over colour
	background rgba
	backed     bool   // an element around it hides what is behind it
	window     window // what elements around it show of it
}

// Mark sets parts[i] for each text i that readers cannot see to the way in which it is hidden, if the rule for that is on,
// and sets dom.Unseen for the elements. The error is ctx.Err() if ctx ended first.
func Mark(ctx context.Context, t *dom.Tree, parts []dom.Part, rules text.RuleSet) error {
	f := finder{t: t, rules: rules, pace: text.NewPace(ctx)}
	left := maxSheets
	for _, s := range t.Styles {
		if left -= s.Span.Len(); left >= 0 && isMediaOfAll(t.Raw(s.Node, dom.Media)) {
			f.sheet.read(s.Span.Of(t.Page), f.stop)
		}
	}
	f.panels.find(t, f.stop)
	f.weighChoice(parts)
	f.findStates()
	f.count()
	for i := 1; i < len(t.Nodes) && !f.stop(4); i++ {
		if f.hides(int32(i)) != 0 {
			t.Nodes[i].In |= dom.Unseen
		}
	}
	for i := range min(len(parts), len(t.Texts)) {
		if f.stop(4) {
			break
		}
		if f.isFallback(int32(i)) && parts[i].Written() && rules.On(changes[0].Rule) {
			parts[i] = display
			continue
		}
		if p := f.hides(t.Texts[i].Parent); p != 0 && t.Nodes[t.Texts[i].Parent].In&dom.Math == 0 { // of a formula that for screen readers is written
			parts[i] = p
		}
	}
	if f.err == nil {
		f.err = ctx.Err()
	}
	return f.err
}

func (f *finder) stop(n int) bool {
	if f.err == nil {
		f.err = f.pace.Step(n)
	}
	return f.err != nil
}

// part returns how text in an element is hidden, 0 if it is not.
func (s *state) part() dom.Part {
	switch {
	case s.hidden != 0:
		return s.hidden
	case s.unseen:
		return visibility
	case s.tiny:
		return size
	case s.away:
		return offscreen
	case s.clear, s.letters().like(s.background):
		return colour
	default:
		return 0
	}
}

// letters is the colour of letters.
func (s *state) letters() rgba {
	if s.filled.known {
		return s.filled
	}
	return s.colour
}

// findStates goes through the elements from the first to the last.
func (f *finder) findStates() {
	t := f.t
	f.states = make([]state, len(t.Nodes))
	if !t.ForeignStyles && !f.sheet.unread {
		f.states[0].colour, f.states[0].background = black, white
	}
	for i := 1; i < len(t.Nodes) && !f.stop(64); i++ {
		n := &t.Nodes[i]
		s := &f.states[i]
		*s = f.states[n.Parent]
		f.own(int32(i), n, s)
	}
}

// loading is the number of texts from which on a page that shows less than 40 % of them is one that scripts will show.
const loading = 20

// count finds out whether nearly all of the page is invisible until scripts have run.
func (f *finder) count() {
	unseen, all := 0, 0
	for i := range f.t.Texts {
		parent := f.t.Texts[i].Parent
		if f.t.Nodes[parent].In&dom.Skip != 0 {
			continue
		}
		all++
		if p := f.states[parent].part(); p == visibility || p == opacity {
			unseen++
		}
	}
	f.loads = unseen >= loading && unseen*10 >= all*6
}

// hides returns how an element is hidden, by a rule that is on; 0 if it is not.
func (f *finder) hides(node int32) dom.Part {
	p := f.states[node].part()
	switch {
	case p == 0 || !f.rules.On(changes[p-display].Rule) || f.t.Nodes[node].In&dom.Skip != 0:
		return 0
	case f.loads && (p == visibility || p == opacity):
		return 0
	default:
		return p
	}
}

// maxClasses is how many classes of an element are looked at, maxClass how many bytes of them.
const maxClasses, maxClass = 24, 1024

// own adds to the state of an element's parent what its own style says.
func (f *finder) own(i int32, n *dom.Node, s *state) {
	t := f.t
	class, id := t.Raw(i, dom.Class), t.Raw(i, dom.ID)
	f.classes = f.classes[:0]
	for one := range strings.FieldsSeq(class[:min(len(class), maxClass)]) {
		if len(f.classes) < maxClasses {
			f.classes = append(f.classes, one)
		}
	}
	own := f.styleOf(i, n, id)
	if f.shownLater(i, n, &own, id) {
		own.hides &^= displayed | contents | visible | faded | moved | overflow
	}
	if s.hidden == 0 {
		s.hidden = f.boxOf(n, &own)
	}
	if s.hidden == 0 && (own.isBehind(s.backed) || s.window.pushes(&own)) {
		s.hidden = clip
	}
	if n.Tag != atom.Html && n.Tag != atom.Body { // their backgrounds are behind all that is on the page
		s.backed = own.backs(s.backed)
	}
	s.window.narrow(&own)
	s.inherit(&own)
}

// streamed is how the ids of elements begin that React sends hidden, for a script to put them in their place.
const streamed = "S:"

// shownLater reports whether an element is hidden only until the page has loaded, or until a reader opens it by what is
// visible.
func (f *finder) shownLater(i int32, n *dom.Node, own *style, id string) bool {
	closed := own.hides&(displayed|contents|visible) != 0 || own.hides&overflow != 0 && own.hides&(height|maxHeight) != 0
	switch {
	case own.hides == 0:
		return false
	case n.Tag == atom.Html || n.Tag == atom.Body || f.isPage(n, own.hides&displayed != 0):
		return true
	case closed && (strings.HasPrefix(id, streamed) || f.opens(i) || f.isContent(n, id)):
		return true
	default:
		return own.hides&(visible|faded|moved) != 0 && own.hides&displayed == 0 && (own.set&animated != 0 || own.set&moved != 0 && own.hides&moved == 0 || fadesIn(f.classes))
	}
}

// styleOf returns the style of an element: attributes of HTML, rules, the style attribute, and what is important of these.
func (f *finder) styleOf(i int32, n *dom.Node, id string) style {
	t := f.t
	var own style
	if f.isClosed(i, n) {
		own.set, own.hides = displayed, displayed
	}
	if v := t.Raw(i, dom.Bgcolor); v != "" {
		own.set, own.background = own.set|painted, oldColour(v)
	}
	if v := t.Raw(i, dom.Color); v != "" && n.Tag == atom.Font || v != "" && n.Tag == atom.Body {
		own.set, own.colour = own.set|coloured, oldColour(v)
	}
	f.matching = f.appendMatching(f.matching[:0], i, id, f.classes)
	var inline declared
	if v := t.Raw(i, dom.Style); v != "" {
		inline = f.sheet.variables.declarations(unescape(v))
	}
	for _, r := range f.matching {
		own.apply(&r.normal)
	}
	own.apply(&inline.normal)
	f.sheet.frames.settle(&own)
	for _, r := range f.matching {
		own.apply(&r.important)
	}
	own.apply(&inline.important)
	return own
}

// isClosed reports whether HTML itself does not display an element: it has the attribute hidden, or is a dialogue or popover that nobody has opened.
func (f *finder) isClosed(i int32, n *dom.Node) bool {
	if _, ok := f.t.Attr(i, dom.HiddenAttr); ok {
		return true
	}
	if _, ok := f.t.Attr(i, dom.Popover); ok {
		return true
	}
	_, open := f.t.Attr(i, dom.Open)
	return n.Tag == atom.Dialog && !open
}

// oldColour reads a colour of an attribute, where the mark before the digits may be left out.
func oldColour(v string) rgba {
	v = strings.ToLower(strings.TrimSpace(v))
	if c := parseColour(v); c.known {
		return c
	}
	return hexColour(v)
}

// unescape decodes character references and takes comments out of a style attribute.
func unescape(v string) string {
	if strings.IndexByte(v, '&') >= 0 {
		v = html.UnescapeString(v)
	}
	for strings.Contains(v, "/*") {
		before, rest, _ := strings.Cut(v, "/*")
		_, after, _ := strings.Cut(rest, "*/")
		v = before + " " + after
		if len(v) > 4096 {
			break
		}
	}
	return v
}

// inherit adds the properties that elements inside inherit.
func (s *state) inherit(own *style) {
	flag := func(p property, to *bool) {
		if own.set&p != 0 {
			*to = own.hides&p != 0
		}
	}
	flag(visible, &s.unseen)
	flag(fontSize, &s.tiny)
	flag(indented, &s.away)
	if own.hides&paintedAsText != 0 {
		s.background = s.colour
		if own.set&coloured != 0 {
			s.background = own.colour
		}
	} else if own.set&painted != 0 && !own.background.isTransparent() {
		s.background = own.background
		if own.set&paintedText != 0 && own.hides&paintedText != 0 {
			s.background = rgba{}
		}
	}
	if own.set&(coloured|fill) == 0 {
		return
	}
	if own.set&coloured != 0 {
		s.colour = own.colour
	}
	if own.set&fill != 0 {
		s.filled = own.filled
	}
	letters := s.letters()
	s.clear = letters.isTransparent()
	if own.hides&(paintedText|shadowed) != 0 {
		s.clear, s.colour, s.filled = false, rgba{}, rgba{} // the letters are shown in another way
	}
}

// boxOf returns how the box of an element is hidden by its own style, 0 if it is not.
func (f *finder) boxOf(n *dom.Node, own *style) dom.Part {
	hides := func(p property) bool { return own.hides&p == p }
	switch {
	case hides(displayed), hides(contents):
		return display
	case hides(faded):
		return opacity
	case hides(indentedRight) && hides(nowrap) && hides(overflow):
		return offscreen
	case hides(moved), own.hides&(marginLeft|marginTop) != 0:
		return offscreen
	case hides(positioned) && own.hides&(left|right|top|bottom) != 0, hides(fixed) && own.hides&(beyondSide|beyondEdge) != 0:
		return offscreen
	case hides(positioned) && hides(clipped), hides(clipPath), hides(masked):
		return clip
	case own.hides&(overflow|scrolled) != 0 && own.hides&(height|width|maxHeight|maxWidth|lineHeight) != 0, hides(squeezed):
		return size
	case forScreenReaders(f.classes) && !f.isAlone(n):
		return reader
	default:
		return 0
	}
}

// isAlone reports whether an element holds all of the text of a cell: there it says what a symbol means.
func (f *finder) isAlone(n *dom.Node) bool {
	parent := n.Parent
	for depth := 0; parent > 0 && depth < 4; depth++ {
		p := &f.t.Nodes[parent]
		if p.FirstText != n.FirstText || p.EndText != n.EndText {
			return false
		}
		if p.Tag == atom.Td || p.Tag == atom.Th {
			return true
		}
		parent = p.Parent
	}
	return false
}
