package extract

import (
	"net/url"
	"sort"
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

// findLinks returns the anchors of the content and the addresses written out in its text, in order.
func findLinks(d *text.Document, o Options) []Link {
	var links []Link
	seen := map[text.Span]bool{}
	for _, a := range d.Anchors {
		seen[a.Span] = true
		links = append(links, Link{resolve(o.URL, a.URL), a.Span.Of(d.Clean), placeOf(d, a.Span)})
	}
	for _, m := range strictURL().FindAllStringIndex(d.Clean, -1) {
		if s := (text.Span{Start: m[0], End: m[1]}); !seen[s] {
			links = append(links, Link{s.Of(d.Clean), s.Of(d.Clean), placeOf(d, s)})
		}
	}
	sort.SliceStable(links, func(i, j int) bool { return links[i].Place.Clean.Start < links[j].Place.Clean.Start })
	return links
}

// resolve makes ref absolute against base; what cannot be parsed is returned as it is.
func resolve(base, ref string) string {
	b, err := url.Parse(base)
	if err != nil || base == "" {
		return ref
	}
	r, err := b.Parse(ref)
	if err != nil {
		return ref
	}
	return r.String()
}
