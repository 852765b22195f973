package render

import (
	"encoding/hex"
	"strings"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/text"
)

// placeholder is what e-mail protection shows in place of an address; the space is a no-break space.
const placeholder = "[email"

// address writes the address that text i is a placeholder for, and reports whether it is one.
func (w *writer) address(i int32, s text.Span) bool {
	page := w.t.Page
	if page[s.Start] != '[' || !strings.HasPrefix(s.Of(page), placeholder) {
		return false
	}
	for node, n := w.t.Texts[i].Parent, 0; node > 0 && n < 4; node, n = w.t.Nodes[node].Parent, n+1 {
		if a := decodeEmail(w.protected(node)); a != "" {
			w.put(s, a, byEmail)
			return true
		}
	}
	return false
}

// protected returns the hidden form of the address of an element, or "".
func (w *writer) protected(node int32) string {
	if code := w.t.Raw(node, dom.Cfemail); code != "" {
		return code
	}
	href := w.t.Raw(node, dom.Href)
	_, code, _ := strings.Cut(href[:min(len(href), longestProtected)], protection)
	return code
}

// longestProtected is how much of a link is read for an address: one link may hold any number of texts.
const longestProtected = 1024

// protection is the address that links to protected addresses lead to.
const protection = "/cdn-cgi/l/email-protection#"

// decodeEmail undoes the protection: every byte is XORed with the first. It returns "" if what results is no address.
func decodeEmail(code string) string {
	if len(code) > longestProtected {
		return ""
	}
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
	address, _, _ := strings.Cut(string(b[1:]), "?")
	if strings.Contains(address, "@") {
		return address
	}
	return ""
}

// url returns where a link leads, protection undone.
func (w *writer) url(node int32) string {
	href := w.t.Value(node, dom.Href)
	if _, code, ok := strings.Cut(href, protection); ok {
		if a := decodeEmail(code); a != "" {
			return "mailto:" + a
		}
	}
	if len(href) >= len(script) && strings.EqualFold(href[:len(script)], script) {
		return ""
	}
	return href
}

// script begins the address of a link that leads nowhere but runs a script.
const script = "javascript:"
