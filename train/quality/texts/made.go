package texts

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// made is how many texts of each kind are made of phrases.
const made = 400

// phrased returns walls and product spam, made of the phrases of a half.
func phrased(half Half) (list []Text) {
	for i := range made {
		key := fmt.Sprint("made ", half, " ", i)
		list = append(list,
			Text{Set: "made", Kind: Wall, ID: key, Key: key, Text: wall(seeded(Wall, key), half)},
			Text{Set: "made", Kind: Spam, ID: key, Key: key, Text: spam(seeded(Spam, key), half)})
	}
	return list
}

// walls are the sentences of pages that are in the way of content, by kind: bot checks, log-ins, consent, paywalls, errors.
var walls = [...][][]string{
	Learn: {
		{
			"Checking your browser before you can enter the site.", "This process is automatic and takes a few seconds.", "Please enable JavaScript and cookies to continue.",
			"We need to make sure that you are not a robot.", "Complete the puzzle below to prove that you are human.", "Your request has been blocked for security reasons.",
			"If you think this is a mistake, write to the owner of the site and include the number below.", "Ray 7f3a91c04be2",
		},
		{
			"Sign in to see this page.", "You must be logged in to view this content.", "Email address", "Password", "Remember me", "Forgot your password?",
			"New here? Create an account, it only takes a minute.", "By signing in you accept our terms and our privacy policy.", "Continue with Google", "Continue with Facebook",
		},
		{
			"We value your privacy.", "We and our 742 partners store information on your device, such as cookies, and process personal data.",
			"You can accept or manage your choices at any time, also your right to object where legitimate interest is used.", "Accept all", "Reject all", "Manage options",
			"Strictly necessary cookies", "Performance cookies", "Advertising cookies", "Save my choices",
		},
		{
			"Subscribe to continue reading.", "This article is for subscribers only.", "Start your free trial today and cancel at any time.", "You have read all your free articles this month.",
			"Already a subscriber? Log in.", "Full digital access for $1 a week", "Choose your plan", "Billed monthly after the trial.", "Support journalism that matters.",
		},
		{
			"404", "Page not found", "The page you are looking for does not exist or has been moved.", "Go back to the home page or try a search.", "An error occurred while processing your request.",
			"Please try again later.", "If the problem goes on, contact support.", "Error code 500: internal server error",
		},
	},
	Measure: {
		{
			"One moment, we are verifying your connection.", "Access to this page has been denied because we believe you are using tools to browse it.", "Press and hold the button to confirm.",
			"Turn on scripts in your browser and load the page anew.", "Unusual traffic was noticed from your network.", "Reference 0.5d2c1f17", "Why did this happen? The site guards itself against attacks from the net.",
			"Tick the box if you are a person.",
		},
		{
			"Members only", "Register for free or log on to go on.", "User name", "Keep me signed in on this device", "No account yet? Join the community now.", "Reset password",
			"This group is private. Ask an administrator for an invitation.", "Your session has ended, please authenticate again.", "Log in with Apple", "Log in with your library card",
		},
		{
			"Before you continue, choose your cookie settings.", "This website places trackers for statistics and for personalised ads.", "Some vendors may use your data without asking, to which you can object.",
			"I agree", "Only essential ones", "Customise", "Show purposes", "List of vendors", "Functional", "Analytics", "Targeting", "Read our cookie notice for details.",
		},
		{
			"Unlock this story with a digital pass.", "The rest of this piece is available to paying members.", "Your first month costs nothing.", "Become a member", "Gift this article",
			"You have reached the limit of free stories.", "Have a print subscription? Activate your online access.", "Annual: €49, monthly: €5", "Questions? Our service team is glad to be of use.",
		},
		{
			"Sorry, nothing here.", "The link may be broken or the entry was deleted.", "Service temporarily unavailable", "The server is down for maintenance, come back soon.",
			"Bad gateway", "Report this problem", "Return to start", "HTTP 403: you have no permission for this resource.", "Oops, something went wrong on our side.",
		},
	},
}

// wall is some sentences of one kind of wall, often with some of another.
func wall(r *rand.Rand, half Half) string {
	kinds := walls[half]
	list := some(r, kinds[r.IntN(len(kinds))], 4)
	for wordsOf(list) < leastWords || r.IntN(3) == 0 {
		list = append(list, some(r, kinds[r.IntN(len(kinds))], 2)...)
	}
	if r.IntN(4) == 0 {
		return strings.Join(list, " ")
	}
	return join(r, list)
}

// some returns at least so many of list, in its order.
func some(r *rand.Rand, list []string, least int) (out []string) {
	for i, s := range list {
		if left := len(list) - i; least >= left || r.IntN(3) > 0 {
			out = append(out, s)
			least--
		}
	}
	return out
}

// goods are what spam wants to sell, and how.
var goods = [...]struct{ adjectives, things, makers, phrases []string }{
	Learn: {
		[]string{"cheap", "discount", "original", "new", "luxury", "waterproof", "wireless", "leather", "portable", "best", "genuine", "slim", "women's", "men's", "kids", "black", "red"},
		[]string{"handbags", "sneakers", "phone case", "sunglasses", "replica watches", "vitamin pills", "boots outlet", "headphones", "printer ink", "jersey", "slimming tea", "car mats", "LED lamp"},
		[]string{"Zentrix", "Molvana", "Kordell", "Aventos", "Prilux", "Brandoo", "Tessaro"},
		[]string{
			"Buy %s online with free shipping.", "Order %s now and save up to 70%%!", "%s for sale at the lowest price guaranteed.", "Hot sale %s, 100%% authentic, fast delivery worldwide.",
			"Welcome to our official %s store.", "We offer high quality %s at wholesale prices.", "%s - $%d.99 Add to cart", "Was $%d.00 now $%d.50 In stock", "Shop %s today, no prescription needed.",
			"Customers who bought %s also bought %s.", "Item no. %d Colour: Black Size: M L XL XXL", "Click here to get your %s coupon code.", "%s reviews: five stars *****",
		},
	},
	Measure: {
		[]string{"affordable", "premium", "top rated", "stainless", "foldable", "organic", "vintage", "heavy duty", "ladies", "unisex", "blue", "golden", "ultra thin", "rechargeable", "bulk"},
		[]string{"backpacks", "wedding dresses", "smart watch band", "garden hose", "face cream", "protein powder", "curtain rods", "fishing reel", "perfume", "hair extensions", "drone battery", "yoga mat"},
		[]string{"Quoniq", "Hartvell", "Sunpeke", "Lumigo", "Ostrava Gear", "Nibelle"},
		[]string{
			"Get %s with free returns today only.", "Huge clearance on %s, limited stock!", "Where to find %s? Right here, at half price.", "%s | €%d,95 | Ships in 24 hours",
			"Our %s are made of the finest materials and come with a gift box.", "RRP £%d.99, you pay £%d.99", "Compare prices for %s and save big.", "Authorised dealer of %s and %s.",
			"SKU %d Weight 1.2 kg Material: mixed", "Grab this %s deal before it is gone!!!", "%s wholesale supplier, MOQ 10 pcs, contact seller", "Rated 4.8 of 5 by happy buyers of %s.",
		},
	},
}

// spam is phrases about things to buy.
func spam(r *rand.Rand, half Half) string {
	g := goods[half]
	product := func() string {
		name := one(r, g.adjectives) + " " + one(r, g.things)
		if r.IntN(2) == 0 {
			name = one(r, g.makers) + " " + name
		}
		return capital(name)
	}
	var list []string
	main := product()
	for range 6 + r.IntN(30) {
		phrase := one(r, g.phrases)
		var values []any
		for i := range len(phrase) - 1 {
			switch phrase[i : i+2] {
			case "%s":
				name := main
				if r.IntN(3) == 0 {
					name = product()
				}
				values = append(values, name)
			case "%d":
				values = append(values, 5+r.IntN(300))
			}
		}
		list = append(list, fmt.Sprintf(phrase, values...))
	}
	if r.IntN(2) == 0 {
		return strings.Join(list, " ")
	}
	return join(r, list)
}
