package clean

import (
	"context"
	"net/url"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/text"
)

const (
	// maxBase is the length in bytes of the longest address that others are resolved against.
	maxBase = 2048

	// growthOfAddresses is how many bytes addresses may be longer together when they are absolute, for each byte of the page, besides
	// freeGrowth: what comes after that stays as written, so that a page of short links cannot fill the memory.
	growthOfAddresses = 4
	freeGrowth        = 64 << 10

	// resolving is what resolving one address counts in the bytes of text.Pace.
	resolving = 512
)

// resolver makes the addresses of one page absolute.
type resolver struct {
	base *url.URL
	left int // bytes by which addresses may still grow
	pace *text.Pace
}

// resolveAddresses makes the addresses of links and pictures absolute: against the base element of the page, and that against the page's own
// address. Links within the page stay as they are, and so does what cannot be resolved. The error is ctx.Err() if ctx ended first.
func resolveAddresses(ctx context.Context, d *text.Document, t *dom.Tree, address string) error {
	r := resolver{base: baseOf(t, address), left: freeGrowth + growthOfAddresses*len(t.Page), pace: text.NewPace(ctx)}
	if r.base == nil {
		return nil
	}
	for i := range d.Anchors {
		if err := r.resolve(&d.Anchors[i].URL); err != nil {
			return err
		}
	}
	for i := range d.Images {
		if err := r.resolve(&d.Images[i].URL); err != nil {
			return err
		}
	}
	return nil
}

// baseOf returns the address that relative ones refer to, nil if none is known.
func baseOf(t *dom.Tree, address string) *url.URL {
	base := parseBase(nil, address)
	for i := range t.Nodes {
		if t.Nodes[i].Tag != atom.Base {
			continue
		}
		if href := t.Value(int32(i), dom.Href); href != "" {
			if b := parseBase(base, href); b != nil {
				base = b
			}
			break
		}
	}
	return base
}

// parseBase parses an address, relative to another unless that is nil. It returns nil if the result has no host.
func parseBase(to *url.URL, address string) *url.URL {
	if len(address) > maxBase {
		return nil
	}
	u, err := url.Parse(address)
	if err != nil {
		return nil
	}
	if to != nil {
		u = to.ResolveReference(u)
	}
	if u.Host == "" {
		return nil
	}
	return u
}

func (r *resolver) resolve(address *string) error {
	if *address == "" || strings.HasPrefix(*address, "#") {
		return nil
	}
	if err := r.pace.Step(resolving + len(*address)); err != nil {
		return err
	}
	u, err := url.Parse(*address)
	if err != nil || u.IsAbs() {
		return nil //nolint:nilerr // an address that is none stays as its author wrote it
	}
	absolute := r.base.ResolveReference(u).String()
	if r.left -= len(absolute); r.left >= 0 {
		*address = absolute
	}
	return nil
}
