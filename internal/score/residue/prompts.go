package residue

import (
	"strings"
	"sync"

	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/score/wordlist"
)

// prompts are phrases by which a site speaks to its readers: in small letters, whole words. Prose has them now and then; only many of them
// for the number of words say something.
var prompts = strings.Split(`accept all
accept cookies
access denied
add to bag
add to basket
add to cart
add to wishlist
all rights reserved
already a member
already a subscriber
already have an account
are you a robot
best price
buy now
buy online
captcha
change your cookie
checkout
click here
comments are closed
confirm you are human
contact us
continue reading
cookie policy
cookie settings
create an account
create account
customer reviews
don't have an account
download the app
email address
enable cookies
enable javascript
fast delivery
follow us
forgot password
forgot your password
free account
free delivery
free returns
free shipping
free trial
get started
in stock
javascript is disabled
join now
learn more
leave a comment
leave a reply
load more
log in
login
manage cookies
more info
my account
next post
no comments
order now
our newsletter
out of stock
page not found
posted by
posted in
powered by
previous post
privacy policy
read more
recent posts
related articles
related posts
remember me
return policy
save my name
search for
see all
see more
share on
share this
shop now
shopping cart
show more
sign in
sign up
site map
skip to content
skip to main
special offer
subscribe now
subscribe to
subscription required
terms and conditions
terms of service
terms of use
the page you requested
this content is for
this site uses cookies
to continue
unsubscribe
unusual traffic
use of cookies
verify you are
verifying you are
view all
view cart
we use cookies
why am i seeing this
your browser
your cart
your privacy choices
your subscription`, "\n")

var promptFinder = sync.OnceValue(func() *wordlist.Automaton { return wordlist.NewAutomaton(prompts) })

// eachPrompt calls do with the places of prompts that begin and end with a word. Of those that overlap the first counts.
func eachPrompt(t *pytext.Text, do func(start, end int)) {
	last := 0
	promptFinder().Scan(t, t.S, func(_, start, end int) {
		if start >= last && !isLetter(t.S, start-1) && !isLetter(t.S, end) {
			last = end
			do(start, end)
		}
	})
}

// isLetter reports whether s has a letter of ASCII, a digit or a part of a character beyond ASCII at i.
func isLetter(s string, i int) bool {
	if i < 0 || i >= len(s) {
		return false
	}
	c := s[i]
	return 'a' <= c|0x20 && c|0x20 <= 'z' || isDigit(c) || c >= 0x80
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
