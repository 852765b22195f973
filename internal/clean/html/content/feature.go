package content

import (
	"math/bits"

	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
)

// Row is what the trees see of a block: Features numbers.
type Row [Features]int16

// row is a row that is being filled, from the left.
type row struct {
	v  *Row
	at int
}

func (r *row) put(n int) {
	r.v[r.at] = int16(max(-32768, min(n, 32767)))
	r.at++
}

func (r *row) share(part, whole int32) {
	if whole <= 0 {
		r.put(-1)
		return
	}
	r.put(int(int64(part) * 1000 / int64(whole)))
}

func (r *row) yes(b bool) {
	if b {
		r.put(1)
	} else {
		r.put(0)
	}
}

// score puts a sum of the lexicon, in hundredths of a log-odds.
func (r *row) score(sum int32) { r.put(int(sum / (LexiconScale / 100))) }

// Features is how many numbers describe a block.
const Features = ownFeatures + elementFeatures + containers*containerFeatures + neighbours*neighbourFeatures + placeFeatures + pageFeatures

// Rows describes all blocks.
func (p *Page) Rows(l Lexicon, k Kinds) []Row {
	p.scoreNames(l)
	p.kinds = p.guess(k)
	p.textScores = make([]int32, len(p.Blocks))
	for i := range p.Blocks {
		p.textScores[i] = p.scoreText(l, &p.Blocks[i])
	}
	rows := make([]Row, len(p.Blocks))
	for i := range rows {
		r := row{v: &rows[i]}
		p.ownText(&r, i)
		p.element(&r, i)
		p.container(&r, i)
		p.neighbour(&r, i)
		p.placed(&r, i)
		p.page(&r)
	}
	return rows
}

const ownFeatures = 32

// ownText describes a block's text.
func (p *Page) ownText(r *row, i int) {
	b := &p.Blocks[i]
	m := &b.text
	r.put(int(b.Chars))
	r.put(int(m.words))
	r.share(b.Linked, b.Chars)
	r.share(b.Chars, m.words*100)
	r.put(int(m.stops))
	r.share(m.stops, m.words)
	r.put(int(m.commas))
	r.share(m.capitals, m.words)
	r.share(m.allCapitals, m.words)
	r.share(m.numbers, m.words)
	r.share(m.short, m.words)
	r.share(m.digits, b.Chars)
	r.share(m.letters, b.Chars)
	r.put(int(m.bars))
	r.put(int(m.questions))
	r.put(int(m.money))
	r.put(int(m.at))
	r.yes(m.copyright)
	r.yes(m.year)
	r.put(int(m.longest))
	r.put(int(m.fragments))
	r.put(int(m.links))
	r.share(m.strong, b.Chars)
	r.share(m.emphasis, b.Chars)
	r.put(int(m.breaks))
	r.put(class(m.first))
	r.put(class(m.last))
	r.put(int(p.copies[i]))
	r.score(p.textScores[i])
	r.share(p.common(i, p.claims.titleSet), m.words)
	r.share(p.common(i, p.claims.descriptionSet), m.words)
	r.share(p.common(i, p.claims.bodySet), m.words)
}

// class sorts the first or last character of a text.
func class(c rune) int {
	switch {
	case c == '.' || c == '!' || c == '?' || c == '。' || c == '…':
		return 9
	case c == ':':
		return 8
	case c == '"' || c == '\'' || c == '”' || c == '“' || c == '’' || c == '»' || c == '«':
		return 7
	case c == ',' || c == ';':
		return 6
	case c == ')' || c == '(' || c == ']' || c == '[':
		return 5
	case '0' <= c && c <= '9':
		return 4
	case 'A' <= c && c <= 'Z':
		return 3
	case 'a' <= c && c <= 'z' || c >= 0xC0 && c != '»':
		return 2
	case c == '•' || c == '-' || c == '*' || c == '|' || c == '/' || c == '#' || c == '·' || c == '–':
		return 1
	default:
		return 0
	}
}

// contextBits are the contexts that are told, one by one.
var contextBits = []dom.Context{
	dom.Hidden, dom.Nav, dom.Header, dom.Footer, dom.Aside, dom.Main, dom.Article, dom.Section, dom.Body, dom.Form, dom.Control,
	dom.Dialog, dom.Table, dom.TableHead, dom.List, dom.Terms, dom.Pre, dom.Quote, dom.Figure, dom.Caption, dom.Summary, dom.Address,
	dom.Paragraph, dom.Time, dom.Code, dom.Fallback,
}

const elementFeatures = 26 + 13

// element describes the elements that a block stands in.
func (p *Page) element(r *row, i int) {
	t := p.Tree
	b := &p.Blocks[i]
	n := &t.Nodes[b.Node]
	in := t.Nodes[t.Texts[b.FirstText].Parent].In
	for _, bit := range contextBits {
		r.yes(in&bit != 0)
	}
	r.put(kindOf(n.Tag))
	r.put(dom.Level(n.Tag))
	r.put(kindOf(t.Nodes[n.Parent].Tag))
	depth, lists, tables, articles := 0, 0, 0, 0
	distance := -1
	for at := b.Node; at > 0; at = t.Nodes[at].Parent {
		depth++
		switch t.Nodes[at].Tag { //nolint:exhaustive // only these are counted
		case atom.Ul, atom.Ol:
			lists++
		case atom.Table:
			tables++
		case atom.Article:
			articles++
		}
		if distance < 0 && t.Nodes[at].In&(dom.Article|dom.Main) != t.Nodes[t.Nodes[at].Parent].In&(dom.Article|dom.Main) {
			distance = depth
		}
	}
	r.put(depth)
	r.put(lists)
	r.put(tables)
	r.put(articles)
	r.put(distance)
	r.score(p.own[b.Node])
	r.score(p.outer[b.Node])
	r.score(p.outer[b.Node] - p.outer[n.Parent])
	r.put(bits.OnesCount64(uint64(in)))
	r.put(int(p.twins[b.Node]))
}

// tagKinds sorts tags; all others are 0.
var tagKinds = map[dom.Tag]int{
	atom.P: 1, atom.Div: 2, atom.Li: 3, atom.Td: 4, atom.Th: 5, atom.H1: 6, atom.H2: 6, atom.H3: 6, atom.H4: 6,
	atom.H5: 6, atom.H6: 6, atom.Dd: 7, atom.Dt: 8, atom.Pre: 9, atom.Blockquote: 10, atom.Figcaption: 11,
	atom.Caption: 11, atom.Section: 12, atom.Article: 13, atom.Main: 14, atom.Header: 15, atom.Footer: 16,
	atom.Aside: 17, atom.Nav: 18, atom.Ul: 19, atom.Ol: 19, atom.Form: 20, atom.Fieldset: 20, atom.Body: 21,
	atom.Html: 21, atom.Address: 22, atom.Summary: 23, atom.Details: 23, atom.Figure: 24,
}

func kindOf(tag dom.Tag) int { return tagKinds[tag] }

const containerFeatures = 13

// container describes the elements with more blocks than this one, from the inside out.
func (p *Page) container(r *row, i int) {
	for _, at := range p.levels[i] {
		if at == 0 {
			for range containerFeatures {
				r.put(-2)
			}
			continue
		}
		s := &p.inside[at]
		r.put(int(s.blocks))
		r.put(int(s.chars / 4))
		r.share(s.linked, s.chars)
		r.share(s.prose, s.chars)
		r.share(s.short, s.chars)
		r.share(s.chars, p.whole.chars)
		r.share(s.prose, p.whole.prose)
		r.share(s.chars, s.blocks*100)
		r.share(s.headings, s.blocks)
		r.share(s.stops, s.words)
		r.put(int(p.twins[at]))
		r.score(p.outer[at])
		r.put(kindOf(p.Tree.Nodes[at].Tag))
	}
}

// neighbours is how many blocks before and behind are looked at.
const neighbours = 4

const neighbourFeatures = 7

// neighbour describes the blocks two before to two behind.
func (p *Page) neighbour(r *row, i int) {
	for _, d := range [neighbours]int{-1, 1, -2, 2} {
		k := i + d
		if k < 0 || k >= len(p.Blocks) {
			for range neighbourFeatures {
				r.put(-2)
			}
			continue
		}
		b := &p.Blocks[k]
		r.put(int(b.Chars))
		r.share(b.Linked, b.Chars)
		r.put(kindOf(p.Tree.Nodes[b.Node].Tag))
		r.yes(p.levels[k][0] == p.levels[i][0])
		r.put(int(b.text.stops))
		r.score(p.textScores[k])
		r.score(p.outer[b.Node])
	}
}
