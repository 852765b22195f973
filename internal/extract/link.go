package extract

import (
	"net/url"
	"sort"
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

// findLinks returns the anchors of the content and the addresses written out in its text, in order.
func findLinks(d *text.Document, o Options) []Link {
	var links []Link
	seen := map[text.Span]bool{}
	for _, a := range d.Anchors {
		seen[a.Span] = true
		links = append(links, Link{resolve(o.URL, a.URL), a.Span.Of(d.Clean), placeOf(d, a.Span)})
	}
	for _, s := range written(d.Clean) {
		if !seen[s] {
			links = append(links, Link{s.Of(d.Clean), s.Of(d.Clean), placeOf(d, s)})
		}
	}
	sort.SliceStable(links, func(i, j int) bool { return links[i].Place.Clean.Start < links[j].Place.Clean.Start })
	return links
}

// maxURL is the longest address that is looked for, in bytes.
const maxURL = 2048

// written returns the addresses that stand in the text. The expression, which is slow, only sees the words in which
// "://" stands.
func written(clean string) []text.Span {
	var spans []text.Span
	for at := 0; ; {
		i := strings.Index(clean[at:], "://")
		if i < 0 {
			return spans
		}
		mark := at + i
		start := max(at, strings.LastIndexAny(clean[at:mark], " \n\t")+1+at)
		end := min(len(clean), mark+maxURL)
		if blank := strings.IndexAny(clean[mark:end], " \n\t"); blank >= 0 {
			end = mark + blank
		}
		start = max(start, mark-maxScheme)
		for _, m := range strictURL().FindAllStringIndex(clean[start:end], -1) {
			spans = append(spans, text.Span{Start: start + m[0], End: start + m[1]})
		}
		at = end
	}
}

// maxScheme is how far before "://" an address may begin.
const maxScheme = 32

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
