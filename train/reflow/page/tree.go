package page

import (
	"context"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/text"
)

// element is one element of the page. What it inherits is copied from its parent when it opens.
type element struct {
	tag    atom.Atom
	parent int32
	last   int32 // the last element inside, or itself: elements stand in document order

	skip    bool // in what is never content: scripts, navigation, hidden parts
	pre     bool // in preformatted text
	quote   bool
	caption bool
	table   int32 // the table it is in, or 0
	link    int32 // the link it is in, or 0
	depth   int32 // of lists
	block   int32 // the nearest element that makes a block
	level   int32 // of the heading it is in, or 0

	href     string
	marked   bool // says of itself that it is the article
	chars    int  // characters of text inside, links included, skipped parts not
	linked   int  // of those, in links
	evidence float64
}

// pieceKind is what a piece of the page is.
type pieceKind uint8

const (
	textPiece pieceKind = iota
	blockEdge           // a block begins or ends
	lineBreak
	cellEdge
	mailPiece // a protected address; its text is decoded
)

// piece is one part of the page, in order.
type piece struct {
	kind    pieceKind
	element int32
	span    text.Span // in the page
	decoded string    // of a mailPiece
}

// tree is a parsed page.
type tree struct {
	page     string
	elements []element // 0 is the root
	pieces   []piece
	facts    []text.Fact
	stack    []int32
	open     map[atom.Atom]int // how many of a tag are open
	inTitle  bool
}

// parse reads the page.
func parse(ctx context.Context, page string) (*tree, error) {
	t := &tree{page: page, elements: make([]element, 1, 64+len(page)/200), open: map[atom.Atom]int{}}
	t.stack = append(t.stack, 0)
	pace := text.NewPace(ctx)
	z := html.NewTokenizer(strings.NewReader(page))
	at := 0
	for {
		kind := z.Next()
		n := len(z.Raw())
		s := text.Span{Start: at, End: at + n}
		at = s.End
		if err := pace.Step(n + 1); err != nil {
			return nil, err
		}
		switch kind {
		case html.ErrorToken:
			for len(t.stack) > 1 {
				t.pop()
			}
			t.elements[0].last = int32(len(t.elements) - 1) //nolint:gosec // fewer than bytes
			return t, nil
		case html.TextToken:
			t.text(s)
		case html.StartTagToken, html.SelfClosingTagToken:
			t.start(z, s)
		case html.EndTagToken:
			name, _ := z.TagName()
			t.end(atom.Lookup(name), s)
		case html.CommentToken, html.DoctypeToken:
		}
	}
}

func (t *tree) top() int32 { return t.stack[len(t.stack)-1] }

// text takes in a run of text.
func (t *tree) text(s text.Span) {
	e := &t.elements[t.top()]
	switch {
	case e.tag == atom.Script:
		t.script(s)
	case e.tag == atom.Title && !t.inTitle:
		t.inTitle = true
		t.fact("title", html.UnescapeString(s.Of(t.page)), "title", s)
	}
	if e.skip {
		return
	}
	t.pieces = append(t.pieces, piece{kind: textPiece, element: t.top(), span: s})
	n := textLen(s.Of(t.page))
	e.chars += n
	if e.link != 0 {
		e.linked += n
	}
}

// textLen counts the bytes of s that are not white space.
func textLen(s string) int {
	n := 0
	for i := range len(s) {
		if s[i] > ' ' {
			n++
		}
	}
	return n
}

// start opens an element.
func (t *tree) start(z *html.Tokenizer, s text.Span) {
	name, more := z.TagName()
	tag := atom.Lookup(name)
	a := attributes(z, more)
	t.closeImplied(tag)
	t.edge(tag, s)
	switch tag { //nolint:exhaustive // all others need nothing
	case atom.Meta, atom.Link, atom.Time:
		t.metaFact(tag, a, s)
	case atom.Html:
		t.fact("lang", a.lang, "html", s)
	}
	if isVoid[tag] || tag == 0 {
		return // elements of unknown names are transparent: all share one tag, and their ends could not be told apart
	}
	t.push(tag, a)
	if hidden := a.protected(); hidden != "" {
		if address := decodeEmail(hidden); address != "" && !t.elements[t.top()].skip {
			t.pieces = append(t.pieces, piece{kind: mailPiece, element: t.top(), span: s, decoded: address})
			t.elements[t.top()].skip = true // what stands inside says only that the address is protected
		}
	}
}

// push makes an element below the top.
func (t *tree) push(tag atom.Atom, a attrs) {
	id := int32(len(t.elements)) //nolint:gosec // fewer than bytes
	e := t.elements[t.top()]
	e.tag, e.parent, e.last = tag, t.top(), id
	e.chars, e.linked, e.evidence, e.href, e.marked = 0, 0, 0, "", false
	e.skip = e.skip || neverContent[tag] || a.hidden || a.furniture() && !keptAnyway[tag]
	switch {
	case isBlock[tag]:
		e.block = id
		e.level = headingLevel(tag)
	case tag == atom.A:
		e.link, e.href = id, a.href
	}
	switch tag { //nolint:exhaustive // all others need nothing
	case atom.Pre:
		e.pre = true
	case atom.Blockquote:
		e.quote = true
	case atom.Figcaption, atom.Caption:
		e.caption = true
	case atom.Table:
		e.table = id
	case atom.Ul, atom.Ol:
		e.depth++
	}
	e.marked = tag == atom.Article || tag == atom.Main || a.article
	t.elements = append(t.elements, e)
	t.stack = append(t.stack, id)
	t.open[tag]++
}

func (t *tree) pop() {
	id := t.top()
	t.stack = t.stack[:len(t.stack)-1]
	t.open[t.elements[id].tag]--
	t.elements[id].last = int32(len(t.elements) - 1) //nolint:gosec // fewer than bytes
}

// end closes an element and what was left open in it. An end without a start is ignored, so that closing costs no
// more than opening did.
func (t *tree) end(tag atom.Atom, s text.Span) {
	if tag != 0 && t.open[tag] > 0 {
		for len(t.stack) > 1 {
			closed := t.elements[t.top()].tag
			t.pop()
			if closed == tag {
				break
			}
		}
	}
	t.edge(tag, s)
}

// closeImplied closes what a start tag ends without saying so.
func (t *tree) closeImplied(tag atom.Atom) {
	top := t.elements[t.top()].tag
	switch {
	case top == atom.P && isBlock[tag],
		top == atom.Li && tag == atom.Li,
		(top == atom.Td || top == atom.Th) && (tag == atom.Td || tag == atom.Th || tag == atom.Tr),
		top == atom.Option && tag == atom.Option,
		(top == atom.Dt || top == atom.Dd) && (tag == atom.Dt || tag == atom.Dd):
		t.pop()
	}
}

// edge notes where a block or line begins or ends.
func (t *tree) edge(tag atom.Atom, s text.Span) {
	kind := blockEdge
	switch {
	case tag == atom.Br:
		kind = lineBreak
	case tag == atom.Td, tag == atom.Th:
		kind = cellEdge
	case !isBlock[tag]:
		return
	}
	t.pieces = append(t.pieces, piece{kind: kind, element: t.top(), span: s})
}
