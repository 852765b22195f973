package choice

import (
	"strings"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
)

const (
	// leastOutside is how many texts besides a dialogue stay at least for it to go: a page that shows nothing else is a wall.
	leastOutside = 2

	// leastCookies is how many times a dialogue speaks of cookies.
	leastCookies = 2

	// mostDialogue is how many bytes of a dialogue are searched.
	mostDialogue = 1 << 16
)

// dropDialogues leaves out dialogues about cookies and consent, of which something was chosen as content.
func (c *corrector) dropDialogues() {
	all := c.written(0, int32(len(c.t.Texts))) //nolint:gosec // fewer than bytes of the page, which is below 2 GiB
	for i := int32(1); int(i) < len(c.t.Nodes) && !c.stop(8); {
		n := &c.t.Nodes[i]
		inside := c.written(n.FirstText, n.EndText)
		if inside == 0 || all-inside < leastOutside || !c.isDialogue(i) || c.cookies(n) < leastCookies {
			i++
			continue
		}
		c.set(n, dom.Keep, dom.LeaveOut)
		c.set(n, dom.Reply, dom.LeaveOut)
		all -= inside
		i = n.End
	}
}

// isDialogue reports whether an element is a dialogue, or named as one for consent.
func (c *corrector) isDialogue(i int32) bool {
	n := &c.t.Nodes[i]
	if n.In&dom.Dialog&^c.t.Nodes[n.Parent].In != 0 {
		return true
	}
	if n.Block != i {
		return false
	}
	return hasName(c.t.Raw(i, dom.Class), consentNames...) || hasName(c.t.Raw(i, dom.ID), consentNames...)
}

// consentNames are parts of the names of such dialogues.
var consentNames = []string{
	"cookie-consent", "cookieconsent", "cookie-banner", "cookiebanner", "cookie-notice", "cookienotice", "cookie-policy-modal", "cookie-modal",
	"cookie-dialog", "cookie-popup", "cookie-bar", "cookie-law", "cookie-overlay", "cookie-settings", "cookie-preferences", "cookie-wall", "consent-banner", "consent-modal",
	"consent-dialog", "consent-popup", "consent-overlay", "gdpr-consent", "gdpr-modal", "gdpr-banner", "onetrust", "didomi", "cybotcookiebot", "usercentrics", "qc-cmp",
	"truste", "cmplz", "cky-consent", "borlabs-cookie", "iubenda-cs", "sp_message", "tarteaucitron", "klaro",
}

// mostName is how many bytes of an attribute are searched.
const mostName = 200

// hasName reports whether one of some names, in lower case, is in an attribute.
func hasName(value string, names ...string) bool {
	if value == "" {
		return false
	}
	value = strings.ToLower(value[:min(len(value), mostName)])
	for _, name := range names {
		if strings.Contains(value, name) {
			return true
		}
	}
	return false
}

// cookies returns how often the visible text of an element speaks of cookies, up to leastCookies.
func (c *corrector) cookies(n *dom.Node) (times int) {
	left := mostDialogue
	for k := n.FirstText; k < n.EndText && left > 0 && times < leastCookies; k++ {
		s := c.t.Span(k).Of(c.t.Page)
		s = s[:min(len(s), left)]
		left -= len(s)
		if c.stop(len(s)) {
			return 0
		}
		s = strings.ToLower(s)
		for _, word := range [...]string{"cookie", "çerez", "クッキー", "쿠키", "ملفات تعريف الارتباط"} {
			times += strings.Count(s, word)
		}
	}
	return times
}
