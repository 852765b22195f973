package content

import (
	"math/bits"

	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/truth"
)

// view is a block with what its features look at.
type view struct {
	p  *Page
	i  int
	b  *Block
	m  *textMarks
	n  *dom.Node   // its element
	up *lineage    // of its element
	in dom.Context // of its first text
	at *position
}

func (p *Page) view(i int) view {
	b := &p.Blocks[i]
	return view{
		p: p, i: i, b: b, m: &b.text, n: &p.Tree.Nodes[b.Node], up: &p.above[b.Node],
		in: p.Tree.Nodes[p.Tree.Texts[b.FirstText].Parent].In, at: &p.positions[i],
	}
}

// heading is the block of the last heading before the block, nil if there is none.
func (v view) heading() *Block {
	if v.at.heading < 0 {
		return nil
	}
	return &v.p.Blocks[v.at.heading]
}

// window is part[to]-part[from] in thousandths of the characters in the blocks up to n before and n after.
func (v view) window(sums []int32, n int) int {
	from, to := max(v.i-n, 0), min(v.i+n+1, len(v.p.Blocks))
	end := v.p.whole.chars
	if to < len(v.p.Blocks) {
		end = v.p.positions[to].before
	}
	return share(sums[to]-sums[from], end-v.p.positions[from].before)
}

// beside reports whether block k is in the same innermost container, absent if there is no k.
func (v view) beside(k int32) int {
	if k < 0 {
		return absent
	}
	return truth.Int(v.p.levels[k][0] == v.p.levels[v.i][0])
}

// since is how many blocks block k is before this one, less than 0 if it is after it; -9999 if there is no k.
func (v view) since(k int32) int {
	if k < 0 {
		return -9999
	}
	return v.i - int(k)
}

// layout is what is in the blocks of the same layout.
func (v view) layout() *sums { return &v.p.layouts[v.p.layout[v.i][0]] }

// blockFeatures describe a block: its text, its element, its place.
var blockFeatures = []feature[view]{
	{"chars", func(v view) int { return int(v.b.Chars) }},
	{"words", func(v view) int { return int(v.m.words) }},
	{"linked", func(v view) int { return share(v.b.Linked, v.b.Chars) }},
	{"word length", func(v view) int { return share(v.b.Chars, v.m.words*100) }},
	{"stops", func(v view) int { return int(v.m.stops) }},
	{"stops per word", func(v view) int { return share(v.m.stops, v.m.words) }},
	{"commas", func(v view) int { return int(v.m.commas) }},
	{"capitalised words", func(v view) int { return share(v.m.capitals, v.m.words) }},
	{"words in capitals", func(v view) int { return share(v.m.allCapitals, v.m.words) }},
	{"numbers", func(v view) int { return share(v.m.numbers, v.m.words) }},
	{"short words", func(v view) int { return share(v.m.short, v.m.words) }},
	{"digits", func(v view) int { return share(v.m.digits, v.b.Chars) }},
	{"letters", func(v view) int { return share(v.m.letters, v.b.Chars) }},
	{"bars", func(v view) int { return int(v.m.bars) }},
	{"question marks", func(v view) int { return int(v.m.questions) }},
	{"money", func(v view) int { return int(v.m.money) }},
	{"at signs", func(v view) int { return int(v.m.at) }},
	{"copyright", func(v view) int { return truth.Int(v.m.copyright) }},
	{"year", func(v view) int { return truth.Int(v.m.year) }},
	{"longest word", func(v view) int { return int(v.m.longest) }},
	{"texts", func(v view) int { return int(v.m.fragments) }},
	{"links", func(v view) int { return int(v.m.links) }},
	{"strong", func(v view) int { return share(v.m.strong, v.b.Chars) }},
	{"emphasis", func(v view) int { return share(v.m.emphasis, v.b.Chars) }},
	{"line breaks", func(v view) int { return int(v.m.breaks) }},
	{"first character", func(v view) int { return class(v.m.first) }},
	{"last character", func(v view) int { return class(v.m.last) }},
	{"copies", func(v view) int { return int(v.p.copies[v.i]) }},
	{"text score", func(v view) int { return score(v.p.textScores[v.i]) }},
	{"words of the title", func(v view) int { return share(v.p.shared(v.i, v.p.claims.titles), v.m.words) }},
	{"words of the description", func(v view) int { return share(v.p.shared(v.i, v.p.claims.description), v.m.words) }},
	{"words of the body", func(v view) int { return share(v.p.shared(v.i, v.p.claims.bodies), v.m.words) }},
	{"words of the headline", func(v view) int { return share(v.p.shared(v.i, v.p.claims.headline), v.m.words) }},
	{"headline repeated", func(v view) int {
		return share(v.p.shared(v.i, v.p.claims.headline), int32(len(v.p.claims.headline)))
	}},
	{"words of the byline", func(v view) int { return share(v.p.shared(v.i, v.p.claims.byline), v.m.words) }},
	{"byline repeated", func(v view) int {
		return share(v.p.shared(v.i, v.p.claims.byline), int32(len(v.p.claims.byline)))
	}},

	bit("hidden", dom.Hidden), bit("nav", dom.Nav), bit("header", dom.Header), bit("footer", dom.Footer), bit("aside", dom.Aside),
	bit("main", dom.Main), bit("article", dom.Article), bit("section", dom.Section), bit("article body", dom.Body), bit("form", dom.Form),
	bit("control", dom.Control), bit("table", dom.Table), bit("table head", dom.TableHead), bit("list", dom.List), bit("terms", dom.Terms),
	bit("pre", dom.Pre), bit("quote", dom.Quote), bit("figure", dom.Figure), bit("caption", dom.Caption), bit("address", dom.Address),
	bit("paragraph", dom.Paragraph), bit("time", dom.Time),
	{"tag", func(v view) int { return tagClass(v.n.Tag) }},
	{"heading level", func(v view) int { return dom.Level(v.n.Tag) }},
	{"parent tag", func(v view) int { return tagClass(v.p.Tree.Nodes[v.n.Parent].Tag) }},
	{"depth", func(v view) int { return int(v.up.depth) }},
	{"lists around", func(v view) int { return int(v.up.lists) }},
	{"tables around", func(v view) int { return int(v.up.tables) }},
	{"articles around", func(v view) int { return int(v.up.articles) }},
	{"depth in landmark", func(v view) int {
		if v.up.landmark < 0 {
			return -1
		}
		return int(v.up.depth - v.up.landmark)
	}},
	{"own names", func(v view) int { return score(v.p.own[v.b.Node]) }},
	{"names around", func(v view) int { return score(v.p.outer[v.b.Node]) }},
	{"names of the element", func(v view) int { return score(v.p.outer[v.b.Node] - v.p.outer[v.n.Parent]) }},
	{"contexts", func(v view) int { return bits.OnesCount64(uint64(v.in)) }},
	{"twins", func(v view) int { return int(v.p.twins[v.b.Node]) }},
	{"comments", func(v view) int { return truth.Int(v.up.comments) }},

	{"after comment line", func(v view) int { return v.since(v.at.comments) }},

	{"index", func(v view) int { return v.i }},
	{"place", func(v view) int { return share(int32(v.i), int32(len(v.p.Blocks))) }},
	{"chars before", func(v view) int { return share(v.at.before, v.p.whole.chars) }},
	{"prose before", func(v view) int { return share(v.at.prose, v.p.whole.prose) }},
	{"after title", func(v view) int {
		if v.p.title < 0 {
			return -1000
		}
		return v.i - int(v.p.title)
	}},
	{"after heading", func(v view) int { return distance(v.i, v.at.heading) }},
	{"level of heading", func(v view) int {
		if h := v.heading(); h != nil {
			return dom.Level(v.p.Tree.Nodes[h.Node].Tag)
		}
		return absent
	}},
	{"score of heading", func(v view) int {
		if v.at.heading < 0 {
			return absent
		}
		return score(v.p.textScores[v.at.heading])
	}},
	{"words of heading", func(v view) int {
		if h := v.heading(); h != nil {
			return int(h.text.words)
		}
		return absent
	}},
	{"after prose", func(v view) int { return distance(v.i, v.at.proseBefore) }},
	{"before prose", func(v view) int { return distance(v.i, v.at.proseAfter) }},
	{"beside prose before", func(v view) int { return v.beside(v.at.proseBefore) }},
	{"beside prose after", func(v view) int { return v.beside(v.at.proseAfter) }},
	{"place in container", func(v view) int {
		return share(v.at.index, v.p.inside[v.p.levels[v.i][0]].blocks)
	}},
	{"images before", func(v view) int { return int(v.p.images[v.i]) }},
	{"images after", func(v view) int { return int(v.p.images[v.i+1]) }},
	{"links near", func(v view) int { return v.window(v.p.linkedTo, 4) }},
	{"prose near", func(v view) int { return v.window(v.p.proseTo, 4) }},
	{"links about", func(v view) int { return v.window(v.p.linkedTo, 12) }},
	{"prose of the layout", func(v view) int { return share(v.layout().prose, v.p.whole.prose) }},
	{"blocks of the layout", func(v view) int { return int(v.layout().blocks) }},
	{"links of the layout", func(v view) int { s := v.layout(); return share(s.linked, s.chars) }},
	{"after first of main layout", func(v view) int { return v.since(v.p.main[0].first) }},
	{"after last of main layout", func(v view) int { return v.since(v.p.main[0].last) }},
	{"after first of main layout around", func(v view) int { return v.since(v.p.main[1].first) }},
	{"after last of main layout around", func(v view) int { return v.since(v.p.main[1].last) }},
	{"prose of the layout around", func(v view) int { return share(v.p.layouts[v.p.layout[v.i][1]].prose, v.p.whole.prose) }},
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

// tagClass sorts tags; those of no class are 0.
func tagClass(tag dom.Tag) int { //nolint:funlen // a table of 40 tags
	switch tag {
	case atom.P:
		return 1
	case atom.Div:
		return 2
	case atom.Li:
		return 3
	case atom.Td:
		return 4
	case atom.Th:
		return 5
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return 6
	case atom.Dd:
		return 7
	case atom.Dt:
		return 8
	case atom.Pre:
		return 9
	case atom.Blockquote:
		return 10
	case atom.Figcaption, atom.Caption:
		return 11
	case atom.Section:
		return 12
	case atom.Article:
		return 13
	case atom.Main:
		return 14
	case atom.Header:
		return 15
	case atom.Footer:
		return 16
	case atom.Aside:
		return 17
	case atom.Nav:
		return 18
	case atom.Ul, atom.Ol:
		return 19
	case atom.Form, atom.Fieldset:
		return 20
	case atom.Body, atom.Html:
		return 21
	case atom.Address:
		return 22
	case atom.Summary, atom.Details:
		return 23
	case atom.Figure:
		return 24
	default:
		return 0
	}
}
