package labelled

import (
	"crypto/sha256"
	"net/url"
	"slices"
	"strings"
)

// Page is one labelled page.
type Page struct {
	Set *Set

	// ID is unique in its set.
	ID string

	URL string

	// Site is the registrable domain of the page's host, nearly; the ID where the host is not known.
	Site string

	// Kind is WCXB's type of the page; empty where it is not known.
	Kind string

	// HTML is the page. UTF8 says that it is UTF-8 whatever it says of itself.
	HTML string
	UTF8 bool

	// Gold is the main text, one line a paragraph, by the convention of this package.
	Gold string

	// Complete says that Gold is all of the main text.
	Complete bool

	// With and Without are pieces of text that are in the main text, and that are not.
	With, Without []string
}

// siteOf returns the part of a host's name that one owner has, nearly.
func siteOf(host string) string {
	parts := strings.Split(strings.ToLower(host), ".")
	n := len(parts)
	if n >= 3 && len(parts[n-1]) == 2 && slices.Contains([]string{"co", "com", "org", "net", "gov", "ac", "edu"}, parts[n-2]) {
		return strings.Join(parts[n-3:], ".")
	}
	return strings.Join(parts[max(n-2, 0):], ".")
}

// site returns the site of a page with this address or host; other if neither names one.
func site(address, host, other string) string {
	if u, err := url.Parse(address); err == nil && u.Hostname() != "" {
		return siteOf(u.Hostname())
	}
	if host != "" {
		return siteOf(host)
	}
	return other
}

// Parts is how many parts the sites are cut into for cross-fitting.
const Parts = 3

// Part is the part that a site belongs to.
func Part(site string) int { return int(sha256.Sum256([]byte(site))[0]) % Parts }
