package boilerplate

import "slices"

// classWord lists words of one class, in lower case.
type classWord struct {
	class class
	words string
}

// classWords lists the words of every class.
var classWords = slices.Concat(commonWords, proseWords, creditWords, shareWords)

// commonWords are the classes that more than one rule uses.
var commonWords = []classWord{
	{speech, "said says told tells asked asks added wrote argued argues explained announced recalled insisted noted claimed testified replied according shouted demanded offered advised warned urged joked say whispered begged thought"},

	{asking, "get receive sign signup sign-up subscribe register join follow download install visit check read see find click tap " +
		"donate support help give become contact email e-mail write send call tell share submit stay try watch listen like take " +
		"consider discover explore bookmark please browse connect text keep start enjoy want love"},
}

// shorthands are the lists that phrases share.
var shorthands = map[string]string{
	"STORY":   "story|article|report|piece|post|column|essay|interview|blog_post|op-ed|commentary|feature|excerpt|episode|content|analysis",
	"LETTER":  "newsletter|newsletters|mailing_list|email_list|email_newsletter|e-newsletter|email_newsletters|email_alerts|email_updates|mailing|tip_sheet|tipsheet",
	"SIGNUP":  "sign_up|signup|subscribe|register|sign-up",
	"COUNTED": "comment|comments|share|shares|like|likes|retweets|replies|reply|views|view|votes|reactions|followers|reposts|quotes|bookmarks|upvotes|downvotes|downloads",
	"PIC":     "photo|photos|image|images|picture|pictures|photograph|photographs|photography|illustration|illustrations|video|foto|fotos|bild|cover_image|lead_image|cover_photo|featured_image|thumbnail|header_image|artwork",
	"PERSON":  "him|her|them|me|us|NAME",
	"AGE":     "second|seconds|minute|minutes|min|mins|hour|hours|hr|hrs|day|days|week|weeks|month|months|year|years",
}
