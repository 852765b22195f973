package site

import (
	"context"
	"fmt"
	"strings"

	"github.com/copydesk/copydesk/internal/text"
)

// Rule is the rule by which lines are dropped.
const Rule text.Rule = "lines.site"

// Rules describes the rule.
var Rules = []text.RuleInfo{{
	ID: Rule, Default: true,
	Description: "drops lines that are on half of the pages of a host, three at least, or on twenty, where a request has counts of them " +
		"(site_boilerplate, site_counts); never more than half of a document, nor parts of tables, code, quotations and formulas; wrong where " +
		"each page of a host has a sentence of its author's",
}}

// Page says what Run needs to know of a document.
type Page struct {
	// Host is that of the document, as the function Host returns it.
	Host string

	// Kind returns the kind of the block that a range of the chain's source is in; nil if that is not known.
	Kind func(text.Span) text.BlockKind
}

// line is a line of the text, trimmed.
type line struct {
	text.Span

	hash    uint64
	pages   uint32 // it is on, if it recurs
	letters int
	heading bool
}

// Run drops the lines of the text of c that recur on the pages of its host, and returns them, placed in the chain's source. The error
// is ctx.Err() if ctx ended first.
func Run(ctx context.Context, c *text.Chain, counts Counts, p Page) ([]text.Dropped, error) {
	host := hashHost(p.Host)
	all := find(counts.hosts, host)
	if p.Host == "" || all < leastPages {
		return nil, ctx.Err()
	}
	r := runner{in: c.Text(), chain: c, counts: counts, host: host, all: all, page: p, pace: text.NewPace(ctx)}
	lines, err := r.read()
	if err != nil || !r.decide(lines) {
		return nil, err
	}
	dropped := r.drop(lines)
	if _, err := c.Apply(r.pace); err != nil {
		return nil, err
	}
	return dropped, ctx.Err()
}

// runner is the state of one Run.
type runner struct {
	in     string
	chain  *text.Chain
	counts Counts
	host   uint64
	all    uint32
	page   Page
	pace   *text.Pace
}

// read finds the lines that are not empty, and what recurs of them.
func (r *runner) read() (lines []line, err error) {
	for start := 0; start < len(r.in); {
		end := len(r.in)
		if i := strings.IndexByte(r.in[start:], '\n'); i >= 0 {
			end = start + i
		}
		if s := text.Trim(r.in, text.Span{Start: start, End: end}); !s.Empty() {
			l := line{Span: s}
			if l.hash, l.letters = hashLine(s.Of(r.in)); l.letters > 0 {
				l.pages = r.counts.of(r.host, r.all, l.hash)
			}
			if l.pages > 0 {
				l.heading = r.look(&l)
			}
			lines = append(lines, l)
		}
		if err := r.pace.Step(end + 1 - start); err != nil {
			return nil, err
		}
		start = end + 1
	}
	return lines, nil
}

// look forgets that a line recurs where it is part of what is kept whole, and reports whether it is a heading.
func (r *runner) look(l *line) (heading bool) {
	if r.page.Kind == nil {
		return false
	}
	switch r.page.Kind(r.chain.ToSource(l.Span)) { //nolint:exhaustive // others are lines like any
	case text.Table, text.Code, text.Quote, text.Math, text.Verse:
		l.pages = 0
	case text.Heading:
		return true
	}
	return false
}

// shortLine is how many letters and digits a line has less than that is a label: pages of a shop have the same ones, and they mean something.
const shortLine = 25

// decide reports whether there are lines to drop. What is on the page twice stays: it is said of several things. A heading stays where the line
// after it does: sections of many pages have the same. Short lines go only with a longer one next to them. All stay where they are more than
// half of the text: the pages that were counted are copies of this one.
func (r *runner) decide(lines []line) bool {
	times := map[uint64]int{}
	for i := range lines {
		if lines[i].pages > 0 {
			times[lines[i].hash]++
		}
	}
	for i := len(lines) - 1; i >= 0; i-- {
		l := &lines[i]
		if times[l.hash] > 1 || l.heading && i+1 < len(lines) && lines[i+1].pages == 0 {
			l.pages = 0
		}
	}
	keepLabels(lines)
	recurring, all := 0, 0
	for i := range lines {
		l := &lines[i]
		all += l.letters
		if l.pages > 0 {
			recurring += l.letters
		}
	}
	return recurring > 0 && recurring*2 <= all
}

// keepLabels lets short lines stay that are in no row of recurring lines with a longer one.
func keepLabels(lines []line) {
	for i := 0; i < len(lines); i++ {
		from, long := i, false
		for ; i < len(lines) && lines[i].pages > 0; i++ {
			long = long || lines[i].letters >= shortLine
		}
		for k := from; k < i && !long; k++ {
			lines[k].pages = 0
		}
	}
}

// drop drops the lines that recur. Between two kept lines it leaves the widest gap that was there.
func (r *runner) drop(lines []line) (dropped []text.Dropped) {
	edit := r.chain.Edit()
	kept := 0 // where the last kept line ends
	for i := 0; i < len(lines); i++ {
		if lines[i].pages == 0 {
			kept = lines[i].End
			continue
		}
		first := i
		for i+1 < len(lines) && lines[i+1].pages > 0 {
			i++
		}
		end, gap := len(r.in), ""
		if i+1 < len(lines) {
			end = lines[i+1].Start
			if first > 0 {
				gap = r.gap(lines[max(first-1, 0) : i+2])
			}
		}
		for at, k := kept, first; k <= i; k++ {
			why := r.why(&lines[k])
			dropped = append(dropped, text.Dropped{
				Source: r.chain.ToSource(lines[k].Span), Text: strings.Clone(lines[k].Of(r.in)), Change: r.chain.Share(why),
			})
			if k == i {
				edit.Replace(text.Span{Start: at, End: end}, gap, why)
				break
			}
			edit.Drop(text.Span{Start: at, End: lines[k+1].Start}, why)
			at = lines[k+1].Start
		}
	}
	return dropped
}

// gap returns the widest gap between neighbours of some lines.
func (r *runner) gap(lines []line) string {
	for i := 1; i < len(lines); i++ {
		if strings.Count(r.in[lines[i-1].End:lines[i].Start], "\n") > 1 {
			return "\n\n"
		}
	}
	return "\n"
}

// why is the reason for dropping a line.
func (r *runner) why(l *line) text.Change {
	return text.Change{Rule: Rule, Detail: fmt.Sprintf("on %d of %d pages", l.pages, r.all)}
}
