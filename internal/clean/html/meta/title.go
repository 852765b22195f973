package meta

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
)

// decideTitle returns the headline and the candidate that it was taken from. What readers see is preferred, as far as the
// markup agrees with it: editors give other sites and search engines other titles.
func (r *pageReader) decideTitle() (*candidate, string) {
	titles := r.markupTitles()
	keys := r.titleKeys(titles)
	for _, heads := range [...][]int32{r.heads, r.minor} {
		if c := r.headOf(heads, keys); c != nil {
			return c, trimHead(r.cutSite(c.value))
		}
	}
	if c := r.loneHead(); c != nil && (r.hasHeadline() || len(titles) == 0 || shares(c.value, titles)) {
		return c, trimHead(r.cutSite(c.value))
	}
	if len(titles) > 0 {
		return &titles[0], r.cutSite(titles[0].value)
	}
	return nil, ""
}

// hasHeadline reports whether the page is of a kind that has a headline, as far as it says. The first heading of others is
// often a slogan.
func (r *pageReader) hasHeadline() bool {
	return r.claims.Kinds == 0 || r.claims.Kinds&(Article|Forum|Question|Recipe) != 0
}

// trimHead takes the marks off a heading by which documentation links to it.
func trimHead(v string) string { return strings.TrimLeft(strings.TrimRight(v, " ¶§#"), "/|# ") }

// titleKey is a title in the markup, or a part of it, by its letters.
type titleKey struct {
	letters string
	worth   int
}

// What a heading is worth that says the same.
const (
	worthPart  = 2 // one part of a title among others
	worthFirst = 3 // the part before the first bar
	worthWhole = 4
	worthOpens = 1 // added to nothing: it begins as a title does
)

// barsAsOne replaces each separator in titles by one mark.
var barsAsOne = strings.NewReplacer(" - ", "|", " – ", "|", " — ", "|", " · ", "|", " » ", "|", " :: ", "|")

// titleKeys are the titles in the markup, and their parts between bars.
func (r *pageReader) titleKeys(titles []candidate) []titleKey {
	keys := make([]titleKey, 0, 16)
	for i := range titles {
		v := titles[i].value
		if k := letters(v); !r.isSite(v) {
			keys = append(keys, titleKey{k, worthWhole})
		}
		if k := letters(r.cutSite(v)); k != letters(v) {
			keys = append(keys, titleKey{k, worthWhole})
		}
		worth := worthFirst
		parts := barsAsOne.Replace(v)
		if hasWide(parts) {
			parts = wideBarsAsOne.Replace(parts)
		}
		for part := range strings.FieldsFuncSeq(parts, func(c rune) bool { return c == '|' }) {
			if k := letters(part); k != "" && len(keys) < 40 {
				keys = append(keys, titleKey{k, worth})
			}
			worth = worthPart
		}
	}
	return keys
}

// markupTitles are the titles in the markup, best first, without the site's name.
func (r *pageReader) markupTitles() []candidate {
	var titles []candidate
	for s := fromLD; s <= fromOther; s++ {
		if s == fromTitle {
			if v := value(r.t.Page, r.t.Title); v != "" {
				titles = append(titles, candidate{field: title, source: fromTitle, span: r.t.Title, value: v})
			}
			continue
		}
		for i := range r.found {
			if c := &r.found[i]; c.field == title && c.source == s && len(titles) < 8 {
				titles = append(titles, *c)
			}
		}
	}
	return titles
}

// maxHeads is how many headings of each level are looked at.
const maxHeads = 64

// headOf returns the heading that agrees best with the titles in the markup, the first of equals; nil if none does.
func (r *pageReader) headOf(heads []int32, keys []titleKey) *candidate {
	var best *candidate
	bestWorth := 0
	for _, i := range heads {
		if r.t.Nodes[i].In&(dom.Skip|dom.Footer) != 0 {
			continue
		}
		v, span := r.words(i)
		if v == "" || len(v) > 300 || r.isSite(v) {
			continue
		}
		worth := 2 * agree(letters(v), keys, strings.Count(v, " ") >= 2)
		if from, to, ok := r.within(i, keys); ok && worth < 2*worthWhole {
			worth = 2 * worthWhole
			v, span = r.join(from, to, " ")
		}
		if worth < 2*worthWhole && r.t.Nodes[i].In&dom.Nav != 0 {
			continue
		}
		if worth > 0 && (r.zones[i]&inherited != 0 || r.t.Nodes[i].In&dom.Hidden != 0) {
			worth--
		}
		if r.isLogo(i) {
			worth--
		}
		if worth > bestWorth {
			bestWorth = worth
			best = &candidate{field: title, source: fromText, node: i, span: span, value: v}
		}
	}
	return best
}

// within returns the texts of a heading that are one of the titles, once its first ones, a kicker or a date, or its last ones,
// a subtitle, are left out.
func (r *pageReader) within(i int32, keys []titleKey) (from, to int32, ok bool) {
	n := &r.t.Nodes[i]
	for from := n.FirstText + 1; from < min(n.EndText, n.FirstText+4); from++ {
		if v, _ := r.join(from, n.EndText, " "); agree(letters(v), keys, false) == worthWhole {
			return from, n.EndText, true
		}
	}
	for to := n.EndText - 1; to > max(n.FirstText, n.EndText-4); to-- {
		if v, _ := r.join(n.FirstText, to, " "); agree(letters(v), keys, false) == worthWhole {
			return n.FirstText, to, true
		}
	}
	return 0, 0, false
}

// isLogo reports whether a heading is a link to the site's front page.
func (r *pageReader) isLogo(i int32) bool {
	n := &r.t.Nodes[i]
	for k := n.FirstText; k < min(n.EndText, n.FirstText+3); k++ {
		at := r.t.Texts[k].Parent
		for depth := 0; at > 0 && depth < 5; depth++ {
			if r.t.Nodes[at].Tag == atom.A {
				return r.isFront(r.t.Raw(at, dom.Href))
			}
			at = r.t.Nodes[at].Parent
		}
	}
	return false
}

// isFront reports whether an address is that of the site's front page.
func (r *pageReader) isFront(href string) bool {
	href = strings.TrimSpace(href)
	if href == "/" || href == "./" {
		return true
	}
	if i := strings.Index(href, "://"); i >= 0 {
		rest := strings.TrimRight(href[i+3:], "/")
		return rest != "" && strings.IndexByte(rest, '/') < 0
	}
	return false
}

// agree says what a heading is worth: the most that any of the keys gives for it.
func agree(key string, keys []titleKey, long bool) int {
	best := 0
	if key == "" {
		return 0
	}
	for _, k := range keys {
		switch {
		case k.letters == key && (long || k.worth > worthPart):
			best = max(best, k.worth)
		case len(k.letters) >= len(key) && long && (strings.HasPrefix(k.letters, key) || strings.HasSuffix(k.letters, key)),
			len(k.letters) > 12 && len(key) > len(k.letters) && strings.HasPrefix(key, k.letters):
			best = max(best, worthOpens)
		}
	}
	return best
}

// loneHead returns the only h1 of a page that is no site's name, if it can be a headline.
func (r *pageReader) loneHead() *candidate {
	var lone *candidate
	for _, i := range r.heads {
		if r.t.Nodes[i].In&(dom.Skip|dom.Nav|dom.Footer|dom.Hidden) != 0 || r.zones[i]&inherited != 0 {
			continue
		}
		v, span := r.words(i)
		if v == "" || len(v) > 300 || r.isSite(v) || r.isLogo(i) || strings.Count(v, " ") < 2 {
			continue
		}
		if lone != nil {
			return nil
		}
		lone = &candidate{field: title, source: fromText, node: i, span: span, value: v}
	}
	return lone
}

// isSite reports whether v is the name of the site, by its markup or its host.
func (r *pageReader) isSite(v string) bool {
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

// bars separate the title of a page from the name of its site.
var bars = [...]string{" | ", " - ", " – ", " — ", " · ", " • ", " » ", " « ", " :: ", " ~ ", " / ", " | ", "| ", " : "}

// cutSite takes the name of the site off a title: "Title | Site", "Site: Title". The first part to be cut has to be the
// site's name, or the last of at least two words after a bar.
func (r *pageReader) cutSite(v string) string {
	for range 3 {
		cut := r.cutWide(r.cutOnce(v))
		if cut == v {
			break
		}
		v = cut
	}
	return v
}

func (r *pageReader) cutOnce(v string) string {
	for _, bar := range bars {
		if i := strings.LastIndex(v, bar); i > 0 {
			head, tail := strings.TrimSpace(v[:i]), v[i+len(bar):]
			if r.likeSite(tail) || strings.HasPrefix(bar, " |") && len(tail) < 40 && len(head) >= len(tail) {
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
func (r *pageReader) likeSite(part string) bool {
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
	for i, c := range v {
		switch {
		case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
			b = append(b, v[i])
		case 'A' <= c && c <= 'Z':
			b = append(b, v[i]|0x20)
		case c >= utf8.RuneSelf && (unicode.IsLetter(c) || unicode.IsDigit(c)):
			b = utf8.AppendRune(b, unicode.ToLower(c))
		}
	}
	return string(b)
}

// shares reports whether a heading has half of its words, or of those of such a title, in common with that.
func shares(v string, titles []candidate) bool {
	words := map[string]bool{}
	for w := range strings.FieldsSeq(v) {
		if k := letters(w); len(k) > 2 {
			words[k] = true
		}
	}
	for i := range titles {
		n, both := 0, 0
		for w := range strings.FieldsSeq(titles[i].value) {
			if k := letters(w); len(k) > 2 {
				n++
				if words[k] {
					both++
				}
			}
		}
		if both > 0 && 2*both >= min(n, len(words)) {
			return true
		}
	}
	return false
}
