package service

import (
	"context"

	"github.com/copydesk/copydesk/internal/clean"
	"github.com/copydesk/copydesk/internal/clean/site"
)

// countSites counts the lines of the batch's documents by host, if that was asked for, and puts the counts into the plan. A document that
// cannot be read is not counted: its own result says why.
func (b *batch) countSites(ctx context.Context) error {
	if !b.plan.siteBoilerplate {
		return nil
	}
	lines := make([]site.Lines, len(b.docs))
	b.s.forEach(ctx, len(b.docs), func(i int) { lines[i] = b.linesOf(ctx, i) })
	if err := ctx.Err(); err != nil {
		return err
	}
	counter := site.NewCounter()
	for i, l := range lines {
		counter.Add(site.Host(b.docs[i].GetUrl()), l)
	}
	counts, err := site.Open(string(counter.Bytes()))
	if err != nil {
		return err
	}
	p := *b.plan
	p.clean.Site = counts
	b.plan = &p
	return nil
}

// linesOf returns the lines of document i, none if it has no host or cannot be read.
func (b *batch) linesOf(ctx context.Context, i int) (lines site.Lines) {
	ctx, cancel := context.WithTimeout(ctx, b.s.o.MaxDocumentTime)
	defer cancel()
	defer func() {
		if cause := recover(); cause != nil { // as in result
			b.s.logPanic(ctx, cause)
			lines = nil
		}
	}()
	in, err := b.s.input(b.docs[i], b.plan)
	if err != nil || site.Host(in.URL) == "" {
		return nil
	}
	if lines, err = clean.SiteLines(ctx, in); err != nil {
		return nil
	}
	return lines
}
