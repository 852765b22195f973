package nemo

import (
	"strings"

	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

var urlSignals = []profile.Signal{
	{Name: prefix + "urls_ratio", Description: "characters of http:// and https:// with everything after it that is an ASCII letter, ! or from $ to _ / length; 1 if empty", Unit: "ratio"},
	{Name: prefix + "pornographic_urls", Description: "1 if such a URL contains porn, in lower case, else 0", Unit: "flag"},
}

const (
	urlsRatio = iota
	pornographicURLs
)

func measureURLs(t *pytext.Text, v []float64) {
	chars, porn := 0, 0.0
	for at := 0; ; {
		url, ok := nextURL(t, at)
		if !ok {
			break
		}
		chars += url.Len() // all ASCII
		if isPornographic(url.Of(t.S)) {
			porn = 1
		}
		at = url.End
	}
	v[urlsRatio] = ratio(chars, t.Runes)
	v[pornographicURLs] = porn
}

func isPornographic(url string) bool { return strings.Contains(url, "porn") }

// nextURL returns the first URL of t from offset at on; no earlier URL reaches beyond at.
func nextURL(t *pytext.Text, at int) (text.Span, bool) {
	s := t.S
	for i := at; ; i++ {
		n := strings.IndexByte(s[i:], ':')
		if n < 0 {
			return text.Span{}, false
		}
		i += n
		t.Tick(4)
		start := schemeStart(s[at:i]) + at
		if start < at || !strings.HasPrefix(s[i:], "://") {
			continue
		}
		end := i + len("://")
		first := end
		for end < len(s) && isURLByte(s[end]) {
			end++
		}
		if end > first {
			return text.Span{Start: start, End: end}, true
		}
	}
}

// schemeStart returns where the scheme that s ends with begins; -1 if it does not end with one.
func schemeStart(s string) int {
	if strings.HasSuffix(s, "http") {
		return len(s) - len("http")
	}
	if strings.HasSuffix(s, "https") {
		return len(s) - len("https")
	}
	return -1
}

// isURLByte reports whether c is part of a URL to the reference's pattern. Its class "$-_" is a range from the dollar sign to the
// underscore, so that < and > and ; are in it; later releases (1.4) write it otherwise.
func isURLByte(c byte) bool { return '$' <= c && c <= '_' || 'a' <= c && c <= 'z' || c == '!' }

func findURLs(t *pytext.Text, i int, p *profile.Places) {
	for at := 0; ; {
		url, ok := nextURL(t, at)
		if !ok {
			return
		}
		if i == urlsRatio || isPornographic(url.Of(t.S)) {
			p.Add(url)
		}
		at = url.End
	}
}
