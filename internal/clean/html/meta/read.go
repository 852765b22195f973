package meta

import (
	"context"
	"net/url"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/clean/html/linked"
	"github.com/copydesk/copydesk/internal/text"
)

// Result is what a page says about itself.
type Result struct {
	// Facts are the fields as decided, in the order of their names in the contract; several of those that are lists. Sources
	// are offsets in the page.
	Facts []text.Fact

	// Claims are what the page says it is, and what it holds.
	Claims Claims
}

// pageReader collects what one page says.
type pageReader struct {
	t        *dom.Tree
	data     *linked.Data
	address  *url.URL // nil if there is none
	zones    []zone   // by node
	found    []candidate
	counts   [fieldCount][sourceCount]uint8 // candidates found
	heads    []int32                        // h1 elements
	minor    []int32                        // h2 elements, and those named for the title
	visible  []int32                        // elements that may hold a byline or a date, in document order
	works    []work
	claims   Claims
	reserved []text.Fact // statements about use by machines
	lang     string
	host     string
	site     string
	byLabel  bool // the last label was that of an author

	pace *text.Pace
	err  error // that of the context, once it ended
}

// Read returns what the page t says about itself, by its elements and its JSON-LD. The address is that of the page, or empty.
// The error is ctx.Err() if ctx ended first.
func Read(ctx context.Context, t *dom.Tree, data *linked.Data, address string) (Result, error) {
	r := newPageReader(t, address)
	r.data, r.pace = data, text.NewPace(ctx)
	r.readLinked()
	r.readNodes()
	facts := r.decide()
	if r.err == nil {
		r.err = ctx.Err()
	}
	if r.err != nil {
		return Result{}, r.err
	}
	return Result{Facts: facts, Claims: r.claims}, nil
}

// stop counts n steps of work, and reports whether the context has ended, so that the work is in vain.
func (r *pageReader) stop(n int) bool {
	if r.err == nil {
		r.err = r.pace.Step(n)
	}
	return r.err != nil
}

func newPageReader(t *dom.Tree, address string) *pageReader {
	r := &pageReader{t: t, zones: make([]zone, len(t.Nodes))}
	if u, err := url.Parse(address); err == nil && u.Host != "" {
		r.address = u
		r.host = strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	}
	return r
}

// readNodes walks the elements once.
func (r *pageReader) readNodes() {
	for i := range r.t.Nodes {
		if r.t.Nodes[i].Tag == atom.H1 && len(r.heads) < maxHeads {
			r.heads = append(r.heads, int32(i))
		}
	}
	half := int32(len(r.t.Texts) / 2) //nolint:gosec // fewer than the page has bytes
	for i := int32(1); int(i) < len(r.t.Nodes); i++ {
		n := &r.t.Nodes[i]
		if r.stop(32) {
			return
		}
		switch n.Tag { //nolint:exhaustive // the others mean nothing by themselves
		case atom.Meta:
			r.meta(i)
			continue
		case atom.Link:
			r.link(i)
			continue
		case atom.Html:
			r.language(i)
			continue
		case atom.Head, atom.Body, atom.Script, atom.Style, atom.Br:
			continue
		case atom.Time, atom.Abbr:
			if len(r.visible) < maxVisible {
				r.visible = append(r.visible, i)
			}
		case atom.H2:
			if len(r.minor) < maxHeads {
				r.minor = append(r.minor, i)
			}
		case atom.A:
			r.anchor(i)
		}
		r.named(i, half)
	}
}

// named reads the class and id of an element, and its itemprop.
func (r *pageReader) named(i, half int32) {
	n := &r.t.Nodes[i]
	z := r.zones[n.Parent] & inherited
	if s := r.t.Raw(i, dom.Class); s != "" {
		z |= zoneOf(s)
	}
	if s := r.t.Raw(i, dom.ID); s != "" {
		z |= zoneOf(s)
	}
	if own := z &^ r.zones[n.Parent]; own&inherited != 0 && (n.EndText-n.FirstText > half || r.holdsHead(i)) {
		z &^= own & inherited // the name of a whole page, as of one that has comments
	}
	r.zones[i] = z
	if n.In&dom.Skip != 0 {
		return
	}
	if z&(inByline|inDate|inUser) != 0 && n.EndText-n.FirstText <= maxParts && n.EndText > n.FirstText && n.Tag != atom.Time && n.Tag != atom.Abbr && len(r.visible) < maxVisible {
		r.visible = append(r.visible, i)
	}
	if z&inHeadline != 0 && n.Tag != atom.H1 && n.Tag != atom.H2 && n.EndText-n.FirstText <= maxParts && n.EndText > n.FirstText && len(r.minor) < maxHeads {
		r.minor = append(r.minor, i)
	}
	if s := r.t.Raw(i, dom.Itemprop); s != "" {
		r.item(i, s)
	}
}

// holdsHead reports whether element i holds one of the first headings of the page.
func (r *pageReader) holdsHead(i int32) bool {
	for _, h := range r.heads[:min(len(r.heads), 3)] {
		if h > i && h < r.t.Nodes[i].End {
			return true
		}
	}
	return false
}

// maxVisible is how many elements are looked at that may hold a byline or a date: later ones are those of other pages.
const maxVisible = 128

// maxParts is the greatest number of texts in a byline, a date or a title.
const maxParts = 16
