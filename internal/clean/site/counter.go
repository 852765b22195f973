package site

import (
	"context"
	"html"
	"slices"
	"strings"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/text"
)

const (
	// MaxLines is how many different lines a Counter holds: when there are more, those on the fewest pages are forgotten, and with them what
	// was counted. It bounds memory to some 200 MB.
	MaxLines = 4 << 20

	// maxPageLines is how many lines of one page are counted.
	maxPageLines = 1 << 16
)

// Counter counts on how many pages of their host lines are. It is not safe for concurrent use.
type Counter struct {
	hosts map[uint64]uint32  // pages by the hash of the host
	lines map[uint64]counted // by key

	most  int // lines held at most
	least uint32
}

// counted is a line of a host.
type counted struct {
	pages uint32
	host  uint64
}

// NewCounter returns a counter that has seen nothing.
func NewCounter() *Counter {
	return &Counter{hosts: map[uint64]uint32{}, lines: map[uint64]counted{}, most: MaxLines, least: 1}
}

// Lines are the lines of one page, as a Counter takes them: their hashes, each once.
type Lines []uint64

// Add counts a page of a host. A page without a host or lines does not count.
func (c *Counter) Add(host string, lines Lines) {
	if host == "" || len(lines) == 0 {
		return
	}
	h := hashHost(host)
	c.hosts[h]++
	for _, l := range lines {
		key := keyOf(h, l)
		of := c.lines[key]
		c.lines[key] = counted{of.pages + 1, h}
	}
	for len(c.lines) > c.most {
		c.forget()
	}
}

// forget drops the lines that are on the fewest pages.
func (c *Counter) forget() {
	for key, of := range c.lines {
		if of.pages <= c.least {
			delete(c.lines, key)
		}
	}
	if len(c.lines) > c.most/2 {
		c.least++
	} else {
		c.least = 1
	}
}

// LinesOfText returns the lines of a plain text. The error is ctx.Err() if ctx ended first.
func LinesOfText(ctx context.Context, s string) (Lines, error) {
	var found Lines
	pace := text.NewPace(ctx)
	for line := range strings.Lines(s) {
		if err := pace.Step(len(line)); err != nil {
			return nil, err
		}
		found = found.with(line)
	}
	return found.sorted(), ctx.Err()
}

// LinesOfPage returns the lines of a page: the texts between two edges of blocks or two line breaks in a row. The error is ctx.Err() if ctx
// ended first.
func LinesOfPage(ctx context.Context, page string) (Lines, error) {
	tree, err := dom.Parse(ctx, page)
	if err != nil {
		return nil, err
	}
	var found Lines
	var line strings.Builder
	pace := text.NewPace(ctx)
	for i := range tree.Texts {
		x := &tree.Texts[i]
		if i > 0 && (x.Edge != tree.Texts[i-1].Edge || x.Breaks > 0) {
			found = found.with(html.UnescapeString(line.String()))
			line.Reset()
		}
		if err := pace.Step(int(x.End - x.Start)); err != nil {
			return nil, err
		}
		if line.Len() <= mostBytes {
			line.WriteString(page[x.Start:x.End])
		}
	}
	found = found.with(html.UnescapeString(line.String()))
	return found.sorted(), ctx.Err()
}

func (l Lines) with(line string) Lines {
	if hash, letters := hashLine(line); letters > 0 && len(l) < maxPageLines {
		return append(l, hash)
	}
	return l
}

func (l Lines) sorted() Lines {
	slices.Sort(l)
	return slices.Compact(l)
}
