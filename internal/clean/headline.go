package clean

import (
	"context"
	"html"
	"slices"
	"sort"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/clean/html/render"
	"github.com/copydesk/copydesk/internal/clean/repair"
	"github.com/copydesk/copydesk/internal/text"
)

// Headline says where the headline of a page goes. It is never there twice.
type Headline int

// The places of a headline.
const (
	HeadlineMarkdown Headline = iota // first in Markdown, not in the text
	HeadlineNone                     // neither in the text nor in Markdown
	HeadlineBoth                     // the first block of the text, and so first in Markdown too
)

// headline is the headline of a page, as its metadata have it.
type headline struct {
	value string
	key   [2]string // the folded value, without and with the name of the site

	// source is where the headline is in the page; title is the content of the title element.
	source, title text.Span

	// stated says that the page states a title apart from its visible headings.
	stated bool

	marked []markedText // what was taken out
	stays  bool         // it is where the page has it
}

// markedText is a text that was taken out, and what it was before.
type markedText struct {
	text int32
	was  dom.Part
}

// byHeadline is the reason, one for all documents: segments point to it.
var byHeadline = &text.Change{Rule: render.Headline}

// headlineOf returns the headline that facts name, nil if they name none.
func headlineOf(tree *dom.Tree, facts []text.Fact) *headline {
	for _, f := range facts {
		if f.Name != text.FactTitle {
			continue
		}
		h := &headline{value: f.Value, source: f.Source, title: tree.Title, stated: !tree.Title.Empty() || f.Origin != visible}
		h.key = [2]string{foldedText(f.Value), foldedText(f.Text)}
		if h.key[0] == "" {
			return nil
		}
		return h
	}
	return nil
}

// visible is the origin of facts that were read from visible text.
const visible = "text"

// takeOut marks the headline where it is among the texts that parts keep, so that it is not written with them.
//
// The headline is at the place that the metadata took it from; besides, any h1, the first heading and the first line are the
// headline if they have the same letters. It stays where it is all the content, and, unless always is set, where it is
// the heading of a piece of markup that states no title: there it is as much content as the other headings.
func (h *headline) takeOut(ctx context.Context, tree *dom.Tree, parts []dom.Part, always bool) error {
	h.marked = h.marked[:0]
	first := nextWritten(parts, 0)
	if end := lineEnd(tree, first); h.isAt(tree, first, end) {
		h.mark(parts, first, end)
	}
	h.mark(parts, textAt(tree, h.source.Start), textAt(tree, h.source.End))
	if err := h.markHeadings(ctx, tree, parts); err != nil {
		return err
	}
	if len(h.marked) == 0 || int(nextWritten(parts, 0)) < len(parts) && (always || h.stated) {
		return nil
	}
	for _, m := range h.marked {
		parts[m.text] = m.was
	}
	h.stays = true
	return nil
}

// mark takes out those of the texts [from, to) that are written.
func (h *headline) mark(parts []dom.Part, from, to int32) {
	for k := from; k < to; k++ {
		if parts[k].Written() {
			h.marked = append(h.marked, markedText{k, parts[k]})
			parts[k] = dom.Headline
		}
	}
}

// markHeadings takes out the headings that are the headline.
func (h *headline) markHeadings(ctx context.Context, tree *dom.Tree, parts []dom.Part) error {
	pace := text.NewPace(ctx)
	end, next, first := int32(0), int32(0), true
	for i := range tree.Nodes {
		if err := pace.Step(1); err != nil {
			return err
		}
		n := &tree.Nodes[i]
		if !isHeading(n.Tag) || n.FirstText < end { // the texts of a heading are not read again for headings inside it
			continue
		}
		if next = nextWritten(parts, max(next, n.FirstText)); next >= n.EndText {
			continue
		}
		if end = n.EndText; (first || n.Tag == atom.H1) && h.isAt(tree, n.FirstText, end) {
			if len(h.marked) == 0 {
				h.source = tree.Span(n.FirstText).Cover(tree.Span(end - 1))
			}
			h.mark(parts, n.FirstText, end)
		}
		first = false
	}
	return nil
}

// textAt returns the first text that begins at offset at of the page or later.
func textAt(tree *dom.Tree, at int) int32 {
	i := sort.Search(len(tree.Texts), func(i int) bool { return int(tree.Texts[i].Start) >= at })
	return int32(i) //nolint:gosec // fewer than bytes of the page, which is below 2 GiB
}

func isHeading(t dom.Tag) bool {
	switch t {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	default:
		return false
	}
}

// nextWritten returns the first text from i on that is written, or the number of texts.
func nextWritten(parts []dom.Part, i int32) int32 {
	for int(i) < len(parts) && !parts[i].Written() {
		i++
	}
	return i
}

// lineEnd returns the end of the line that begins with text i.
func lineEnd(tree *dom.Tree, i int32) int32 {
	end := i
	for int(end) < len(tree.Texts) && tree.Texts[end].Edge == tree.Texts[i].Edge {
		end++
	}
	return end
}

// isAt reports whether the texts [from, to) are the headline, by their letters. It reads no more of them than that needs.
func (h *headline) isAt(tree *dom.Tree, from, to int32) bool {
	longest := max(len(h.key[0]), len(h.key[1]))
	key := make([]byte, 0, longest)
	for k := from; k < to && len(key) <= longest; k++ {
		span := tree.Span(k)
		if span.Len() > 64+longestReference*longest {
			return false
		}
		key = appendFolded(key, html.UnescapeString(span.Of(tree.Page)), longest)
	}
	return len(key) > 0 && (string(key) == h.key[0] || string(key) == h.key[1])
}

// longestReference is about the length in bytes of the longest reference to a character: no headline is written with more for
// each of its letters, so that longer texts need not be decoded.
const longestReference = 32

// isText reports whether s is the headline, by its letters.
func (h *headline) isText(s string) bool {
	longest := max(len(h.key[0]), len(h.key[1]))
	key := string(appendFolded(nil, s, longest))
	return key == h.key[0] || key == h.key[1]
}

func foldedText(s string) string { return string(appendFolded(nil, s, len(s))) }

// appendFolded adds the letters and digits of s in lower case, by which headlines are compared, and stops once b is longer
// than most.
func appendFolded(b []byte, s string, most int) []byte {
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			if b = utf8.AppendRune(b, unicode.ToLower(r)); len(b) > most {
				break
			}
		}
	}
	return b
}

// mend repairs the characters of the headline, as those of the text are.
func (h *headline) mend(ctx context.Context, rules text.RuleSet) error {
	c := text.NewChain(h.value)
	if err := repair.Run(ctx, c, rules.Without(repair.Entities)); err != nil {
		c.Close()
		return err
	}
	h.value, _ = c.Done()
	return nil
}

// place puts the headline of the page that d was made of where it belongs.
func (h *headline) place(ctx context.Context, d *text.Document, o Options) error {
	if o.Headline == HeadlineNone || h.stays || len(d.Blocks) == 0 {
		return nil
	}
	if h.isText(d.Blocks[0].Span.Of(d.Clean)) {
		return nil
	}
	if err := h.mend(ctx, o.Rules); err != nil {
		return err
	}
	if o.Headline == HeadlineBoth {
		return h.putFirst(ctx, d)
	}
	d.Headline = h.value
	return nil
}

// putFirst makes the headline, whose places are in the source now, the first block of d. Provenance goes through the source
// once, so a headline has to come before all that is kept: failing its own place it is taken from the title element, and
// failing that it is an insertion before the text.
func (h *headline) putFirst(ctx context.Context, d *text.Document) error {
	place, err := h.placeBefore(ctx, d)
	if err != nil {
		return err
	}
	const gap = "\n\n"
	var p text.Provenance
	put := func() {
		if place.Of(d.Source) == h.value {
			p.Copy(len(h.value))
		} else {
			p.Change(place.Len(), len(h.value), byHeadline)
		}
		p.Change(0, len(gap), byHeadline)
	}
	pace, done, leading := text.NewPace(ctx), false, true
	for s := range d.Provenance.Segments() {
		if err := pace.Step(1); err != nil {
			return err
		}
		if leading = leading && s.Clean.Empty(); leading {
			addDropped(&p, s.Source.Start, min(s.Source.End, place.Start), s.Change)
			if !done && s.Source.End > place.Start {
				done = true
				put()
			}
			addDropped(&p, max(s.Source.Start, place.End), s.Source.End, s.Change)
			continue
		}
		if !done {
			done = true
			put()
		}
		addSegment(&p, s)
	}
	d.Provenance = p
	d.Clean = h.value + gap + d.Clean
	moveBy(d, len(h.value)+len(gap))
	d.Blocks = slices.Insert(d.Blocks, 0, text.Block{Kind: text.Heading, Level: 1, Span: text.Span{End: len(h.value)}})
	return nil
}

// addSegment adds a segment as it is.
func addSegment(p *text.Provenance, s text.Segment) {
	if s.Copied() {
		p.Copy(s.Source.Len())
	} else {
		p.Change(s.Source.Len(), s.Clean.Len(), s.Change)
	}
}

// addDropped adds the range [from, to) of the source, if it is one, as dropped.
func addDropped(p *text.Provenance, from, to int, why *text.Change) {
	if from < to {
		p.Change(to-from, 0, why)
	}
}

// placeBefore returns the place of the headline before all that is kept of d.
func (h *headline) placeBefore(ctx context.Context, d *text.Document) (text.Span, error) {
	pace, kept := text.NewPace(ctx), 0
	for s := range d.Provenance.Segments() {
		if err := pace.Step(1); err != nil {
			return text.Span{}, err
		}
		if !s.Clean.Empty() {
			kept = s.Source.Start
			break
		}
	}
	for _, s := range [...]text.Span{h.source, h.title} {
		if !s.Empty() && s.End <= kept {
			return s, nil
		}
	}
	return text.Span{Start: kept, End: kept}, nil
}

// moveBy moves everything that has a place in the clean text of d.
func moveBy(d *text.Document, n int) {
	move := func(s *text.Span) { s.Start, s.End = s.Start+n, s.End+n }
	for i := range d.Blocks {
		move(&d.Blocks[i].Span)
	}
	for i := range d.Anchors {
		move(&d.Anchors[i].Span)
	}
	for i := range d.Inlines {
		move(&d.Inlines[i].Span)
	}
	for i := range d.Images {
		d.Images[i].At += n
	}
}
