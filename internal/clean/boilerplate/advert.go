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
		{within, 50, .93, "has|have|holds|hold no? position|positions in any|the .. mentioned|discussed|above"},
		{starts, 14, .93, "NAME has a disclosure policy"},
		{within, 50, .8, "recommends|owns|holds shares|stock|stocks of|in NAME"},
		{starts, 40, .5, "editorial|editor's|affiliate|advertiser note|disclosure"},
		{within, 20, .9, "advertise with us|on"},
		{opens, 6, .93, "report this? ad"},
		{opens, 8, .93, "why|ads you're|by seeing|google this?"},

		// German, French, Spanish, Italian, Portuguese, Dutch
		{whole, 3, .97, "anzeige|werbung|publicité|publicidad|pubblicità|publicidade|advertentie|reclame|anuncio|annonce|gesponsert"},
		{whole, 6, .95, "weiterlesen nach der anzeige|werbung"},
		{within, 10, .95, "la suite après cette publicité|annonce"},

		// German, French, Spanish, Italian, Portuguese, Scandinavian
		{within, 12, .95, "artikel|text|beitrag wird|geht nach|unter der|dem anzeige|werbung|werbeblock"},
		{within, 10, .95, "suite après cette|la publicité|pub|annonce"},
		{within, 10, .95, "continúa|sigue leyendo|después|tras de|la publicidad|anuncio?"},
		{within, 10, .95, "continua|continua_a_leggere dopo la|l'annuncio pubblicità?"},
		{within, 10, .95, "continua|continue após|depois|lendo a|da|o|após publicidade|anúncio|propaganda?"},
		{whole, 2, .97, "annons|annonse|reklam|contenu_sponsorisé|contenu_partenaire|contenido_patrocinado|contenuto_sponsorizzato|conteúdo_patrocinado|publirreportaje|publireportage|anzeigen|sponsrat"},

		// Russian, Polish, Turkish
		{whole, 3, .97, "реклама|рекламное_объявление|на_правах_рекламы|партнерский_материал|партнёрский_материал|спецпроект|продолжение_после_рекламы"},
		{opens, 8, .95, "продолжение|текст|статья после|продолжается рекламы|после"},
		{whole, 3, .97, "reklama|materiał_sponsorowany|artykuł_sponsorowany|materiał_partnera|tekst_sponsorowany|autopromocja"},
		{within, 10, .95, "dalsza|ciąg|dalszy część|dalszy|ciąg artykułu|tekstu|materiału pod|po reklamą|reklamie|materiałem"},
		{whole, 4, .97, "sponsorlu|sponsorlu_içerik|ilan|reklamdan_sonra_devam_ediyor|haberin_devamı_reklamdan_sonra"},

		// Arabic, Chinese, Japanese, Korean
		{whole, 3, .97, "إعلان|اعلان|إعلانات|مساحة_إعلانية|محتوى_مدفوع|محتوى_دعائي|إعلان_ممول"},
		{whole, 8, .97, "广告|廣告|推广|赞助内容|贊助內容|广告推广|赞助商|工商時間"},
		{within, 24, .95, "请继续往下阅读|請繼續往下閱讀|文章未完|廣告请继续"},
		{whole, 12, .97, "広告|スポンサーリンク|スポンサードリンク|広告の後に続きます|提供記事"},
		{whole, 2, .97, "광고|ad_광고"},
		{whole, 2, .97, "inzerce|inzercia|публікується_на_правах_реклами|publicitate|hirdetés|διαφήμιση|mainos|ilmoitus"},

		// The text goes on: Polish, Dutch, Italian, Spanish
		{within, 10, .95, "dalsza|ciąg|dalszy część|dalszy .. pod|poniżej|po .. materiałem|reklamą|reklamie|filmem|wideo|zdjęciem|galerią|wideo"},
		{within, 10, .95, "tekst|artikel|lees gaat|loopt|verder verder|door|onder? onder|na de|deze? .. advertentie|reclame|foto|video"},
		{within, 10, .95, "l'articolo|articolo|il_testo continua|prosegue dopo|sotto la|il|l'annuncio? .. pubblicità|video"},
		{within, 10, .95, "la|el|esta nota|artículo|noticia continúa|sigue después|debajo|abajo .."},
	},
}
