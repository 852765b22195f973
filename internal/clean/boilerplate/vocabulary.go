package boilerplate

// classWords lists the words of each class, in lower case.
var classWords = []struct {
	class class
	words string
}{
	{abbreviation, "mr mrs ms dr prof sen rep gov gen lt col sgt capt rev hon st jr sr inc co corp ltd no vs v u.s u.k jan feb mar apr jun jul aug sept sep oct nov dec a.m p.m"},

	{speech, "said says told tells asked asks added wrote argued argues explained announced recalled insisted noted claimed testified replied according"},

	{agency, "ap reuters afp getty epa upi xinhua ansa dpa efe alamy shutterstock istock istockphoto istockphoto.com unsplash flickr " +
		"wikimedia corbis zuma zumapress keystone imago bloomberg npr cnet handout pool rex newscom polaris magnum sipa " +
		"pixabay pexels corbis tass afp-getty usatsi"},

	{crediting, "photo photos photograph photographs photographer image images picture pictures illustration graphic video credit credits " +
		"credit: source courtesy by for of the via from and news press service agency associated file stock hide caption toggle staff " +
		"enlarge this pool daily post times sports today a le de la van von der al bin afp archive collection library commons"},

	{network, "twitter facebook instagram linkedin youtube pinterest whatsapp telegram tiktok tumblr reddit snapchat threads bluesky " +
		"mastodon flipboard google parler xing twitter.com facebook.com"},

	{button, "share tweet post email e-mail print facebook twitter linkedin pinterest whatsapp reddit flipboard pocket tumblr " +
		"instagram telegram copy link x pin save"},

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
