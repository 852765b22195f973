package boilerplate

import (
	"strings"

	"github.com/copydesk/copydesk/internal/text"
)

// Widget lines are what players, galleries and menus say of themselves, and lists of tags. Wrong in the manual of
// a player or of a content management system.
const Widget text.Rule = "lines.widget"

var widgetRule = rule{
	info: text.RuleInfo{ID: Widget, Default: true, Description: "what players, galleries and menus say of themselves, and lists of tags; wrong in the manual of such a player"},
	phrases: []phrase{
		{within, 8, .95, "image|photo|slide|picture|page N of N"},
		{opens, 4, .95, "N of N photos|images|slides"},
		{opens, 8, .95, "scroll|swipe|click|tap down|up|left|right|through|to for? video|videos|photos|more|details|all|gallery|enlarge|expand|zoom|play"},
		{whole, 1, .94, "loading"},
		{opens, 6, .94, "loading something|video|player|comments|content|more|please|the|your"},
		{whole, 3, .94, "something is loading"},
		{whole, 1, .9, "close"},
		{whole, 3, .94, "show_less|view_all|see_all|see_less|read_less|collapse|expand_all|view_all_comments"},
		{whole, 1, .8, "menu|search|navigation|play|advertise"},
		{whole, 2, .9, "toggle_navigation|close_menu|open_menu|x_close|play_video|mute|unmute|replay|fullscreen"},
		{opens, 16, .95, "tags|tagged|topics|filed|categories|keywords|posted_in|filed_under|labels :"},
		{opens, 12, .94, "filed under|in|to"},
		{opens, 12, .93, "posted|published in|under NAME"},
		{whole, 3, .92, "hide|toggle|show|view|expand caption|image|gallery|photos|transcript|all"},
		{opens, 8, .95, "view|see|open|hide gallery|image|slideshow|photos|fullscreen|larger|full|on .. instagram|facebook|twitter|image|size|screen"},
		{opens, 8, .95, "view this post|photo on"},
		{opens, 8, .94, "play|playing|watch video|now|audio|again"},
		{within, 16, .95, "video is|not|unavailable|cannot unavailable|available|be|supported"},
		{within, 16, .95, "video playback|player|file .. supported|required|cannot|not"},
		{within, 14, .95, "replay video"},
		{whole, 4, .93, "youtube|facebook|instagram|twitter video|player|embed|post"},
		{opens, 40, .96, "media playback is"},
		{within, 16, .95, "unsupported on your device"},
		{opens, 60, .95, "replay more videos|video"},
		{within, 60, .93, "replay more videos|video"},
		{opens, 60, .8, "just watched"},
		{ends, 24, .9, "must watch"},
		{opens, 30, .95, "now playing :"},
		{opens, 6, .95, "now playing"},
		{ends, 24, .93, "listen N .. N"},
		{opens, 6, .95, "slideshow|gallery|slides N photos|images|pictures|slides"},
		{opens, 24, .95, "media caption"},
		{whole, 2, .95, "image|video caption|source"},
		{opens, 12, .94, "hear|listen the|to|this .. audio|story|article|podcast"},
		{opens, 5, .9, "quick|main|footer|site links|menu|navigation|map"},
		{whole, 3, .93, "privacy|legal|terms|accessibility|sitemap|site_map"},
		{whole, 2, .9, "log_out|sign_out|my_account|add_to_cart"},
		{whole, 2, .9, "prev|previous next"},

		// German, French, Spanish, Italian, Portuguese, Dutch
		{opens, 16, .93, "schlagwörter|schlagworte|stichworte|etiquetas|mots-clés|étiquettes|themen|kategorie|kategorien|trefwoorden|tag :"},
		{whole, 3, .9, "suche|menü|suchen|rechercher|buscar|cerca|zoeken|startseite|accueil|inicio|nach oben|kontakt|contacto|contatti"},

		// Other languages
		{opens, 16, .93, "теги|метки|рубрика|рубрики|tagi|etiketler|etiket|tags|标签|標籤|タグ|الوسوم|كلمات_مفتاحية|태그 : .."},
		{whole, 2, .9, "меню|поиск|szukaj|wyszukaj|arama|ara|القائمة|بحث|搜索|搜尋|検索|メニュー|검색|메뉴|sök|søk|søg"},
	},
}

const galleryConfidence = .95

// isGallery reports whether a line is all captions of a row of pictures run together, with the buttons between them: it
// begins "Photos:" and ends "Hide Caption 9 of 9". Such a line may be as long as an article.
func isGallery(line string) bool {
	const first, last, room = "photos:", "hide caption", 10
	end := len(line) - len(last) - room
	return end > len(first) && strings.EqualFold(line[:len(first)], first) && strings.Contains(strings.ToLower(line[end:]), last)
}
