package lines

import (
	"strings"

	"github.com/copydesk/copydesk/internal/text"
)

// how a phrase must stand in a line.
type how int

const (
	whole    how = iota // it is the line, but for marks at the end
	opens               // the line begins with it
	contains            // it stands in the line, at word bounds
)

// phrase is one thing that boilerplate says.
type phrase struct {
	rule       text.Rule
	how        how
	text       string // lower case
	words      int    // the most words that the line may have
	confidence float32
	glued      bool // may also stand behind the last sentence of a paragraph
}

// phrases in the order in which they are tried. The limits on length keep prose out: a sentence that merely
// begins like a prompt goes on longer.
var phrases = []phrase{
	{Share, whole, "share", 1, .95, false},
	{Share, whole, "tweet", 1, .95, false},
	{Share, whole, "print", 1, .9, false},
	{Share, whole, "email", 1, .9, false},
	{Share, whole, "facebook", 1, .9, false},
	{Share, whole, "twitter", 1, .9, false},
	{Share, whole, "linkedin", 1, .9, false},
	{Share, whole, "whatsapp", 1, .9, false},
	{Share, whole, "copy link", 2, .97, false},
	{Share, opens, "share this", 6, .97, true},
	{Share, opens, "share on ", 6, .97, true},
	{Share, opens, "share via ", 6, .97, false},
	{Share, opens, "share with ", 5, .8, false},
	{Share, opens, "share tweet", 8, .97, false},
	{Share, opens, "tweet this", 5, .95, false},
	{Share, opens, "click to share", 10, .97, false},
	{Share, opens, "pin it", 3, .9, false},
	{Share, opens, "follow us on ", 12, .97, true},
	{Share, opens, "like us on facebook", 14, .97, true},
	{Share, opens, "find us on facebook", 12, .95, true},
	{Share, opens, "join us on facebook", 14, .95, true},
	{Share, contains, "on twitter @", 14, .92, false},
	{Share, contains, "on twitter at @", 16, .92, false},

	{Cookies, contains, "we use cookies", 60, .97, false},
	{Cookies, contains, "uses cookies to", 12, .92, false},
	{Cookies, contains, "use of cookies", 40, .7, false},
	{Cookies, contains, "accept all cookies", 20, .97, false},
	{Cookies, opens, "manage cookies", 5, .95, false},
	{Cookies, opens, "cookie policy", 5, .95, false},
	{Cookies, opens, "cookie settings", 5, .95, false},
	{Cookies, whole, "privacy policy", 3, .95, false},
	{Cookies, whole, "terms of use", 3, .95, false},
	{Cookies, whole, "terms of service", 3, .95, false},
	{Cookies, contains, "protected by recaptcha", 30, .98, false},
	{Cookies, contains, "you agree to our terms", 40, .93, false},
	{Cookies, contains, "by continuing to use this site", 40, .97, false},

	{Newsletter, opens, "sign up for our ", 30, .95, true},
	{Newsletter, opens, "sign up to our ", 30, .95, true},
	{Newsletter, opens, "sign up for the ", 20, .85, true},
	{Newsletter, opens, "sign up here", 12, .95, true},
	{Newsletter, opens, "sign up to receive", 25, .95, true},
	{Newsletter, opens, "sign up", 2, .92, false},
	{Newsletter, opens, "subscribe to ", 16, .92, true},
	{Newsletter, opens, "subscribe now", 8, .97, true},
	{Newsletter, opens, "subscribe today", 8, .97, true},
	{Newsletter, whole, "subscribe", 1, .97, false},
	{Newsletter, contains, "our free newsletter", 25, .95, false},
	{Newsletter, contains, "our daily newsletter", 25, .95, false},
	{Newsletter, contains, "our weekly newsletter", 25, .95, false},
	{Newsletter, opens, "get the latest ", 16, .8, true},
	{Newsletter, contains, "delivered to your inbox", 18, .93, false},
	{Newsletter, contains, "straight to your inbox", 18, .93, false},
	{Newsletter, contains, "thank you for subscribing", 14, .97, false},
	{Newsletter, contains, "thanks for signing up", 14, .95, false},
	{Newsletter, opens, "enter your email", 12, .97, false},
	{Newsletter, opens, "already a subscriber", 8, .97, false},
	{Newsletter, opens, "to continue reading", 16, .92, false},

	{More, whole, "read more", 2, .97, true},
	{More, whole, "continue reading", 2, .97, true},
	{More, whole, "show more", 2, .95, false},
	{More, whole, "load more", 2, .97, false},
	{More, whole, "see also", 2, .9, false},
	{More, opens, "read more:", 30, .97, true},
	{More, opens, "read more »", 4, .97, true},
	{More, opens, "read more about", 12, .85, false},
	{More, opens, "read more at", 12, .92, true},
	{More, opens, "read more from", 12, .95, true},
	{More, opens, "read also:", 30, .97, false},
	{More, opens, "read next:", 30, .97, false},
	{More, opens, "read the full story", 8, .92, true},
	{More, opens, "related:", 30, .95, false},
	{More, opens, "related stories", 4, .95, false},
	{More, opens, "related articles", 4, .95, false},
	{More, opens, "related content", 4, .95, false},
	{More, opens, "related topics", 4, .95, false},
	{More, opens, "more from ", 6, .75, false},
	{More, opens, "recommended for you", 5, .95, false},
	{More, opens, "you may also like", 6, .97, false},
	{More, opens, "what to read next", 5, .97, false},
	{More, opens, "most read", 3, .92, false},
	{More, opens, "most popular", 3, .9, false},
	{More, opens, "click here to read", 16, .95, true},
	{More, opens, "click here for more", 16, .95, true},
	{More, opens, "click here to ", 12, .85, false},
	{More, opens, "see more:", 25, .9, false},
	{More, opens, "watch:", 20, .75, false},
	{More, opens, "also read:", 30, .97, false},
	{More, contains, "appeared first on", 40, .95, true},
	{More, contains, "print edition as", 30, .96, true},

	{Advert, whole, "advertisement", 1, .99, true},
	{Advert, whole, "advertising", 1, .95, false},
	{Advert, whole, "sponsored", 1, .95, false},
	{Advert, whole, "sponsored content", 2, .97, false},
	{Advert, opens, "advertisement -", 8, .97, false},
	{Advert, opens, "article continues below", 6, .99, false},
	{Advert, opens, "story continues below", 6, .99, false},
	{Advert, opens, "advertisement continue", 8, .99, false},
	{Advert, opens, "story continued below", 6, .99, false},
	{Advert, opens, "continue reading below", 6, .97, false},
	{Advert, opens, "scroll to continue", 6, .97, false},
	{Advert, opens, "skip advertisement", 4, .99, false},
	{Advert, opens, "this content is sponsored", 12, .92, false},

	{Comments, whole, "comments", 1, .93, false},
	{Comments, whole, "comment", 1, .9, false},
	{Comments, opens, "leave a comment", 8, .96, true},
	{Comments, opens, "leave a reply", 8, .96, false},
	{Comments, opens, "post a comment", 8, .96, false},
	{Comments, opens, "view comments", 6, .97, false},
	{Comments, opens, "show comments", 6, .97, false},
	{Comments, opens, "log in to comment", 8, .97, false},
	{Comments, contains, "to post a comment", 14, .95, false},
	{Comments, contains, "comments are closed", 8, .97, false},
	{Comments, opens, "join the conversation", 6, .93, false},
	{Comments, opens, "join the discussion", 6, .93, false},
	{Comments, opens, "please enable javascript", 16, .97, false},

	{Credit, opens, "photo:", 12, .8, false},
	{Credit, opens, "photo by ", 10, .92, false},
	{Credit, opens, "photos by ", 10, .92, false},
	{Credit, opens, "photo credit", 12, .95, false},
	{Credit, opens, "image credit", 12, .95, false},
	{Credit, opens, "image source", 12, .92, false},
	{Credit, opens, "image:", 10, .8, false},
	{Credit, opens, "picture:", 10, .8, false},
	{Credit, opens, "reporting by ", 30, .93, true},
	{Credit, opens, "(reporting by ", 40, .96, true},
	{Credit, opens, "our standards:", 12, .98, false},
	{Credit, contains, "/getty images", 20, .93, false},
	{Credit, contains, "getty images /", 12, .93, false},
	{Credit, whole, "getty images", 2, .95, false},
	{Credit, whole, "reuters", 1, .9, false},
	{Credit, whole, "ap photo", 2, .95, false},
	{Credit, opens, "ap photo/", 8, .95, false},
	{Credit, opens, "(ap photo/", 8, .95, false},
	{Credit, contains, "/ap photo", 8, .9, false},
	{Credit, contains, "/reuters", 5, .9, false},
	{Credit, contains, "via getty images", 16, .9, false},

	{App, opens, "download our app", 14, .96, true},
	{App, opens, "download the app", 14, .94, true},
	{App, opens, "get the app", 6, .94, false},
	{App, opens, "get our app", 6, .95, false},
	{App, contains, "on the app store", 16, .85, false},
	{App, contains, "download on the app store", 16, .97, false},
	{App, contains, "get it on google play", 16, .97, false},
	{App, opens, "click here to download the", 16, .95, false},
}

// matches reports whether a line, in lower case and of so many words, says p.
func (p phrase) matches(lower string, words int) bool {
	if words > p.words {
		return false
	}
	switch p.how {
	case whole:
		return strings.TrimRight(lower, " .:!…»›>→") == p.text
	case opens:
		return strings.HasPrefix(lower, p.text) && boundAfter(lower, len(p.text))
	default:
		at := strings.Index(lower, p.text)
		return at >= 0 && (at == 0 || !isLetter(lower[at-1])) && boundAfter(lower, at+len(p.text))
	}
}

// boundAfter reports whether a word may end at offset at.
func boundAfter(s string, at int) bool {
	return at >= len(s) || !isLetter(s[at]) || !isLetter(s[at-1])
}

// isLetter also takes bytes of characters beyond ASCII for letters.
func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' || c >= 0x80 }
