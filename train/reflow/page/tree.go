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

	skip bool // in what is never content: scripts, navigation, hidden parts
	pre  bool // in preformatted text
	link bool // in a link

	marked   bool // says of itself that it is the article
	chars    int  // characters of text inside, links included, skipped parts not
	linked   int  // of those, in links
	evidence float64
}

// pieceKind is what a piece of the page is.
type pieceKind uint8

const (
	textPiece pieceKind = iota
	lineEdge            // a line ends: a block begins or ends, or br
	cellEdge
	mailPiece // a protected address; its text is decoded
)

// piece is one part of the page, in order.
type piece struct {
	kind    pieceKind
	element int32
	text    string
}

// tree is a parsed page.
type tree struct {
	elements []element // 0 is the root
	pieces   []piece
	stack    []int32
	open     map[atom.Atom]int // how many of a tag are open
}

// parse reads the page.
func parse(ctx context.Context, page string) (*tree, error) {
	t := &tree{elements: make([]element, 1, 64+len(page)/200), open: map[atom.Atom]int{}}
	t.stack = append(t.stack, 0)
	pace := text.NewPace(ctx)
	z := html.NewTokenizer(strings.NewReader(page))
	at := 0
	for {
		kind := z.Next()
		raw := len(z.Raw())
		s := page[at : at+raw]
		at += raw
		if err := pace.Step(raw + 1); err != nil {
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
			t.start(z)
		case html.EndTagToken:
			name, _ := z.TagName()
			t.end(atom.Lookup(name))
		case html.CommentToken, html.DoctypeToken:
		}
	}
}

func (t *tree) top() int32 { return t.stack[len(t.stack)-1] }

// text takes in a run of text.
func (t *tree) text(s string) {
	e := &t.elements[t.top()]
	if e.skip {
		return
	}
	t.pieces = append(t.pieces, piece{kind: textPiece, element: t.top(), text: s})
	n := textLen(s)
	e.chars += n
	if e.link {
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
func (t *tree) start(z *html.Tokenizer) {
	name, more := z.TagName()
	tag := atom.Lookup(name)
	a := attributes(z, more)
	t.closeImplied(tag)
	t.edge(tag)
	if isVoid[tag] || tag == 0 {
		return // elements of unknown names are transparent: all share one tag, and their ends could not be distinguished
	}
	t.push(tag, a)
	if hidden := a.protected(); hidden != "" {
		if address := decodeEmail(hidden); address != "" && !t.elements[t.top()].skip {
			t.pieces = append(t.pieces, piece{kind: mailPiece, element: t.top(), text: address})
			t.elements[t.top()].skip = true // its text says only that the address is protected
		}
	}
}

// push makes an element below the top.
func (t *tree) push(tag atom.Atom, a attrs) {
	id := int32(len(t.elements)) //nolint:gosec // fewer than bytes
	e := t.elements[t.top()]
	e.tag, e.parent, e.last = tag, t.top(), id
	e.chars, e.linked, e.evidence = 0, 0, 0
	e.skip = e.skip || neverContent[tag] || a.hidden || a.furniture() && !keptAnyway[tag]
	e.pre = e.pre || tag == atom.Pre
	e.link = e.link || tag == atom.A
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
func (t *tree) end(tag atom.Atom) {
	if tag != 0 && t.open[tag] > 0 {
		for len(t.stack) > 1 {
			closed := t.elements[t.top()].tag
			t.pop()
			if closed == tag {
				break
			}
		}
	}
	t.edge(tag)
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

// edge notes where a line or cell begins or ends.
func (t *tree) edge(tag atom.Atom) {
	kind := lineEdge
	switch {
	case tag == atom.Td, tag == atom.Th:
		kind = cellEdge
	case !isBlock[tag] && tag != atom.Br:
		return
	}
	t.pieces = append(t.pieces, piece{kind: kind, element: t.top()})
}
