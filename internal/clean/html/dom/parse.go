package dom

import (
	"context"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/text"
)

// builder makes a tree.
type builder struct {
	t     *Tree
	stack []int32
	open  map[Tag]int // the number of open elements by tag

	edge   int32
	breaks uint8
	space  bool
	fresh  bool // no text since the last edge

	titleEnd int // the end tag of a title that was found last

	xml bool // whether the page says that it is XML

	pace *text.Pace
	err  error // that of the context, once it ended

	overflow
}

// Parse reads page, which is valid UTF-8 shorter than 2 GiB. The error is ctx.Err() if ctx ended first.
func Parse(ctx context.Context, page string) (*Tree, error) {
	b := builder{stack: append(make([]int32, 0, 64), 0), open: make(map[Tag]int, 64), pace: text.NewPace(ctx), xml: isXML(page)}
	b.limit = maxNodes(len(page))
	n := min(countStartTags(page)+1, b.limit)
	b.t = &Tree{Page: page, Nodes: make([]Node, 1, n), Texts: make([]Text, 0, n), attrs: make([]attr, 0, n/2)}
	if b.read(); b.err != nil {
		return nil, b.err
	}
	b.finish(len(page))
	return b.t, nil
}

// countStartTags returns the number of start tags in page, scripts included, so that a tree can be allocated at once.
func countStartTags(page string) int {
	n := 0
	for i := 0; ; i++ {
		next := strings.IndexByte(page[i:], '<')
		if i += next; next < 0 || i+1 == len(page) {
			return n
		}
		for i+2 < len(page) && page[i+1] == '<' {
			i++
		}
		if isLetter(page[i+1]) {
			n++
		}
	}
}

// read takes in the whole page, token by token (WHATWG, "Tokenization").
func (b *builder) read() {
	page := b.t.Page
	for i := 0; i < len(page) && b.err == nil; {
		from := i
		if i = markupAt(page, from); i > from {
			b.text(text.Span{Start: from, End: i})
		}
		if i < len(page) {
			i = b.markup(i)
		}
		b.stop(i - from)
	}
}

// stop counts n bytes of work, and reports whether the context has ended, so that the work is in vain.
func (b *builder) stop(n int) bool {
	if b.err == nil {
		b.err = b.pace.Step(n)
	}
	return b.err != nil
}

// markup takes in the markup that begins at i and returns the offset after it.
func (b *builder) markup(i int) int {
	page := b.t.Page
	switch c := page[i+1]; {
	case isLetter(c):
		return b.startTag(i)
	case c == '/' && isLetter(page[i+2]):
		first := len(b.t.attrs)
		k, ok := b.readTag(i, i+2)
		b.t.attrs = b.t.attrs[:first]
		if !ok {
			return len(page)
		}
		b.end(tagOf(k.name.Of(page)), k.span)
		return k.span.End
	default:
		return declarationEnd(page, i)
	}
}

// startTag takes in the start tag at i, with its content if that is no markup, and returns the offset after it.
func (b *builder) startTag(i int) int {
	page := b.t.Page
	first := int32(len(b.t.attrs)) //nolint:gosec // fewer than the page has bytes of the page, which is below 2 GiB
	k, ok := b.readTag(i, i+1)
	if !ok {
		return len(page)
	}
	tag := tagOf(k.name.Of(page))
	foreign := b.start(tag, k, first)
	if !rawTags[tag] || foreign && k.selfClosing {
		return k.span.End
	}
	if k.selfClosing && b.xml { // a whole element in XML: "<script/>"; browsers of HTML take all that follows for its content
		b.end(tag, text.Span{Start: k.span.End, End: k.span.End})
		return k.span.End
	}
	end := b.rawEnd(tag, k.span.End)
	if end > k.span.End {
		b.text(text.Span{Start: k.span.End, End: end})
	}
	if tag == atom.Title && end != b.titleEnd {
		b.end(tag, text.Span{Start: end, End: end})
	}
	return end
}

func (b *builder) top() int32 { return b.stack[len(b.stack)-1] }

// text takes in a run of characters.
func (b *builder) text(s text.Span) {
	t := b.t
	top := b.top()
	n := &t.Nodes[top]
	switch {
	case b.hidden > 0:
		return
	case n.In&Skip != 0:
		b.data(n.Tag, top, s)
		return
	}
	trimmed := text.Trim(t.Page, s)
	switch {
	case trimmed.Empty():
		b.space = true
		if n.In&Pre != 0 {
			b.add(top, s)
		}
	case n.In&Pre != 0:
		b.add(top, s)
	default:
		b.space = b.space || trimmed.Start > s.Start
		b.add(top, trimmed)
		b.space = s.End > trimmed.End
	}
}

// data keeps the content of scripts and of the title, which are not read as text.
func (b *builder) data(tag Tag, node int32, s text.Span) {
	switch {
	case tag == atom.Script:
		b.t.Scripts = append(b.t.Scripts, Script{node, s})
	case tag == atom.Style:
		b.t.Styles = append(b.t.Styles, Sheet{node, s})
	case tag == atom.Title && b.t.Title.Empty() && b.t.Nodes[node].In&Vector == 0:
		b.t.Title = s
	}
}

func (b *builder) add(parent int32, s text.Span) {
	b.t.Texts = append(b.t.Texts, Text{
		Parent: parent, Start: int32(s.Start), End: int32(s.End), //nolint:gosec // pages are below 2 GiB
		Edge: b.edge, Breaks: b.breaks, Space: b.space,
	})
	b.breaks, b.space, b.fresh = 0, false, false
}

// boundary records the start or end of a block.
func (b *builder) boundary() {
	if !b.fresh {
		b.edge++
		b.fresh = true
	}
	b.breaks, b.space = 0, false
}

// start opens the element of the start tag k, whose attributes begin at first, and reports whether it is of SVG or MathML.
func (b *builder) start(tag Tag, k token, first int32) (foreign bool) {
	of := traitsOf[tag]
	if len(b.t.Nodes) >= b.limit {
		b.t.attrs = b.t.attrs[:first]
		return b.pass(tag, of, k)
	}
	b.closeImplied(tag, of, k.span.Start)
	if of&block != 0 && b.t.Nodes[b.top()].In&Skip == 0 {
		b.boundary()
	}
	if tag == atom.Br && b.breaks < 3 {
		b.breaks++
	}
	id := b.push(tag, of, k.span, first)
	foreign = b.t.Nodes[id].In&(Vector|Math) != 0
	if of&void != 0 || k.selfClosing && foreign {
		b.pop(k.span.End)
	}
	return foreign
}

// push adds an element inside the one on top of the stack.
func (b *builder) push(tag Tag, of traits, s text.Span, firstAttr int32) int32 {
	t := b.t
	id := int32(len(t.Nodes)) //nolint:gosec // fewer than the page has bytes of the page, which is below 2 GiB
	parent := b.top()
	n := Node{
		Tag: tag, Parent: parent, End: id + 1, Open: int32(s.Start), Close: int32(s.End), //nolint:gosec // pages are below 2 GiB
		FirstText: int32(len(t.Texts)), EndText: int32(len(t.Texts)), //nolint:gosec // fewer than the page has bytes of the page
		Block: t.Nodes[parent].Block, In: t.Nodes[parent].In | ofTag[tag],
		attr: firstAttr, attrs: uint16(len(t.attrs) - int(firstAttr)), //nolint:gosec // at most one for each Key
	}
	if of&block != 0 && t.Nodes[parent].In&Skip == 0 {
		n.Block = id
	}
	t.Nodes = append(t.Nodes, n)
	if n.attrs > 0 {
		t.mark(id)
	}
	b.stack = append(b.stack, id)
	b.open[tag]++
	return id
}

// mark sets the bits of an element that its attributes imply.
func (t *Tree) mark(id int32) {
	n := &t.Nodes[id]
	in := n.In
	for _, a := range t.attrs[n.attr : n.attr+int32(n.attrs)] {
		v := t.Page[a.start:a.end]
		switch a.key { //nolint:exhaustive // the others imply nothing
		case Role:
			in |= ofRole[strings.ToLower(strings.TrimSpace(v))]
		case HiddenAttr:
			in |= Hidden
		case AriaHidden:
			if v == "true" {
				in |= Hidden
			}
		case Style:
			if invisible(v) {
				in |= Hidden
			}
		case Itemprop:
			if strings.EqualFold(v, "articleBody") {
				in |= Body
			}
		case Href:
			if n.Tag == atom.A {
				in |= Link
			}
		case Rel:
			if n.Tag == atom.Link && strings.Contains(strings.ToLower(v), "stylesheet") {
				t.ForeignStyles = true
			}
		case ShadowRoot: // its content is shown
			in = in&^Skip | t.Nodes[n.Parent].In
		}
	}
	n.In = in
}

// invisible reports whether a style hides its element.
func invisible(style string) bool {
	for {
		i := strings.IndexByte(style, ':')
		if i < 0 {
			return false
		}
		name := strings.TrimRight(style[:i], " \t\n")
		value := strings.TrimLeft(style[i+1:], " \t\n")
		if hasSuffixFold(name, "display") && hasPrefixFold(value, "none") || hasSuffixFold(name, "visibility") && hasPrefixFold(value, "hidden") {
			return true
		}
		style = value
	}
}

// pop closes the element on top; its end tag, or the tag that closed it, begins at offset at.
func (b *builder) pop(at int) {
	id := b.top()
	b.stack = b.stack[:len(b.stack)-1]
	n := &b.t.Nodes[id]
	b.open[n.Tag]--
	n.End = int32(len(b.t.Nodes))     //nolint:gosec // fewer than the page has bytes
	n.EndText = int32(len(b.t.Texts)) //nolint:gosec // fewer than the page has bytes
	n.EndTag = int32(at)              //nolint:gosec // fewer than the page has bytes
	if n.Block == id {
		b.boundary()
	}
}

func (b *builder) finish(at int) {
	for len(b.stack) > 1 {
		b.pop(at)
	}
	root := &b.t.Nodes[0]
	root.End, root.EndText, root.EndTag = int32(len(b.t.Nodes)), int32(len(b.t.Texts)), int32(at) //nolint:gosec // fewer than the page has bytes
}
