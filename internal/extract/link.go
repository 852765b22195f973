package extract

import (
	"net/url"
	"strings"
	"sync"

	"mvdan.cc/xurls/v2"

	"github.com/copydesk/copydesk/internal/text"
)

// Link is one address that the content points to.
type Link struct {
	// URL is the address, absolute where the document's URL allows it.
	URL string

	// Text is the words that carry it.
	Text  string
	Place Place
}

var strictURL = sync.OnceValue(xurls.Strict)

// findLinks lists the anchors of the content and the addresses written out in its text, in order.
func (x *extraction) findLinks() error {
	d := x.d
	written, err := x.writtenURLs()
	if err != nil {
		return err
	}
	base, _ := url.Parse(x.o.URL)
	list := func(address string, s text.Span) {
		x.facts.Links = keep(x.facts.Links, Link{address, s.Of(d.Clean), placeOf(d, s)}, MaxLinks, &x.facts.Omitted.Links)
	}
	for _, a := range d.Anchors {
		if err := x.pace.Step(linkWork + len(a.URL)); err != nil {
			return err
		}
		for len(written) > 0 && written[0].Start < a.Span.Start {
			list(written[0].Of(d.Clean), written[0])
			written = written[1:]
		}
		if len(written) > 0 && written[0] == a.Span {
			written = written[1:]
		}
		if len(x.facts.Links) < MaxLinks {
			list(resolve(base, a.URL), a.Span)
		} else {
			x.facts.Omitted.Links++
		}
	}
	for _, s := range written {
		list(s.Of(d.Clean), s)
	}
	return nil
}

// linkWork is what one link counts in the bytes of text.Pace.
const linkWork = 1024

// maxURL is the longest address that is looked for, in bytes.
const maxURL = 2048

// writtenURLs returns the addresses that stand in the clean text, up to MaxLinks of them. The expression, which is slow,
// only sees the words in which "://" stands.
func (x *extraction) writtenURLs() ([]text.Span, error) {
	clean := x.d.Clean
	var spans []text.Span
	for at := 0; ; {
		i := strings.Index(clean[at:min(len(clean), at+maxStretch)], "://")
		if i < 0 {
			if at+maxStretch >= len(clean) {
				return spans, nil
			}
			at += maxStretch - len("://")
			if err := x.pace.Step(maxStretch); err != nil {
				return nil, err
			}
			continue
		}
		mark := at + i
		before := clean[max(0, mark-maxScheme):mark]
		start := max(at, mark-len(before)+strings.LastIndexAny(before, " \n\t")+1)
		end := min(len(clean), mark+maxURL)
		if blank := strings.IndexAny(clean[mark:end], " \n\t"); blank >= 0 {
			end = mark + blank
		}
		if err := x.pace.Step(i + linkWork + 16*(end-start)); err != nil {
			return nil, err
		}
		for _, m := range strictURL().FindAllStringIndex(clean[start:end], -1) {
			spans = keep(spans, text.Span{Start: start + m[0], End: start + m[1]}, MaxLinks, &x.facts.Omitted.Links)
		}
		at = end
	}
}

// maxScheme is how far before "://" an address may begin.
const maxScheme = 32

// resolve makes ref absolute against base, which may be nil; what cannot be parsed is returned as it is.
func resolve(base *url.URL, ref string) string {
	if base == nil || base.Host == "" {
		return ref
	}
	r, err := base.Parse(ref)
	if err != nil {
		return ref
	}
	return r.String()
}
