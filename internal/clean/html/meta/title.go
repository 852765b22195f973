package meta

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
)

// decideTitle returns the headline and the candidate that it was taken from. What readers see is preferred, as far as the
// markup bears it out: editors give other sites and search engines other titles.
func (r *reader) decideTitle() (*candidate, string) {
	told := r.toldTitles()
	var keys [8]string
	n := 0
	for i := range told {
		if n < len(keys) {
			keys[n] = letters(told[i].value)
			n++
		}
	}
	if c := r.headOf(r.heads, keys[:n], 3); c != nil {
		return c, c.value
	}
	if c := r.headOf(r.heads2, keys[:n], 3); c != nil {
		return c, c.value
	}
	if c := r.loneHead(); c != nil {
		return c, c.value
	}
	if len(told) > 0 {
		return &told[0], r.cutSite(told[0].value)
	}
	return nil, ""
}

// toldTitles are the titles that the markup tells, best first, without the site's name.
func (r *reader) toldTitles() []candidate {
	var told []candidate
	for s := fromLD; s <= fromOther; s++ {
		if s == fromTitle {
			if v := value(r.t.Page, r.t.Title); v != "" {
				told = append(told, candidate{field: title, source: fromTitle, span: r.t.Title, value: v})
			}
			continue
		}
		for i := range r.found {
			if c := &r.found[i]; c.field == title && c.source == s && len(told) < 8 {
				told = append(told, *c)
			}
		}
	}
	return told
}

// headOf returns the first of the headings that says what one of the titles says, or begins as one does. A heading of
// fewer words than least has to be all of a title.
func (r *reader) headOf(heads []int32, keys []string, least int) *candidate {
	var best *candidate
	bestScore := 0
	for n, i := range heads {
		if n >= 64 {
			break
		}
		in := r.t.Nodes[i].In
		if in&(dom.Skip|dom.Nav|dom.Footer) != 0 {
			continue
		}
		v, span := r.words(i)
		if v == "" || len(v) > 300 || r.isSite(v) {
			continue
		}
		s := agree(letters(v), keys, strings.Count(v, " ")+1 >= least)
		if r.zones[i]&inherited != 0 {
			s--
		}
		if s > bestScore {
			bestScore = s
			best = &candidate{field: title, source: fromText, node: i, span: span, value: v}
		}
	}
	return best
}

// agree says how well a heading agrees with what the markup calls the title: 3 if it is the same, 2 if it is the beginning
// or the end of it, 0 if it does not.
func agree(key string, keys []string, long bool) int {
	if key == "" {
		return 0
	}
	score := 0
	for _, k := range keys {
		switch {
		case k == key:
			return 3
		case len(k) >= len(key) && long && (strings.HasPrefix(k, key) || strings.HasSuffix(k, key)), len(k) > 12 && len(key) > len(k) && strings.HasPrefix(key, k):
			score = 2
		}
	}
	return score
}

// loneHead returns the only h1 of a page that is no site's name, if it can be a headline.
func (r *reader) loneHead() *candidate {
	var lone *candidate
	for _, i := range r.heads {
		if r.t.Nodes[i].In&(dom.Skip|dom.Nav|dom.Footer|dom.Hidden) != 0 || r.zones[i]&inherited != 0 {
			continue
		}
		v, span := r.words(i)
		if v == "" || len(v) > 300 || r.isSite(v) || strings.Count(v, " ") < 2 {
			continue
		}
		if lone != nil {
			return nil
		}
		lone = &candidate{field: title, source: fromText, node: i, span: span, value: v}
	}
	return lone
}

// isSite reports whether v is the name of the site, as it is told or as its host has it.
func (r *reader) isSite(v string) bool {
	key := letters(v)
	if key == "" {
		return false
	}
	if r.site != "" && key == letters(r.site) {
		return true
	}
	return r.host != "" && (key == letters(r.host) || len(key) > 3 && strings.HasPrefix(letters(r.host), key) && !strings.Contains(v, " ") ||
		key == letters(strings.TrimSuffix(r.host, r.host[strings.LastIndexByte(r.host, '.')+1:])))
}

// bars part the title of a page from the name of its site.
var bars = [...]string{" | ", " - ", " – ", " — ", " · ", " • ", " » ", " « ", " :: ", " ~ ", " / ", " | ", "| ", " : "}

// cutSite takes the name of the site off a title: "Title | Site", "Site: Title". The first part to be cut has to be the
// site's name, or the last of at least two words behind a bar.
func (r *reader) cutSite(v string) string {
	for range 3 {
		cut := r.cutOnce(v)
		if cut == v {
			break
		}
		v = cut
	}
	return v
}

func (r *reader) cutOnce(v string) string {
	for _, bar := range bars {
		if i := strings.LastIndex(v, bar); i > 0 {
			head, tail := strings.TrimSpace(v[:i]), v[i+len(bar):]
			if r.likeSite(tail) || strings.HasPrefix(bar, " |") && len(tail) < 30 && len(head) >= len(tail) {
				return head
			}
		}
		if i := strings.Index(v, bar); i > 0 && r.likeSite(v[:i]) {
			return strings.TrimSpace(v[i+len(bar):])
		}
	}
	if i := strings.Index(v, ": "); i > 0 && r.likeSite(v[:i]) {
		return strings.TrimSpace(v[i+2:])
	}
	return v
}

// likeSite reports whether a part of a title is the name of the site.
func (r *reader) likeSite(part string) bool {
	key := letters(part)
	if key == "" {
		return false
	}
	if s := letters(r.site); s != "" && (strings.Contains(key, s) || strings.Contains(s, key) && len(key) > 3) {
		return true
	}
	host := r.host
	if i := strings.LastIndexByte(host, '.'); i > 0 {
		host = host[:i]
	}
	host = letters(host)
	return host != "" && len(key) > 2 && (strings.Contains(host, key) || strings.Contains(key, host))
}

// letters returns the letters and digits of v in lower case, by which titles are compared.
func letters(v string) string {
	b := make([]byte, 0, len(v))
	for _, c := range v {
		switch {
		case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
			b = append(b, byte(c))
		case 'A' <= c && c <= 'Z':
			b = append(b, byte(c)|0x20)
		case c >= utf8.RuneSelf && (unicode.IsLetter(c) || unicode.IsDigit(c)):
			b = utf8.AppendRune(b, unicode.ToLower(c))
		}
	}
	return string(b)
}
