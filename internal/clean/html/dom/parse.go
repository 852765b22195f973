package dom

import (
	"context"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/text"
)

// builder makes a tree.
type builder struct {
	t     *Tree
	stack []int32
	open  map[Tag]int // how many of a tag are open

	edge   int32
	breaks uint8
	space  bool
	fresh  bool // no text since the last edge
	pace   *text.Pace
	inside bool // in a noscript
}

// Parse reads page, which is valid UTF-8 shorter than 2 GiB. The error is ctx.Err() if ctx ended first.
func Parse(ctx context.Context, page string) (*Tree, error) {
	t := &Tree{Page: page, Nodes: make([]Node, 1, 64+len(page)/160), Texts: make([]Text, 0, 64+len(page)/400)}
	t.attrs = make([]attr, 0, 64+len(page)/160)
	b := builder{t: t, stack: append(make([]int32, 0, 64), 0), open: make(map[Tag]int, 64), pace: text.NewPace(ctx)}
	if err := b.read(text.Span{End: len(page)}); err != nil {
		return nil, err
	}
	b.finish(len(page))
	return t, nil
}

// read takes in the part s of the page.
func (b *builder) read(s text.Span) error {
	for at := s.Start; at < s.End; {
		next, err := b.tokens(text.Span{Start: at, End: s.End})
		if err != nil {
			return err
		}
		at = b.raw(text.Span{Start: next, End: s.End})
	}
	return nil
}

// tokens takes in the tokens of s up to the start of a script or style sheet, and returns where that is, or the end of s.
func (b *builder) tokens(s text.Span) (int, error) {
	z := html.NewTokenizer(strings.NewReader(s.Of(b.t.Page)))
	for at := s.Start; ; {
		kind := z.Next()
		s := text.Span{Start: at, End: at + len(z.Raw())}
		at = s.End
		if err := b.pace.Step(s.Len() + 1); err != nil {
			return at, err
		}
		switch kind {
		case html.ErrorToken:
			return at, nil
		case html.TextToken:
			if err := b.text(s); err != nil {
				return at, err
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			tag := atom.Lookup(name)
			b.start(tag, s, len(name), kind == html.SelfClosingTagToken)
			if rawTags[tag] && b.rawEnd(tag, at) > at {
				return at, nil
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			b.end(atom.Lookup(name), s)
		case html.CommentToken, html.DoctypeToken:
		}
	}
}

func (b *builder) top() int32 { return b.stack[len(b.stack)-1] }

// text takes in a run of characters.
func (b *builder) text(s text.Span) error {
	t := b.t
	top := b.top()
	n := &t.Nodes[top]
	if n.In&Skip != 0 {
		b.data(n.Tag, top, s)
		return nil
	}
	if n.Tag == atom.Noscript && !b.inside { // the tokenizer takes all of it for text
		b.inside = true
		defer func() { b.inside = false }()
		return b.read(s)
	}
	trimmed := text.Trim(t.Page, s)
	if trimmed.Empty() {
		b.space = true
		if n.In&Pre != 0 {
			b.add(top, s)
		}
		return nil
	}
	if n.In&Pre == 0 {
		b.space = b.space || trimmed.Start > s.Start
		b.add(top, trimmed)
		b.space = s.End > trimmed.End
		return nil
	}
	b.add(top, s)
	return nil
}

// data keeps what stands in elements that are not read as text.
func (b *builder) data(tag Tag, node int32, s text.Span) {
	switch {
	case tag == atom.Script:
		b.t.Scripts = append(b.t.Scripts, Script{node, s})
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

// boundary notes the edge of a block.
func (b *builder) boundary() {
	if !b.fresh {
		b.edge++
		b.fresh = true
	}
	b.breaks, b.space = 0, false
}

// start opens an element.
func (b *builder) start(tag Tag, s text.Span, nameLen int, selfClosing bool) {
	of := traitsOf[tag]
	b.closeImplied(tag, of, s.Start)
	if of&block != 0 && b.t.Nodes[b.top()].In&Skip == 0 {
		b.boundary()
	}
	if tag == atom.Br && b.breaks < 3 {
		b.breaks++
	}
	id := b.push(tag, of, s, nameLen)
	if of&void != 0 || selfClosing && b.t.Nodes[id].In&(Vector|Math) != 0 {
		b.pop(s.End)
	}
}

// push makes an element below the top.
func (b *builder) push(tag Tag, of traits, s text.Span, nameLen int) int32 {
	t := b.t
	id := int32(len(t.Nodes)) //nolint:gosec // fewer than bytes
	parent := b.top()
	n := Node{
		Tag: tag, Parent: parent, End: id + 1, Open: int32(s.Start), Close: int32(s.End), //nolint:gosec // pages are below 2 GiB
		FirstText: int32(len(t.Texts)), EndText: int32(len(t.Texts)), //nolint:gosec // as above
		Block: t.Nodes[parent].Block, In: t.Nodes[parent].In | ofTag[tag],
	}
	if of&block != 0 && t.Nodes[parent].In&Skip == 0 {
		n.Block = id
	}
	n.attr, n.attrs = t.readAttributes(s, nameLen)
	t.Nodes = append(t.Nodes, n)
	if n.attrs > 0 {
		t.mark(id)
	}
	b.stack = append(b.stack, id)
	b.open[tag]++
	return id
}

// mark notes what an element is by its attributes.
func (t *Tree) mark(id int32) {
	n := &t.Nodes[id]
	in := n.In
	for _, a := range t.attrs[n.attr : n.attr+int32(n.attrs)] {
		v := t.Page[a.start:a.end]
		switch a.key { //nolint:exhaustive // the others say nothing
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
		case ShadowRoot: // what is inside stands on the page
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

func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

func hasSuffixFold(s, suffix string) bool {
	return len(s) >= len(suffix) && strings.EqualFold(s[len(s)-len(suffix):], suffix)
}

// pop closes the element on top; at is where its end tag begins, or what closed it.
func (b *builder) pop(at int) {
	id := b.top()
	b.stack = b.stack[:len(b.stack)-1]
	n := &b.t.Nodes[id]
	b.open[n.Tag]--
	n.End = int32(len(b.t.Nodes))     //nolint:gosec // fewer than bytes
	n.EndText = int32(len(b.t.Texts)) //nolint:gosec // as above
	n.EndTag = int32(at)              //nolint:gosec // as above
	if n.Block == id {
		b.boundary()
	}
}

func (b *builder) finish(at int) {
	for len(b.stack) > 1 {
		b.pop(at)
	}
	root := &b.t.Nodes[0]
	root.End, root.EndText, root.EndTag = int32(len(b.t.Nodes)), int32(len(b.t.Texts)), int32(at) //nolint:gosec // as above
}
