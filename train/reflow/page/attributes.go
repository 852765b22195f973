package page

import (
	"encoding/hex"
	"strings"

	"golang.org/x/net/html"
)

// attrs are the attributes that matter.
type attrs struct {
	names    string // class and id, in lower case
	role     string
	href     string
	mail     string // data-cfemail
	itemprop string
	hidden   bool
	article  bool
}

// maxAttributes is how many attributes of one element are looked at; no ordinary page has more.
const maxAttributes = 64

func attributes(z *html.Tokenizer, more bool) attrs {
	var a attrs
	for n := 0; more && n < maxAttributes; n++ {
		var key, value []byte
		key, value, more = z.TagAttr()
		v := string(value)
		switch string(key) {
		case "class", "id":
			a.names += " " + strings.ToLower(v)
		case "role":
			a.role = strings.ToLower(v)
		case "href":
			a.href = strings.TrimSpace(v)
		case "data-cfemail":
			a.mail = v
		case "itemprop":
			a.itemprop = strings.ToLower(v)
		case "hidden":
			a.hidden = true
		case "aria-hidden":
			a.hidden = a.hidden || v == "true"
		case "style":
			a.hidden = a.hidden || strings.Contains(strings.ReplaceAll(strings.ToLower(v), " ", ""), "display:none")
		}
	}
	a.article = a.itemprop == "articlebody" || a.role == "main" || a.role == "article"
	return a
}

// furnitureNames are parts of the class names and ids of what surrounds content.
var furnitureNames = []string{
	"share", "social", "cookie", "consent", "newsletter", "promo", "breadcrumb", "sidebar", "menu", "related", "advert",
	"banner", "popup", "modal", "subscribe", "pagination", "skip-link", "screen-reader", "visually-hidden", "footer",
	"navbar", "navigation", "masthead", "tag-list", "recommend", "outbrain", "taboola", "disqus",
}

// furniture reports whether the element's names or role say that it is not content.
func (a attrs) furniture() bool {
	switch a.role {
	case "navigation", "banner", "contentinfo", "search", "dialog", "complementary":
		return true
	}
	if a.names == "" || a.article {
		return false
	}
	for _, f := range furnitureNames {
		if strings.Contains(a.names, f) {
			return true
		}
	}
	return false
}

// protected returns the e-mail address of the element as a protecting script encoded it, or "".
func (a attrs) protected() string {
	if a.mail != "" {
		return a.mail
	}
	_, code, _ := strings.Cut(a.href, "/cdn-cgi/l/email-protection#")
	return code
}

// decodeEmail undoes the protection: every byte is XORed with the first.
func decodeEmail(code string) string {
	b, err := hex.DecodeString(code)
	if err != nil || len(b) < 4 {
		return ""
	}
	for i := 1; i < len(b); i++ {
		b[i] ^= b[0]
		if b[i] <= ' ' || b[i] > '~' {
			return ""
		}
	}
	if address := string(b[1:]); strings.Contains(address, "@") {
		return address
	}
	return ""
}
