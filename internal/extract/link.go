package extract

import (
	"net/url"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"mvdan.cc/xurls/v2"

	"github.com/copydesk/copydesk/internal/text"
)

// Link is one address that the content points to.
type Link struct {
	// URL is the address, absolute where the document's URL allows it. One written without a scheme ("www.") gets http.
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
			list(absolute(written[0].Of(d.Clean)), written[0])
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
		list(absolute(s.Of(d.Clean)), s)
	}
	return nil
}

// linkWork is what one link counts in the bytes of text.Pace.
const linkWork = 1024

// maxURL is the longest address that is looked for, in bytes.
const maxURL = 2048

// writtenURLs returns the addresses that stand in the clean text, up to MaxLinks of them. The expression, which is slow,
// only sees what follows "://" or "www." up to the next blank or mark that no address has.
func (x *extraction) writtenURLs() ([]text.Span, error) {
	clean := x.d.Clean
	var spans []text.Span
	marks := urlMarks{s: clean}
	for at := 0; ; {
		mark, found, err := marks.next(at, x.pace)
		if err != nil || !found {
			return spans, err
		}
		if clean[mark] != ':' {
			var s text.Span
			if s, at = bareURL(clean, mark); s.End > 0 {
				spans = keep(spans, s, MaxLinks, &x.facts.Omitted.Links)
			}
			if err := x.pace.Step(linkWork + 16*(at-mark)); err != nil {
				return nil, err
			}
			continue
		}
		start := mark
		for start > at && mark-start < maxScheme && isScheme(clean[start-1]) {
			start--
		}
		end := urlEnd(clean, mark)
		if err := x.pace.Step(linkWork + 16*(end-start)); err != nil {
			return nil, err
		}
		for _, m := range strictURL().FindAllStringIndex(clean[start:end], -1) {
			spans = keep(spans, bare(clean, text.Span{Start: start + m[0], End: start + m[1]}), MaxLinks, &x.facts.Omitted.Links)
		}
		at = end
	}
}

// bare returns the address s of clean without the underscore of emphasis that ends it.
func bare(clean string, s text.Span) text.Span {
	if s.Start > 0 && clean[s.Start-1] == '_' && strings.HasSuffix(s.Of(clean), "_") {
		s.End--
	}
	return s
}

// urlMarks finds the marks of addresses from left to right. It remembers where the next of each is, so that a text is
// searched once for each.
type urlMarks struct {
	s       string
	offsets [len(urlMarkTexts)]int // of the next mark at or after the last offset asked for; len(s) if there is none
	started bool
}

var urlMarkTexts = [...]string{"://", "www.", "WWW.", "Www."}

// next returns the offset of the first mark at or after at, and false if there is none.
func (m *urlMarks) next(at int, pace *text.Pace) (int, bool, error) {
	first := len(m.s)
	for k, mark := range urlMarkTexts {
		if !m.started || m.offsets[k] < at {
			i, err := indexPaced(m.s, at, mark, pace)
			if err != nil {
				return 0, false, err
			}
			m.offsets[k] = i
		}
		first = min(first, m.offsets[k])
	}
	m.started = true
	return first, first < len(m.s), nil
}

// indexPaced returns the offset of mark in s from at on, or len(s).
func indexPaced(s string, at int, mark string, pace *text.Pace) (int, error) {
	for ; at < len(s); at += maxStretch {
		end := min(len(s), at+maxStretch+len(mark)-1)
		i := strings.Index(s[at:end], mark)
		if i >= 0 {
			return at + i, pace.Step(i)
		}
		if err := pace.Step(end - at); err != nil {
			return 0, err
		}
	}
	return len(s), nil
}

// maxScheme is how far before "://" an address may begin.
const maxScheme = 32

func isScheme(b byte) bool {
	return b|32 >= 'a' && b|32 <= 'z' || b >= '0' && b <= '9' || b == '+' || b == '-' || b == '.'
}

// urlEnd returns where an address with a mark at the offset mark ends at the latest: at a blank, at punctuation of
// East Asian or typographic kind, or where a word in a script without spaces, or in Hangul, is written right after a letter
// or digit of ASCII, which is the sentence going on.
func urlEnd(s string, mark int) int {
	ascii := true
	for i, r := range s[mark:min(len(s), mark+maxURL)] {
		switch {
		case unicode.IsSpace(r) || r >= utf8.RuneSelf && !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r):
			return mark + i
		case r < utf8.RuneSelf:
		case ascii && isAlphanumeric(s[mark+i-1]) && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Thai):
			return mark + i
		default:
			ascii = false
		}
	}
	return min(len(s), mark+maxURL)
}

func isAlphanumeric(b byte) bool { return b|32 >= 'a' && b|32 <= 'z' || b >= '0' && b <= '9' }

// bareURL returns the range of an address without a scheme that begins with "www." at the offset at, empty if there is none,
// and where to look for the next. Its host must end in a domain that exists: "www.example" is none. What has been scanned is
// not scanned again, so that a run of "(www." takes linear time.
func bareURL(clean string, at int) (text.Span, int) {
	host := domainAt(clean, at)
	end := at + len(host)
	next := max(end, at+len("www."))
	if at > 0 && (isAlphanumeric(clean[at-1]) || strings.IndexByte("@/.-_", clean[at-1]) >= 0) ||
		strings.Count(host, ".") < 2 || !knownDomain(host) {
		return text.Span{}, next
	}
	if end == len(clean) || strings.IndexByte(":/?#", clean[end]) < 0 {
		return text.Span{Start: at, End: end}, next
	}
	next = urlEnd(clean, at)
	m := strictURL().FindStringIndex("http://" + clean[at:next])
	if m == nil || m[0] != 0 {
		return text.Span{Start: at, End: end}, next
	}
	return text.Span{Start: at, End: at + m[1] - len("http://")}, next
}

// topDomains are the domains at the top of the tree, in lower case, and those kept for examples and local networks (RFC
// 2606, RFC 6762).
var topDomains = sync.OnceValue(func() map[string]bool {
	m := set("example test invalid local localhost internal onion")
	for _, d := range xurls.TLDs {
		m[d] = true
	}
	return m
})

// knownDomain reports whether host is two or more labels, of which the last is a domain at the top of the tree.
func knownDomain(host string) bool {
	i := strings.LastIndexByte(host, '.')
	if i <= 0 || len(host)-i > 64 {
		return false
	}
	top := strings.ToLower(host[i+1:])
	return topDomains()[top] || strings.HasPrefix(top, "xn--")
}

// absolute returns an address as written, with the scheme that it leaves out.
func absolute(written string) string {
	if strings.Contains(written, "://") {
		return written
	}
	return "http://" + written
}

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
