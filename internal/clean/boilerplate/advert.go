package boilerplate

import "github.com/copydesk/copydesk/internal/text"

// Advert lines mark advertisements and own up to affiliate links. Wrong where one of these words is a heading of
// the text itself.
const Advert text.Rule = "lines.advert"

var advertRule = rule{
	info: text.RuleInfo{ID: Advert, Default: true, Description: "markers of advertisements, notes on affiliate links; wrong where one of these words is a heading"},
	phrases: []phrase{
		{whole, 2, .98, "advertisement ad|advertisement"},
		{whole, 1, .98, "advertisement|advertisements|advertising|sponsored|promoted|advertorial|ad"},
		{whole, 4, .96, "sponsored|paid|promoted|partner content|post|links|link|by|stories|message|advertisement"},
		{opens, 8, .96, "sponsored|promoted|presented|brought_to_you by"},
		{opens, 12, .97, "advertisement continue|scroll|story|article|skip|feedback|supported"},
		{opens, 10, .98, "article|story|post|content continues|continued|continue below|after|following|under"},
		{whole, 3, .98, "article|story|text continues|continued"},
		{opens, 8, .97, "scroll|continue|keep down|reading|scrolling to|below|the|for continue|reading|main|video|article|content|story"},
		{opens, 8, .97, "continue|keep reading|scrolling below|after|the"},
		{opens, 6, .97, "continue|skip reading|advertisement|ad|ads|this"},
		{within, 40, .95, "continue reading the main story"},
		{opens, 20, .92, "this content|post|article|story is|was sponsored|paid|produced|brought"},
		{within, 70, .85, "affiliate|referral link|links|commission|partner|codes"},
		{within, 70, .93, "earn|receive|get a|an .. commission|kickback|kick_back|compensation"},
		{within, 40, .6, "no extra|additional cost"},
		{starts, 40, .5, "editorial|editor's|affiliate|advertiser note|disclosure"},
		{within, 20, .9, "advertise with us|on"},
		{opens, 6, .93, "report this? ad"},
		{opens, 8, .93, "why|ads you're|by seeing|google this?"},

		// German, French, Spanish, Italian, Portuguese, Dutch
		{whole, 3, .97, "anzeige|werbung|publicité|publicidad|pubblicità|publicidade|advertentie|reclame|anuncio|annonce|gesponsert"},
		{whole, 6, .95, "weiterlesen nach der anzeige|werbung"},
		{within, 10, .95, "la suite après cette publicité|annonce"},
	},
}
