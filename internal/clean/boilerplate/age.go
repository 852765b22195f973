package boilerplate

import "github.com/copydesk/copydesk/internal/text"

// Age lines give the time a text takes to read and how long ago it was published. Wrong in a table of ages or
// durations.
const Age text.Rule = "lines.age"

var ageRule = rule{
	info: text.RuleInfo{ID: Age, Default: true, Description: "reading times and how long ago a page was published; wrong in a table of ages"},
	phrases: []phrase{
		{within, 9, .95, "N min|mins|minute|minutes read|reading"},
		{within, 8, .93, "read|reading time : N"},
		{whole, 4, .95, "N AGE ago"},
		{opens, 8, .94, "updated|published|posted|last_updated|edited|modified N AGE ago"},
		{opens, 12, .96, "this article|story|post|page|content|video is more|over|now|at than|N|least?"},
		{within, 14, .95, "more than N AGE old"},
		{within, 14, .95, "was published more than N"},
		{opens, 6, .92, "N AGE ago"},
		{opens, 8, .8, "published|posted|updated on|at|in? N"},
		{opens, 14, .93, "listen to article|this"},

		// German, French, Spanish, Italian, Portuguese, Dutch
		{within, 8, .94, "N min|minutes|minuten|minuti|minutos|minuut de? lecture|lesezeit|di|lettura|lectura|leitura|leestijd"},
		{opens, 8, .93, "lesezeit|temps_de_lecture|leestijd|tempo_di_lettura :? N"},

		// Other languages
		{opens, 8, .93, "время|czas|tiempo|tempo|okuma чтения|czytania|de_lectura|de_leitura|süresi :? N"},
		{within, 8, .94, "N минут|минуты|мин|min|dakika|dk чтения|на_чтение|czytania|okuma|okuma_süresi"},
		{whole, 3, .95, "N минут|минуты|час|часа|часов|день|дня|дней|dakika|saat|gün|godzin|godziny|dni|minut назад|önce|temu"},
		{whole, 8, .94, "N 分钟前|小时前|天前|分鐘前|小時前|分前|時間前|日前|분_전|시간_전|일_전"},

		{within, 20, .94, "阅读时间|閱讀時間|阅读时长|预计阅读|閱讀約|全文约 .. N"},
		{within, 30, .94, "この記事は .. N .. 分|文字 .. 読め|です"},
		{within, 8, .94, "مدة|وقت|زمن القراءة|قراءة .. N"},
	},
}
